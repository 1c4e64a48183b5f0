// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who this process is, from /proc, with plain system calls: no stdio, which may allocate.
#include "runtime/src/cold/process_facts.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "runtime/src/cold/text.h"

namespace assay::runtime {
namespace {

constexpr unsigned kFieldsFromNameToStart = 20;  // proc(5): the name is field 2, starttime field 22

struct Stat {
  char state;           ///< 0: it could not be read
  std::uint64_t start;  ///< field 22
};

Stat readStat(const char* path) noexcept {
  char text[1024];
  if (!readText(path, text, sizeof text)) return {};
  const char* at = std::strrchr(text, ')');  // the name may hold blanks and brackets
  if (at == nullptr || at[1] == '\0') return {};
  const char state = at[2];
  for (unsigned field = 0; field < kFieldsFromNameToStart; ++field) {
    at = std::strchr(at + 1, ' ');
    if (at == nullptr) return {};
  }
  std::uint64_t value = 0;
  for (++at; *at >= '0' && *at <= '9'; ++at) value = value * 10 + static_cast<unsigned>(*at - '0');
  return {state, value};
}

}  // namespace

void describeThisProcess(vocabulary::SegmentHeader& header) noexcept {
  header.pid = static_cast<std::uint32_t>(getpid());
  header.processStart = readStat("/proc/self/stat").start;
  if (readText("/proc/sys/kernel/random/boot_id", header.bootId, sizeof header.bootId)) {
    header.bootId[std::strcspn(header.bootId, "\n")] = '\0';
  }
  const ssize_t length = readlink("/proc/self/exe", header.program, sizeof header.program - 1);
  header.program[length > 0 ? length : 0] = '\0';
}

bool hasEnded(std::uint32_t pid, std::uint64_t start) noexcept {
  Text<64> path;
  const Stat stat = readStat(path.add("/proc/").addDecimal(pid).add("/stat").text());
  // Who hides from /proc still answers to signal 0.
  if (stat.state == 0) return kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH;
  return stat.start != start || stat.state == 'Z' || stat.state == 'X';
}

bool readText(const char* path, char* text, std::size_t capacity) noexcept {
  const int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const ssize_t length = read(file, text, capacity - 1);
  close(file);
  text[length > 0 ? length : 0] = '\0';
  return length > 0;
}

}  // namespace assay::runtime
