// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The folder that `assay cc --prepare` writes and `assay cc -- COMPILER …` reads: which files have a guarded
// form, and where it is. The index is text, a fact a line, so that the library in GCC can read it without
// help.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/expected.h"

namespace assay::launch {

/// What stands where in the folder of an index.
struct Places {
  std::filesystem::path folder;

  [[nodiscard]] std::filesystem::path index() const { return folder / "index"; }
  [[nodiscard]] std::filesystem::path overlay() const { return folder / "overlay.yaml"; }
  /// The guarded text of a file, by its path from the root.
  [[nodiscard]] std::filesystem::path text(const std::string& file) const { return folder / "files" / file; }
  /// What a unit's objects depend on beside what the compiler says; `unit` is a unitKey().
  [[nodiscard]] std::filesystem::path stamp(const std::string& unit) const {
    return folder / "stamps" / (unit + ".stamp");
  }
  /// There when nothing is to be prepared.
  [[nodiscard]] std::filesystem::path prepared() const { return folder / "prepared"; }
  /// What compilers refused of guarded texts.
  [[nodiscard]] std::filesystem::path refusals() const { return folder / "refused"; }
  /// The records of a unit's objects.
  [[nodiscard]] std::filesystem::path records(const std::string& unit) const {
    return folder / "records" / unit;
  }
};

/// A file as it was when its guarded text was made.
struct FileTime {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< nanoseconds since the epoch

  bool operator==(const FileTime&) const = default;
};

struct GuardedFile {
  std::uint64_t hash = 0;  ///< of the guarded text
  FileTime original;

  bool operator==(const GuardedFile&) const = default;
};

struct Index {
  std::vector<std::string>
      roots;                   ///< the same folder, absolute, in every spelling in use; the real one first
  std::string runtimeInclude;  ///< the folder of <assay/inserted.h>
  std::string flags;           ///< hash of the build's commands that the guards were checked under
  std::map<std::string, GuardedFile> files;  ///< by path from the root
};

/// The text form; same index, same bytes. Paths hold no line break (see overlay.h).
std::string indexText(const Index& index);
/// Fails (Input) on a file that is missing, of another version or damaged.
Expected<Index> readIndex(const std::filesystem::path& file);

/// Nothing when there is no such file.
std::optional<FileTime> timeOf(const std::filesystem::path& file);
/// The index without the files that were written since their guarded text was made.
Index upToDatePart(const Index& index);

/// The path from the root of an absolute path, '/' between folders; nothing when it is elsewhere.
std::optional<std::string> fromRoot(const Index& index, const std::filesystem::path& file);
/// Names a main file in the folder: its path from the root, else the whole path below a folder of its own.
std::string unitKey(const Index& index, const std::filesystem::path& source);

}  // namespace assay::launch
