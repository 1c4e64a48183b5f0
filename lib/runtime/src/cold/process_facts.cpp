// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who this process is, from /proc, with plain system calls: no stdio, which may allocate.
#include "runtime/src/cold/process_facts.h"

#include <fcntl.h>
#include <unistd.h>
#include <cstring>

namespace assay::runtime {
namespace {

constexpr unsigned kFieldsFromNameToStart = 20;  // proc(5): the name is field 2, starttime field 22

std::uint64_t processStart() noexcept {
  char text[1024];
  if (!readText("/proc/self/stat", text, sizeof text)) return 0;
  const char* at = std::strrchr(text, ')');  // the name may hold blanks and brackets
  if (at == nullptr) return 0;
  for (unsigned field = 0; field < kFieldsFromNameToStart; ++field) {
    at = std::strchr(at + 1, ' ');
    if (at == nullptr) return 0;
  }
  std::uint64_t value = 0;
  for (++at; *at >= '0' && *at <= '9'; ++at) value = value * 10 + static_cast<unsigned>(*at - '0');
  return value;
}

}  // namespace

void describeThisProcess(vocabulary::SegmentHeader& header) noexcept {
  header.pid = static_cast<std::uint32_t>(getpid());
  header.processStart = processStart();
  if (readText("/proc/sys/kernel/random/boot_id", header.bootId, sizeof header.bootId)) {
    header.bootId[std::strcspn(header.bootId, "\n")] = '\0';
  }
  const ssize_t length = readlink("/proc/self/exe", header.program, sizeof header.program - 1);
  header.program[length > 0 ? length : 0] = '\0';
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
