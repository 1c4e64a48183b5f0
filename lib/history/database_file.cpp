// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/database_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "history/sqlite.h"

namespace assay::history {
namespace fs = std::filesystem;
namespace {

constexpr const char* kBeside[] = {"-wal", "-shm", "-journal"};
constexpr int kMostAside = 1000;

std::unexpected<Error> cannot(const char* what, const fs::path& file, const std::string& reason) {
  return std::unexpected(
      Error{ErrorCode::Output, fmt::format("cannot {}: {}", what, reason), {file.string(), 0, 0}, {}});
}

fs::path withSuffix(const fs::path& file, const std::string& suffix) {
  return file.string() + suffix;
}

fs::path freeNameBeside(const fs::path& file) {
  std::error_code ignored;
  int number = 1;
  while (number < kMostAside && fs::exists(withSuffix(file, fmt::format(".damaged-{}", number)), ignored))
    ++number;
  return withSuffix(file, fmt::format(".damaged-{}", number));
}

Expected<FileKind> kindOfDatabase(const fs::path& file) {
  ASSAY_TRY(Connection connection, Connection::open(file, OpenMode::Look));
  ASSAY_TRY(const std::int64_t application, connection.ask("PRAGMA application_id"));
  if (application != kApplicationId) return FileKind::Foreign;
  ASSAY_TRY(const std::int64_t version, connection.ask("PRAGMA user_version"));
  return version > kSchemaVersion ? FileKind::Newer : FileKind::Ours;
}

}  // namespace

// SQLite is asked: to close a file that this process has open elsewhere, having read it, would take away the
// locks that SQLite holds on it, and the next reader would think that nobody writes.
FileKind kindOf(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || size == 0) return FileKind::Missing;
  const auto kind = kindOfDatabase(file);
  if (kind) return *kind;
  return isDamage(kind.error()) ? FileKind::Damaged
                                : FileKind::Ours;  // who opens it is told what is in the way
}

Expected<void> makeFolderOf(const fs::path& file) {
  const fs::path folder = file.parent_path();
  std::error_code error;
  if (folder.empty() || fs::is_directory(folder, error)) return {};
  fs::create_directories(folder, error);
  if (!error) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return cannot("make the folder", folder, error.message());
  return {};
}

Expected<void> makePrivateFile(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return cannot("make the file", file, std::strerror(errno));
  ::close(descriptor);
  return {};
}

Expected<fs::path> putAside(const fs::path& file) {
  const fs::path aside = freeNameBeside(file);
  std::error_code error;
  fs::rename(file, aside, error);
  if (error) return cannot("rename the file", file, error.message());
  // What is beside it need not be there.
  for (const char* suffix : kBeside) fs::rename(withSuffix(file, suffix), withSuffix(aside, suffix), error);
  return aside;
}

Expected<WriterLock> WriterLock::take(const fs::path& file) {
  const fs::path lock = withSuffix(file, "-lock");
  const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return cannot("make the file", lock, std::strerror(errno));
  WriterLock made(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return made;
  return std::unexpected(Error{ErrorCode::Output,
                               "another `assay serve` records into this history",
                               {file.string(), 0, 0},
                               "name another file with --history, or none"});
}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace assay::history
