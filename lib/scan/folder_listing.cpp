// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/folder_listing.h"

#include <dirent.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include "source/insertion.h"

namespace assay::scan {
namespace {

// What the kernel writes; glibc's struct dirent64 is the same, but its readdir() allocates for each folder.
using Record = struct dirent64;

FolderListing::Type typeOf(unsigned char type) {
  switch (type) {
    case DT_REG: return FolderListing::Type::File;
    case DT_DIR: return FolderListing::Type::Folder;
    case DT_LNK: return FolderListing::Type::Link;
    case DT_UNKNOWN: return FolderListing::Type::Unknown;
    default: return FolderListing::Type::Other;
  }
}

}  // namespace

int FolderListing::read(int folder) {
  std::string names = std::move(names_);
  std::vector<Entry> entries = std::move(entries_);
  names.clear();
  entries.clear();
  *this = {};
  std::vector<std::pair<std::size_t, Type>> places;
  alignas(Record) char buffer[1 << 15];
  long size = 0;
  while ((size = ::syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0)
    for (long at = 0; at < size;) {
      unsigned short length = 0;
      std::memcpy(&length, buffer + at + offsetof(Record, d_reclen), sizeof length);
      const char* name = buffer + at + offsetof(Record, d_name);
      note(name);
      if (name[0] != '.') {
        places.emplace_back(
            names.size(),
            typeOf(static_cast<unsigned char>(buffer[at + static_cast<long>(offsetof(Record, d_type))])));
        names.append(name).push_back('\0');
      }
      at += length;
    }
  const int error = size < 0 ? errno : 0;
  names_ = std::move(names);
  entries_ = std::move(entries);
  for (const auto& [offset, type] : places) entries_.push_back({names_.data() + offset, type});
  return error;
}

void FolderListing::note(std::string_view name) {
  switch (name.front()) {
    case '.':
      rules_.gitignore |= name == ".gitignore";
      rules_.ignore |= name == ".ignore";
      rules_.attributes |= name == ".gitattributes";
      rules_.repository |= name == ".git";
      ninjaLog_ |= name == ".ninja_log";
      mirror_ |= name == source::kMirrorList;
      break;
    case 'C':
      cmakeCache_ |= name == "CMakeCache.txt";
      cmakeLists_ |= name == "CMakeLists.txt";
      break;
    case 'm':
      mesonPrivate_ |= name == "meson-private";
      mesonBuild_ |= name == "meson.build";
      break;
    default: break;
  }
}

bool FolderListing::isBuildFolder() const {
  if (mirror_) return true;
  if (cmakeCache_) return !cmakeLists_;
  return mesonPrivate_ || (ninjaLog_ && !mesonBuild_);
}

}  // namespace assay::scan
