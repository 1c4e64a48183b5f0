// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "scan/descriptor.h"

namespace assay::scan {
namespace {

std::unexpected<Error> systemError(const char* path, std::string_view action) {
  return std::unexpected(
      Error{ErrorCode::Input, fmt::format("cannot {}: {}", action, std::strerror(errno)), {path, 0, 0}, {}});
}

}  // namespace

void FileReader::reserve(std::size_t size, std::size_t kept) {
  if (size <= capacity_) return;
  capacity_ = std::max(size, 2 * capacity_);
  auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
  if (kept > 0) std::memcpy(larger.get(), buffer_.get(), kept);
  buffer_ = std::move(larger);
}

Expected<std::string_view> FileReader::read(int folder, const char* path, std::size_t expected) {
  constexpr std::size_t kLeast = 1 << 16;
  // Not blocking, so that a pipe that took the file's place cannot hold us up.
  const Descriptor file(folder, path, O_RDONLY | O_NOCTTY | O_NONBLOCK);
  if (file.get() < 0) return systemError(path, "open");
  reserve(std::max(expected + 1, kLeast), 0);
  std::size_t size = 0;
  while (true) {
    const std::size_t asked = capacity_ - size;
    const ssize_t count = ::read(file.get(), buffer_.get() + size, asked);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return systemError(path, "read");
    size += static_cast<std::size_t>(count);
    if (count == 0 || (size == expected && static_cast<std::size_t>(count) < asked)) break;
    reserve(size + kLeast, size);
  }
  return std::string_view(buffer_.get(), size);
}

}  // namespace assay::scan
