// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Never mapped: a file that is truncated while it is mapped raises SIGBUS in whoever looks at it. Opened anew
// each time, because programs close descriptors that they do not know, and read in one go, because it is only
// ever replaced.
#include "runtime/src/cold/control.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "runtime/src/cold/segment_file.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/text.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

Control theControl = {};
constexpr std::size_t kLongestPath = sizeof state.folder + 64;

/// Where segments go, as cold/segment_file.cpp has it.
template <std::size_t Capacity>
void addFolder(Text<Capacity>& path) noexcept {
  if (state.folder[0] != '\0')
    path.add(state.folder);
  else
    path.add(kDefaultFolder).addDecimal(geteuid());
}

unsigned char* bytesOf(Control& control) noexcept {
  return reinterpret_cast<unsigned char*>(&control.header);
}

const char* problemWith(const struct stat& facts) noexcept {
  if (!S_ISREG(facts.st_mode)) return "it is no file";
  if (facts.st_uid != geteuid() && facts.st_uid != 0) return "it belongs to somebody else";
  if ((facts.st_mode & (S_IWGRP | S_IWOTH)) != 0) return "others may write to it";
  if (facts.st_size > static_cast<off_t>(kLargestControlFile)) return "it is damaged";
  return nullptr;
}

/// Bytes read, up to as many as there is room for.
std::size_t readAll(int file, unsigned char* bytes) noexcept {
  std::size_t count = 0;
  while (count < kLargestControlFile) {
    const ssize_t got = read(file, bytes + count, kLargestControlFile - count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    count += static_cast<std::size_t>(got);
  }
  return count;
}

const char* readFrom(int file, Control& control) noexcept {
  struct stat facts;
  if (fstat(file, &facts) != 0) return "it cannot be read";
  if (const char* problem = problemWith(facts)) return problem;
  return controlProblem(bytesOf(control), readAll(file, bytesOf(control)));
}

bool writeAll(int file, const unsigned char* bytes, std::size_t count) noexcept {
  while (count != 0) {
    const ssize_t written = write(file, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    count -= static_cast<std::size_t>(written);
  }
  return true;
}

/// A file that was not there before: nothing that somebody else has put there is opened, let alone waited
/// for.
int openFresh(const char* path) noexcept {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const int file = open(path, kFlags, 0600);
  if (file >= 0 || errno != EEXIST || unlink(path) != 0) return file;
  return open(path, kFlags, 0600);
}

bool replace(const unsigned char* bytes, std::size_t count) noexcept {
  Text<kLongestPath> fresh;
  fresh.add(controlPath()).add(".").addDecimal(static_cast<std::uint64_t>(getpid()));
  const int file = openFresh(fresh.text());
  if (file < 0) return false;
  const bool whole = reserveInFile(file, 0, count) && writeAll(file, bytes, count);
  close(file);
  if (whole && rename(fresh.text(), controlPath()) == 0) return true;
  unlink(fresh.text());
  return false;
}

}  // namespace

ControlEntry* Control::find(std::uint64_t id) noexcept {
  for (std::uint32_t i = 0; i < header.entryCount; ++i)
    if (entries[i].id == id) return &entries[i];
  return nullptr;
}

ControlEntry* Control::add(std::uint64_t id) noexcept {
  if (header.entryCount >= kMaxExperiments) return nullptr;
  ControlEntry& entry = entries[header.entryCount++];
  std::memset(&entry, 0, sizeof entry);
  entry.id = id;
  return &entry;
}

const char* controlPath() noexcept {
  static Text<kLongestPath> path;
  path.clear();
  if (state.control[0] != '\0') return path.add(state.control).text();
  addFolder(path);
  return path.add("/").add(kControlFile).text();
}

int lockControl() noexcept {
  Text<kLongestPath> path;
  path.add(controlPath()).add(kControlLockSuffix);
  const int file = open(path.text(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
  if (file < 0) return -1;
  if (flock(file, LOCK_EX | LOCK_NB) == 0) return file;
  const int error = errno;
  closeFile(file);
  errno = error;
  return -1;
}

Control& readControl() noexcept {
  Control& control = theControl;
  control.problem = nullptr;
  control.exists = false;
  std::memset(&control.header, 0, sizeof control.header);
  const int file = open(controlPath(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) {
    if (errno != ENOENT && errno != ENOTDIR) control.problem = "it cannot be opened";
    return control;
  }
  control.exists = true;
  control.problem = readFrom(file, control);
  if (control.problem != nullptr) control.header.entryCount = 0;
  close(file);
  return control;
}

bool writeControl(Control& control) noexcept {
  ControlHeader& header = control.header;
  header.magic = kControlMagic;
  header.version = kControlVersion;
  header.headerBytes = sizeof(ControlHeader);
  header.entryBytes = sizeof(ControlEntry);
  const std::size_t count = sizeof header + header.entryCount * sizeof(ControlEntry);
  header.checksum = controlChecksum(bytesOf(control), count);
  return replace(bytesOf(control), count);
}

}  // namespace assay::runtime
