// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_reader.h"

#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

#include "scan/descriptor.h"

namespace assay::scan {
namespace {

std::unexpected<Error> systemError(const char* path, std::string_view action) {
  return std::unexpected(
      Error{ErrorCode::Input, fmt::format("cannot {}: {}", action, std::strerror(errno)), {path, 0, 0}, {}});
}

}  // namespace

// In huge pages where the system gives them: one fault instead of hundreds, each of which can cost as much as
// to read a small file.
void FileReader::reserve(std::size_t size, std::size_t kept) {
  constexpr std::size_t kHugePage = std::size_t{2} << 20;
  if (size <= capacity_) return;
  const std::size_t pages = (std::max(size, 2 * capacity_) + kHugePage - 1) / kHugePage;
  std::unique_ptr<char, Free> larger(static_cast<char*>(std::aligned_alloc(kHugePage, pages * kHugePage)));
  if (larger == nullptr) throw std::bad_alloc();
  ::madvise(larger.get(), pages * kHugePage, MADV_HUGEPAGE);  // advice: what it says is only speed
  if (kept > 0) std::memcpy(larger.get(), buffer_.get(), kept);
  buffer_ = std::move(larger);
  capacity_ = pages * kHugePage;
}

Expected<std::string_view> FileReader::read(int folder, const char* path, std::size_t expected) {
  constexpr std::size_t kMore = 1 << 16;
  // Not blocking, so that a pipe that took the file's place cannot hold us up.
  const Descriptor file(folder, path, O_RDONLY | O_NOCTTY | O_NONBLOCK);
  if (file.get() < 0) return systemError(path, "open");
  reserve(expected + 1, 0);
  std::size_t size = 0;
  while (true) {
    const std::size_t asked = capacity_ - size;
    const ssize_t count = ::read(file.get(), buffer_.get() + size, asked);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return systemError(path, "read");
    size += static_cast<std::size_t>(count);
    if (count == 0 || (size == expected && static_cast<std::size_t>(count) < asked)) break;
    reserve(size + kMore, size);
  }
  return std::string_view(buffer_.get(), size);
}

}  // namespace assay::scan
