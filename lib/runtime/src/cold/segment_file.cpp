// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Segments lie in $ASSAY_DIR, else in /dev/shm/assay-<uid>: in memory, so that no guard ever waits for a
// disk. The folder must be ours and nobody else's to write; a symbolic link in its place is refused, and so
// is one for the file.
#include "runtime/src/cold/segment_file.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "runtime/src/cold/state.h"
#include "runtime/src/cold/text.h"
#include "runtime/src/hot/clock.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {
namespace {

constexpr unsigned kAttempts = 16;

/// Ours, a folder, and nobody else can put files into it.
bool trusted(int folder) noexcept {
  struct stat facts;
  return fstat(folder, &facts) == 0 && S_ISDIR(facts.st_mode) && facts.st_uid == geteuid() &&
         (facts.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

void addFolder(Text<sizeof state.folder>& path) noexcept {
  if (state.folder[0] != '\0')
    path.add(state.folder);
  else
    path.add(kDefaultFolder).addDecimal(geteuid());
}

void makeFolder() noexcept {
  Text<sizeof state.folder> path;
  addFolder(path);
  mkdir(path.text(), 0700);
}

/// The absolute path of an open file: the program may change its folder before the file must grow.
bool notePath(Segment& segment, int descriptor) noexcept {
  Text<64> link;
  link.add("/proc/self/fd/").addDecimal(static_cast<std::uint64_t>(descriptor));
  const ssize_t length = readlink(link.text(), segment.path, sizeof segment.path - 1);
  if (length <= 0 || static_cast<std::size_t>(length) >= sizeof segment.path - 1) return false;
  segment.path[length] = '\0';
  return true;
}

bool noteFile(Segment& segment, int descriptor) noexcept {
  struct stat facts;
  if (fstat(descriptor, &facts) != 0 || fchmod(descriptor, 0600) != 0) return false;
  segment.device = facts.st_dev;
  segment.inode = facts.st_ino;
  return notePath(segment, descriptor);
}

void nameFile(Text<96>& name, unsigned attempt) noexcept {
  name.clear();
  name.addDecimal(static_cast<std::uint64_t>(getpid())).add("-").addHex(monotonicNanoseconds());
  name.add("-").addDecimal(attempt).add(vocabulary::kSegmentSuffix);
}

int createIn(int folder, Text<96>& name) noexcept {
  for (unsigned attempt = 0; attempt < kAttempts; ++attempt) {
    nameFile(name, attempt);
    const int descriptor =
        openat(folder, name.text(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

/// RLIMIT_FSIZE must be asked first: to run over it raises a signal that ends the program.
bool withinLimit(std::uint64_t end) noexcept {
  struct rlimit limit;
  return getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || end <= limit.rlim_cur;
}

}  // namespace

int openSegmentFolder() noexcept {
  Text<sizeof state.folder> path;
  addFolder(path);
  const int folder = open(path.text(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder >= 0 && !trusted(folder)) return closeFile(folder), -1;
  return folder;
}

int createSegmentFile(Segment& segment) noexcept {
  makeFolder();
  const int folder = openSegmentFolder();
  if (folder < 0) return -1;
  Text<96> name;
  int descriptor = createIn(folder, name);
  if (descriptor >= 0 && !noteFile(segment, descriptor)) {
    unlinkat(folder, name.text(), 0);
    closeFile(descriptor);
    descriptor = -1;
  }
  closeFile(folder);
  return descriptor;
}

int openSegmentFile(const Segment& segment) noexcept {
  const int descriptor = open(segment.path, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return -1;
  struct stat facts;
  const bool same =
      fstat(descriptor, &facts) == 0 && facts.st_dev == segment.device && facts.st_ino == segment.inode;
  if (!same) return closeFile(descriptor), -1;
  return descriptor;
}

void removeSegmentFile(const Segment& segment) noexcept {
  unlink(segment.path);
}

bool reserveInFile(int descriptor, std::uint64_t begin, std::uint64_t end) noexcept {
  if (!withinLimit(end)) return false;
  int error;
  do {
    error = posix_fallocate(descriptor, static_cast<off_t>(begin), static_cast<off_t>(end - begin));
  } while (error == EINTR);
  return error == 0;
}

void closeFile(int descriptor) noexcept {
  close(descriptor);
}

}  // namespace assay::runtime
