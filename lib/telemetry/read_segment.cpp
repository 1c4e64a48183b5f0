// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/read_segment.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "telemetry/decode_segment.h"
#include "telemetry/liveness.h"
#include "telemetry/segment_header.h"

namespace assay::telemetry {
namespace fs = std::filesystem;
namespace {

class OpenFile {
 public:
  // Non-blocking: opening a FIFO that someone put here must not wait for its other end.
  explicit OpenFile(const fs::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

std::string reasonOf(int error) {
  return error == ELOOP ? "it is a symbolic link" : std::strerror(error);
}

Expected<struct stat> statusOf(const OpenFile& file, const fs::path& path) {
  struct stat status{};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &status) != 0)
    return failAt({path.string(), 0, 0}, "cannot open the segment: " + reasonOf(errno));
  if (!S_ISREG(status.st_mode)) return failAt({path.string(), 0, 0}, "not a segment: no regular file");
  return status;
}

}  // namespace

Expected<ProcessSnapshot> readSegment(const fs::path& path) {
  return readSegment(path, readClock());
}

Expected<ProcessSnapshot> readSegment(const fs::path& path, const ReaderClock& clock) {
  const OpenFile file(path);
  ASSAY_TRY(const auto status, statusOf(file, path));
  const FileSource source(file.descriptor());
  ASSAY_TRY(DecodedSegment decoded, decodeSegment(source, path.string(), clock));
  ProcessSnapshot snapshot = std::move(decoded.snapshot);
  snapshot.files.push_back({path, status.st_dev, status.st_ino});
  if (decoded.ofThisBoot && isRunning({snapshot.pid, snapshot.processStart}, snapshot.files.front())) {
    snapshot.state = ProcessState::Running;
    snapshot.observedSeconds = decoded.secondsSinceStart;
    snapshot.residentBytes = residentBytes(snapshot.pid);
  }
  return snapshot;
}

bool isUnfinishedSegment(const fs::path& path) {
  const OpenFile file(path);
  const auto status = statusOf(file, path);
  return status && isUnfinished(FileSource(file.descriptor()));
}

}  // namespace assay::telemetry
