// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A segment that this process seems to write: it maps the file, as a guarded program does.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::exporter {

class OwnSegment {
 public:
  /// `calls` of a function `f` with the id 7, each of 100 ns, the first one failed.
  OwnSegment(const test::TemporaryFolder& folder, int calls) {
    test::SegmentImage image;
    test::makeOwn(image.header);
    const auto shard = image.addShard(image.addSite(7, "f"));
    for (int i = 0; i < calls; ++i) image.call(shard, 100, i == 0);
    path_ = folder.write(std::to_string(::getpid()) + "-1-0.assayseg", image.bytes());
    const int file = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
    memory_ = ::mmap(nullptr, kBytes, PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
  }
  OwnSegment(const OwnSegment&) = delete;
  OwnSegment& operator=(const OwnSegment&) = delete;
  ~OwnSegment() { ::munmap(memory_, kBytes); }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  static constexpr std::size_t kBytes = 4096;
  std::filesystem::path path_;
  void* memory_ = nullptr;
};

}  // namespace assay::exporter
