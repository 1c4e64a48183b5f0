// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The database as a file: whose it is, before anything opens it; private; one writer; put aside when damaged.
#pragma once

#include <cstdint>
#include <filesystem>
#include <utility>

#include "support/expected.h"

namespace assay::history {

inline constexpr std::int64_t kApplicationId = 0x41535359;  ///< "ASSY", where SQLite keeps whose a file is
inline constexpr std::int64_t kSchemaVersion = 1;

enum class FileKind {
  Missing,  ///< or empty
  Ours,     ///< of this version or an older one
  Newer,    ///< ours, of a version that this program does not know
  Foreign,  ///< another program's database
  Damaged,  ///< no database at all
};

/// Asks SQLite and changes nothing. A file that cannot be looked at counts as ours: to open it says why.
FileKind kindOf(const std::filesystem::path& file);

/// Makes the folders above the file; the one it is in, when it was missing, for this user alone. Fails
/// (Output).
Expected<void> makeFolderOf(const std::filesystem::path& file);

/// Makes an empty file that only this user may read. Fails (Output), also when there is one.
Expected<void> makePrivateFile(const std::filesystem::path& file);

/// Renames the file, and what SQLite keeps beside it, to FILE.damaged-1 or the next number that is free, and
/// returns that. Fails (Output).
Expected<std::filesystem::path> putAside(const std::filesystem::path& file);

/// Held by the one that records. Ends with its process.
class WriterLock {
 public:
  /// Fails (Output) when another process has it.
  static Expected<WriterLock> take(const std::filesystem::path& file);
  WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace assay::history
