// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

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

// Removes the temporary unless the rename has taken it away.
class Temporary {
 public:
  explicit Temporary(std::string path) : path_(std::move(path)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  void release() { path_.clear(); }

 private:
  std::string path_;
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
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(status.st_size));
  char buffer[1 << 16];
  while (true) {
    const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
    if (count == 0) return bytes;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return systemError(ErrorCode::Input, path, "read", errno);
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

Expected<void> writeFileAtomically(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  const fs::path resolved = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
  const fs::path target = resolved.empty() ? path : resolved;
  std::error_code failed;
  if (target.has_parent_path()) fs::create_directories(target.parent_path(), failed);
  if (failed)
    return systemError(ErrorCode::Output, target.parent_path(), "create the folder", failed.value());

  std::string name = (target.parent_path() / (std::string(kTemporaryPrefix) + "XXXXXX")).string();
  const Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (file.get() < 0) return systemError(ErrorCode::Output, target, "write", errno);
  Temporary temporary(name);
  if (const int reason = writeAll(file.get(), bytes))
    return systemError(ErrorCode::Output, target, "write", reason);
  if (::fchmod(file.get(), permissionsFor(target)) != 0 || ::fsync(file.get()) != 0)
    return systemError(ErrorCode::Output, target, "write", errno);
  if (::rename(temporary.path().c_str(), target.c_str()) != 0)
    return systemError(ErrorCode::Output, target, "replace", errno);
  temporary.release();
  return {};
}

}  // namespace assay
