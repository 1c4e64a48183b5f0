// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "support/huge_pages.h"
#include "support/interrupt.h"

namespace assay {
namespace fs = std::filesystem;
namespace {

std::unexpected<Error> systemError(ErrorCode code, const fs::path& path, std::string_view action,
                                   int reason) {
  return std::unexpected(
      Error{code, fmt::format("cannot {}: {}", action, std::strerror(reason)), {path.string(), 0, 0}, {}});
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

// A file that is gone in the end, also when a signal is the end, unless it has become the target.
class Temporary {
 public:
  explicit Temporary(const fs::path& folder)
      : path_((folder / (std::string(kTemporaryPrefix) + "XXXXXX")).string()) {
    const Uninterrupted section;
    fd_ = ::mkostemp(path_.data(), O_CLOEXEC);
    if (fd_ >= 0) Uninterrupted::remember(path_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (fd_ < 0) return;
    ::close(fd_);
    const Uninterrupted section;
    if (!renamed_) ::unlink(path_.c_str());
    Uninterrupted::forget(path_.c_str());
  }
  [[nodiscard]] int get() const { return fd_; }
  /// 0 or the system's reason.
  int becomes(const fs::path& target) {
    const Uninterrupted section;
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    Uninterrupted::forget(path_.c_str());
    renamed_ = true;
    return 0;
  }

 private:
  std::string path_;
  int fd_ = -1;
  bool renamed_ = false;
};

int writeAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// To a device, a pipe, a socket: only the name would be left of it.
Expected<void> writeThrough(const fs::path& target, std::string_view bytes) {
  const Descriptor file(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
  const int reason = file.get() < 0 ? errno : writeAll(file.get(), bytes);
  if (reason != 0) return systemError(ErrorCode::Output, target, "write", reason);
  return {};
}

mode_t permissionsFor(const fs::path& target) {
  struct stat status{};
  if (::stat(target.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Expected<std::string> readFile(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return systemError(ErrorCode::Input, path, "open", errno);
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) return systemError(ErrorCode::Input, path, "read", errno);
  if (S_ISDIR(status.st_mode)) return systemError(ErrorCode::Input, path, "read", EISDIR);
  constexpr std::size_t kLeastRead = 1 << 12;
  std::string bytes;
  // A byte more than is expected, so that the end shows itself without another buffer.
  std::size_t room = static_cast<std::size_t>(status.st_size) + 1;
  reserveHuge(bytes, room);
  while (true) {
    const std::size_t before = bytes.size();
    int reason = 0;
    bytes.resize_and_overwrite(before + std::max(room, kLeastRead), [&](char* data, std::size_t size) {
      const ssize_t count = ::read(file.get(), data + before, size - before);
      reason = count < 0 ? errno : 0;
      return before + static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    });
    if (reason != 0 && reason != EINTR) return systemError(ErrorCode::Input, path, "read", reason);
    if (reason == 0 && bytes.size() == before) return bytes;
    room -= std::min(room, bytes.size() - before);
  }
}

Expected<void> writeFileAtomically(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  if (fs::is_other(path, ignored)) return writeThrough(path, bytes);
  const fs::path resolved = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
  const fs::path target = resolved.empty() ? path : resolved;
  std::error_code failed;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), failed);
  if (failed)
    return systemError(ErrorCode::Output, target.parent_path(), "create the folder", failed.value());

  Temporary temporary(target.parent_path());
  if (temporary.get() < 0) return systemError(ErrorCode::Output, target, "write", errno);
  if (const int reason = writeAll(temporary.get(), bytes))
    return systemError(ErrorCode::Output, target, "write", reason);
  if (::fchmod(temporary.get(), permissionsFor(target)) != 0 || ::fsync(temporary.get()) != 0)
    return systemError(ErrorCode::Output, target, "write", errno);
  if (const int reason = temporary.becomes(target))
    return systemError(ErrorCode::Output, target, "replace", reason);
  return {};
}

}  // namespace assay
