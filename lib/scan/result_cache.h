// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What earlier scans of a tree found out, under keys of all that it depends on: which files are of no
// interest, what each parse gave, and the whole result. A file counts as unchanged when its stamp is
// (file_stamp.h); one that was written just before or during the scan is not trusted to have kept its stamp.
// The cache may be deleted at any time; a damaged one, or one of another version, is an empty one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scan/file_stamp.h"
#include "scan/read_sources.h"
#include "scan/scan.h"
#include "scan/scan_target.h"
#include "scan/tree_walk.h"
#include "support/diagnostics.h"

namespace assay::scan {

/// A complete answer, and what it rests on beside the tree's files and what the targets depend on.
struct WholeScan {
  std::uint64_t key = 0;
  std::string database;           ///< the compilation database; empty = none
  std::vector<std::string> more;  ///< further files whose content counts
  ScanResult result;
  Diagnostics diagnostics;
};

class ResultCache {
 public:
  /// An empty `folder` makes a cache that never holds anything. `root` is absolute.
  ResultCache(std::filesystem::path folder, const std::string& root);

  /// One per file: what is known of it. `key` stands for the options that a reading depends on.
  [[nodiscard]] std::vector<std::optional<FileReading>> readings(const std::vector<WalkedFile>& files,
                                                                 std::uint64_t key) const;
  /// The whole result, when nothing that it depends on has changed.
  [[nodiscard]] std::optional<WholeScan> whole(const std::vector<WalkedFile>& files,
                                               const std::string& database, std::uint64_t key);
  /// The result of a target, when nothing that it depends on has changed.
  [[nodiscard]] std::optional<TargetResult> target(std::uint64_t key);
  /// Notes a result for save(); all others are dropped then.
  void keep(std::uint64_t key, const TargetResult& result);

  struct Saving {
    const std::vector<WalkedFile>& files;
    const std::vector<FileReading>& readings;  ///< one per file
    std::uint64_t readingsKey = 0;
    const WholeScan* whole = nullptr;  ///< null: the result is not complete
  };
  /// Replaces the file. A cache that cannot be written is no error: the next scan takes longer.
  void save(const Saving& saving);

 private:
  // What results rest on, each named once: files as they were, and places where one was looked for in vain.
  struct Inputs {
    std::vector<std::pair<std::string, FileStamp>> files;
    std::vector<std::string> missing;
    std::unordered_map<std::string, unsigned> numbers;  // of both, in their own count; for writing
  };

  [[nodiscard]] bool isRecent(const FileStamp& stamp) const;
  [[nodiscard]] bool hasFile(unsigned number);
  [[nodiscard]] bool isMissing(unsigned number);
  [[nodiscard]] bool areUnchanged(const std::vector<unsigned>& files, const std::vector<unsigned>& missing);
  [[nodiscard]] std::optional<unsigned> fileNumber(const std::string& path);
  [[nodiscard]] unsigned missingNumber(const std::string& path);
  [[nodiscard]] std::string packWhole(const Saving& saving);

  std::filesystem::path file_;  // empty: off
  std::int64_t startedNanos_ = 0;
  std::string bytes_;  // of the file, as it was read
  std::uint64_t readingsKey_ = 0;
  std::vector<std::pair<std::string, FileStamp>> files_;  // of the tree, in order
  std::vector<FileReading> readings_;                     // one per file
  Inputs known_;
  std::vector<std::optional<bool>> fileHolds_;  // what was found out about `known_`, by number
  std::vector<std::optional<bool>> missingHolds_;
  std::string whole_;                                       // packed; empty = none
  std::unordered_map<std::uint64_t, std::string> targets_;  // packed
  Inputs keepingInputs_;
  std::map<std::uint64_t, std::string> keeping_;  // packed
};

}  // namespace assay::scan
