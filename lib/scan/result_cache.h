// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What earlier scans of a tree found out, under keys of all that it depends on: which files are of no
// interest, what their directives say, the compilation database, what each parse gave, and the whole result.
// A file counts as unchanged when its stamp is (file_stamp.h); one that was written just before or during the
// scan is not trusted to have kept its stamp. The cache may be deleted at any time; a damaged one, or one of
// another version, is an empty one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scan/compilation_database.h"
#include "scan/directives.h"
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
  ResultCache(const std::filesystem::path& folder, const std::string& root);
  ResultCache(const ResultCache&) = delete;
  ResultCache& operator=(const ResultCache&) = delete;

  /// One per file: what is known of it. `key` stands for the options that a reading depends on.
  [[nodiscard]] std::vector<std::optional<FileReading>> readings(const std::vector<WalkedFile>& files,
                                                                 std::uint64_t key) const;
  /// One per file, empty for one that has changed; or none at all.
  [[nodiscard]] std::vector<Directives> directives(const std::vector<WalkedFile>& files) const;
  /// The commands of the database at `path`, when reading it again would give the same. They are kept.
  [[nodiscard]] std::optional<CompilationDatabase> database(const std::string& path);
  /// Notes a database for save(). `stamp`: from before it was read.
  void keepDatabase(const std::string& path, const FileStamp& stamp, const ReadDatabase& database);
  /// The whole result, when nothing that it depends on has changed.
  [[nodiscard]] std::optional<WholeScan> whole(const std::vector<WalkedFile>& files,
                                               const std::string& database, std::uint64_t key);
  /// TargetResult::files and `missing` are many: whether they are filled.
  enum class Inputs : bool { LeftOut, Listed };
  /// The result of a target, when nothing that it depends on has changed. It is kept.
  [[nodiscard]] std::optional<TargetResult> target(std::uint64_t key, Inputs inputs = Inputs::Listed);
  /// Notes a new result for save(). What is not kept is dropped then.
  void keep(std::uint64_t key, const TargetResult& result);

  struct Saving {
    const std::vector<WalkedFile>& files;
    const std::vector<FileReading>& readings;  ///< one per file
    std::uint64_t readingsKey = 0;
    const WholeScan* whole = nullptr;                ///< null: the result is not complete
    std::vector<const Directives*> directives = {};  ///< one per file, null = unknown; or none at all
  };
  /// Replaces the file. A cache that cannot be written is no error: the next scan takes longer.
  void save(const Saving& saving);

 private:
  // What results rest on, each named once: files as they were, and places where one was looked for in vain.
  struct InputTable {
    std::vector<std::pair<std::string, FileStamp>> files;
    std::vector<std::string> missing;
    std::unordered_map<std::string, unsigned> fileNumbers;  // for writing
    std::unordered_map<std::string, unsigned> missingNumbers;
  };

  // `take(i, old)`: the file is the old one, of files_.
  template <class Take>
  void forEachUnchanged(const std::vector<WalkedFile>& files, const Take& take) const;
  [[nodiscard]] bool isRecent(const FileStamp& stamp) const;
  [[nodiscard]] bool hasFile(unsigned number);
  [[nodiscard]] bool isMissing(unsigned number);
  // What a target's result rests on: numbers of an InputTable.
  struct Numbers {
    std::vector<unsigned> files;
    std::vector<unsigned> missing;
  };
  [[nodiscard]] bool areUnchanged(const Numbers& inputs);
  void keepKnown(std::uint64_t key, const Numbers& inputs, std::string_view result);
  [[nodiscard]] std::optional<unsigned> fileNumber(const std::string& path);
  [[nodiscard]] std::optional<unsigned> fileNumber(const std::string& path, const FileStamp& stamp);
  [[nodiscard]] unsigned missingNumber(const std::string& path);
  [[nodiscard]] std::string packWhole(const Saving& saving);

  std::filesystem::path file_;  // empty: off
  std::int64_t startedNanos_ = 0;
  std::string bytes_;  // of the file, as it was read; what is packed are views of it
  std::uint64_t readingsKey_ = 0;
  std::vector<std::pair<std::string, FileStamp>> files_;  // of the tree, in order
  std::string_view readings_;                             // packed, one per file
  std::string_view directives_;                           // packed, one per file
  std::string_view database_;                             // packed
  InputTable known_;
  std::vector<std::optional<bool>> fileHolds_;  // what was found out about `known_`, by number
  std::vector<std::optional<bool>> missingHolds_;
  std::vector<std::optional<unsigned>> keptFiles_;  // their numbers in keepingInputs_, by their numbers there
  std::vector<std::optional<unsigned>> keptMissing_;
  std::string_view whole_;                                       // packed; empty = none
  std::unordered_map<std::uint64_t, std::string_view> targets_;  // packed
  InputTable keepingInputs_;
  std::string keepingDatabase_;                   // packed
  std::map<std::uint64_t, std::string> keeping_;  // packed
};

}  // namespace assay::scan
