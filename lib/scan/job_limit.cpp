// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Everything is read from the kernel's text files, so that a test can put others in their place.
#include "scan/job_limit.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <unistd.h>

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
using Number = std::optional<std::size_t>;

constexpr std::size_t kUnbounded = std::numeric_limits<std::size_t>::max();

std::string textOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Number numberOf(std::string_view text) {
  std::size_t value = 0;
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data() + begin, text.data() + text.size(), value);
  return error == std::errc() ? Number(value) : std::nullopt;  // "max" and "unlimited" are no numbers
}

/// What stands behind `key` at the beginning of a line.
std::string valueOf(const std::string& text, std::string_view key) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(key)) return line.substr(key.size());
  return {};
}

/// "0-3,8" -> 5
std::size_t countOfList(const std::string& list) {
  std::size_t count = 0;
  std::istringstream parts(list);
  for (std::string part; std::getline(parts, part, ',');) {
    const Number first = numberOf(part);
    if (!first) continue;
    const auto dash = part.find('-');
    const Number last = dash == std::string::npos ? first : numberOf(part.substr(dash + 1));
    if (last && *last >= *first) count += *last - *first + 1;
  }
  return count;
}

std::size_t difference(std::size_t limit, std::size_t used) {
  return limit > used ? limit - used : 0;
}

/// The folder of a controller's group and those above it. Inside a container the path that /proc names may
/// not be there, while what bounds the container is at the mount's top.
std::vector<fs::path> groupFolders(const fs::path& mount, const std::string& group) {
  std::vector<fs::path> folders{mount};
  for (const fs::path& part : fs::path(group).relative_path())
    if (!part.empty()) folders.push_back(folders.back() / part);
  return folders;
}

struct Groups {
  std::vector<fs::path> memory;  ///< cgroup v1
  std::vector<fs::path> cpu;     ///< cgroup v1
  std::vector<fs::path> both;    ///< cgroup v2
};

// Lines of /proc/self/cgroup: "0::/path" is v2, "4:cpu,cpuacct:/path" is v1.
Groups readGroups(const fs::path& root) {
  Groups groups;
  const fs::path mounts = root / "sys/fs/cgroup";
  std::istringstream lines(textOf(root / "proc/self/cgroup"));
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find(':');
    const auto second = line.find(':', first == std::string::npos ? first : first + 1);
    if (second == std::string::npos) continue;
    const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
    const std::string path = line.substr(second + 1);
    if (controllers == ",,") groups.both = groupFolders(mounts, path);
    if (controllers.contains(",memory,")) groups.memory = groupFolders(mounts / "memory", path);
    if (controllers.contains(",cpu,")) groups.cpu = groupFolders(mounts / "cpu", path);
  }
  return groups;
}

/// File pages are given up before anything is killed.
std::size_t leftInGroup(const Number& limit, const Number& used, const std::string& statistics,
                        std::string_view prefix) {
  if (!limit || !used) return kUnbounded;
  std::size_t files = 0;
  for (const std::string_view kind : {"inactive_file ", "active_file "})
    files += numberOf(valueOf(statistics, std::string(prefix) + std::string(kind))).value_or(0);
  return difference(*limit, difference(*used, files));
}

std::size_t groupBytes(const Groups& groups) {
  std::size_t least = kUnbounded;
  for (const fs::path& folder : groups.both)
    least = std::min(
        least, leftInGroup(numberOf(textOf(folder / "memory.max")),
                           numberOf(textOf(folder / "memory.current")), textOf(folder / "memory.stat"), ""));
  for (const fs::path& folder : groups.memory)
    least = std::min(least, leftInGroup(numberOf(textOf(folder / "memory.limit_in_bytes")),
                                        numberOf(textOf(folder / "memory.usage_in_bytes")),
                                        textOf(folder / "memory.stat"), "total_"));
  return least;
}

/// Whole cores, rounded up: a quota of one and a half keeps two threads busy.
std::size_t coresOf(const Number& quota, const Number& period) {
  if (!quota || !period || *quota == 0 || *period == 0) return kUnbounded;
  return (*quota + *period - 1) / *period;
}

std::size_t groupCores(const Groups& groups) {
  std::size_t least = kUnbounded;
  for (const fs::path& folder : groups.both) {
    const std::string text = textOf(folder / "cpu.max");  // "150000 100000" or "max 100000"
    const auto blank = text.find(' ');
    if (blank != std::string::npos)
      least = std::min(least, coresOf(numberOf(text), numberOf(text.substr(blank))));
  }
  for (const fs::path& folder : groups.cpu)
    least = std::min(least, coresOf(numberOf(textOf(folder / "cpu.cfs_quota_us")),  // -1 = none
                                    numberOf(textOf(folder / "cpu.cfs_period_us"))));
  return least;
}

std::size_t machineBytes(const fs::path& root) {
  const Number kilobytes = numberOf(valueOf(textOf(root / "proc/meminfo"), "MemAvailable:"));
  return kilobytes ? *kilobytes * 1024 : kUnbounded;
}

std::size_t addressSpaceBytes(const fs::path& root) {
  const Number limit = numberOf(valueOf(textOf(root / "proc/self/limits"), "Max address space"));
  const Number pages = numberOf(textOf(root / "proc/self/statm"));
  if (!limit || !pages) return kUnbounded;
  return difference(*limit, *pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)));
}

}  // namespace

Capacity readCapacity(const fs::path& root) {
  const Groups groups = readGroups(root);
  std::size_t cores = countOfList(valueOf(textOf(root / "proc/self/status"), "Cpus_allowed_list:"));
  if (cores == 0) cores = std::thread::hardware_concurrency();
  Capacity capacity;
  capacity.cores = static_cast<unsigned>(std::max<std::size_t>(1, std::min(cores, groupCores(groups))));
  capacity.bytes = std::min({machineBytes(root), groupBytes(groups), addressSpaceBytes(root)});
  return capacity;
}

unsigned jobLimit(unsigned asked, std::size_t tasks, std::size_t bytesPerTask, const Capacity& capacity) {
  std::size_t jobs = std::min<std::size_t>(asked > 0 ? asked : capacity.cores, tasks);
  if (bytesPerTask > 0) jobs = std::min(jobs, capacity.bytes / bytesPerTask);
  return static_cast<unsigned>(std::max<std::size_t>(1, jobs));
}

unsigned jobLimit(unsigned asked, std::size_t tasks, std::size_t bytesPerTask) {
  return jobLimit(asked, tasks, bytesPerTask, readCapacity());
}

}  // namespace assay::scan
