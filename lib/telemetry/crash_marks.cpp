// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/crash_marks.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "telemetry/segment_header.h"

namespace assay::telemetry {
namespace {

constexpr std::uint32_t kFirstLayoutWithMarks = 7;

class OpenSegment {
 public:
  explicit OpenSegment(const std::filesystem::path& file)
      : descriptor_(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)) {}
  OpenSegment(const OpenSegment&) = delete;
  OpenSegment& operator=(const OpenSegment&) = delete;
  ~OpenSegment() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

bool hasMark(const vocabulary::SiteRecord& site) {
  return (site.flags & vocabulary::kSiteCrashed) != 0;
}

}  // namespace

bool isCrashNews(const std::filesystem::path& file) {
  const OpenSegment segment(file);
  if (segment.descriptor() < 0) return false;
  const FileSource source(segment.descriptor());
  const auto header = readHeader(source, file.string());
  if (!header || header->layoutVersion < kFirstLayoutWithMarks || header->crashSignal == 0) return false;
  std::vector<vocabulary::SiteRecord> sites(header->siteCount);
  return source.read(header->siteOffset, std::as_writable_bytes(std::span(sites))) &&
         std::ranges::any_of(sites, hasMark);
}

}  // namespace assay::telemetry
