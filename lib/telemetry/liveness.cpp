// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/liveness.h"

#include <signal.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>

#include "support/strings.h"

namespace assay::telemetry {
namespace fs = std::filesystem;
namespace {

enum class Answer { Yes, No, MayNotLook };

// A process that hides from /proc (hidepid) or a system without /proc still answers to signal 0.
bool existsAtAll(pid_t pid) {
  return ::kill(pid, 0) == 0 || errno == EPERM;
}

struct Stat {
  char state = '?';
  std::uint64_t start = 0;
};

// The name in field 2 may hold anything, blanks and brackets too; the fields are counted from its end.
std::optional<Stat> readStat(const fs::path& folder) {
  std::ifstream file(folder / "stat");
  std::string text;
  if (!std::getline(file, text, '\0')) return std::nullopt;
  const std::size_t end = text.rfind(')');
  if (end == std::string::npos || end + 2 >= text.size()) return std::nullopt;
  const auto fields = split(std::string_view(text).substr(end + 2), ' ');
  constexpr std::size_t kStart = 22 - 3;
  Stat stat;
  if (fields.size() <= kStart || fields[0].empty()) return std::nullopt;
  stat.state = fields[0].front();
  std::from_chars(fields[kStart].data(), fields[kStart].data() + fields[kStart].size(), stat.start);
  return stat;
}

// address perms offset major:minor inode path
bool lineNames(const std::string& line, const SegmentFile& segment) {
  std::istringstream fields(line);
  std::string address, permissions, offset, device, path;
  std::uint64_t inode = 0;
  if (!(fields >> address >> permissions >> offset >> device >> inode) || inode != segment.inode)
    return false;
  char expected[32];
  std::snprintf(expected, sizeof expected, "%02x:%02x", ::gnu_dev_major(segment.device),
                ::gnu_dev_minor(segment.device));
  if (device == expected) return true;
  // Overlays and some network file systems show another device here than stat does.
  std::getline(fields >> std::ws, path);
  return fs::path(path).filename() == segment.path.filename();
}

Answer maps(const fs::path& folder, const SegmentFile& segment) {
  errno = 0;
  std::ifstream file(folder / "maps");
  if (!file) return errno == EACCES || errno == EPERM ? Answer::MayNotLook : Answer::No;
  const std::string inode = " " + std::to_string(segment.inode);  // few lines are worth a closer look
  std::string line;
  while (std::getline(file, line))
    if (line.find(inode) != std::string::npos && lineNames(line, segment)) return Answer::Yes;
  return file.bad() ? Answer::MayNotLook : Answer::No;
}

// When the main thread has left a process that goes on, only the other threads show what is mapped.
Answer anyThreadMaps(const fs::path& folder, const SegmentFile& segment) {
  std::error_code failed;
  for (fs::directory_iterator it(folder / "task", failed), end; !failed && it != end; it.increment(failed)) {
    const auto stat = readStat(it->path());
    if (!stat || stat->state == 'Z' || stat->state == 'X') continue;
    if (const Answer answer = maps(it->path(), segment); answer != Answer::No) return answer;
  }
  return Answer::No;
}

}  // namespace

bool isRunning(const ProcessIdentity& process, const SegmentFile& segment) {
  if (process.pid == 0 || process.pid > static_cast<std::uint32_t>(std::numeric_limits<pid_t>::max()))
    return false;
  const fs::path folder = fs::path("/proc") / std::to_string(process.pid);
  const auto stat = readStat(folder);
  if (!stat) return existsAtAll(static_cast<pid_t>(process.pid));
  if (stat->start != process.start) return false;
  // The main thread may have left, or leave between two looks: what it showed is then nothing.
  return maps(folder, segment) != Answer::No || anyThreadMaps(folder, segment) != Answer::No;
}

std::uint64_t residentBytes(std::uint32_t pid) {
  std::ifstream file(fs::path("/proc") / std::to_string(pid) / "statm");
  std::uint64_t size = 0, resident = 0;  // in pages
  if (!(file >> size >> resident)) return 0;
  return resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace assay::telemetry
