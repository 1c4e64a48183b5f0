// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/byte_source.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>

namespace assay::telemetry {

bool MemorySource::read(std::uint64_t offset, std::span<std::byte> target) const {
  if (offset > bytes_.size() || target.size() > bytes_.size() - offset) return false;
  std::ranges::copy(bytes_.subspan(static_cast<std::size_t>(offset), target.size()), target.begin());
  return true;
}

std::uint64_t FileSource::size() const {
  struct stat status{};
  return ::fstat(descriptor_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

bool FileSource::read(std::uint64_t offset, std::span<std::byte> target) const {
  constexpr auto kLast = static_cast<std::uint64_t>(std::numeric_limits<off_t>::max());
  if (offset > kLast || target.size() > kLast - offset) return false;
  while (!target.empty()) {
    const ssize_t count = ::pread(descriptor_, target.data(), target.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    target = target.subspan(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
  return true;
}

}  // namespace assay::telemetry
