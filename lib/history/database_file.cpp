// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/database_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string_view>

namespace assay::history {
namespace fs = std::filesystem;
namespace {

// SQLite's file format: a hundred bytes, numbers with the highest byte first.
constexpr std::size_t kHeaderBytes = 100;
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr const char* kBeside[] = {"-wal", "-shm", "-journal"};
constexpr int kMostAside = 1000;

using Header = std::array<char, kHeaderBytes>;

std::uint32_t numberAt(const Header& header, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(header[at + i]);
  return value;
}

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

}  // namespace

FileKind kindOf(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || size == 0) return FileKind::Missing;
  Header header{};
  std::ifstream in(file, std::ios::binary);
  if (!in.read(header.data(), header.size()) ||
      !std::string_view(header.data(), header.size()).starts_with(kMagic))
    return FileKind::Damaged;
  if (numberAt(header, kApplicationIdAt) != kApplicationId) return FileKind::Foreign;
  return numberAt(header, kUserVersionAt) > kSchemaVersion ? FileKind::Newer : FileKind::Ours;
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
