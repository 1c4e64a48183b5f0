// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A tree of C and C++ files -> its manifest. The only room that knows Clang; no Clang type leaves it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fragment.h"
#include "model/manifest.h"
#include "scan/build_advice.h"
#include "scan/error_policy.h"
#include "scan/skip_rules.h"
#include "support/diagnostics.h"
#include "support/expected.h"
#include "tag/read_tags.h"

namespace assay::scan {

/// Where a long step stands. `total` is 0 while it is not known.
struct Progress {
  std::string_view step;
  std::size_t done = 0;
  std::size_t total = 0;
};

/// How files are parsed: what scan() and EditCheck share.
struct ParseOptions {
  std::filesystem::path root;                        ///< manifest paths are relative to it
  std::optional<std::filesystem::path> buildFolder;  ///< holds compile_commands.json; nothing = look for one
  std::vector<std::string> extraArguments;           ///< appended to every unit's flags
  std::string resourceFolder;  ///< Clang's builtin headers; empty = where they were at build time
  std::vector<std::string> queryDrivers =
      {};  ///< globs (with commas) of compilers that may be run, see query_driver.h
};

struct ScanOptions {
  ParseOptions parse;
  std::vector<std::filesystem::path> paths;  ///< files and folders to scan, inside the root; empty = the root
  std::vector<std::string> exclude;          ///< globs on root-relative paths
  SkipRules skip;                            ///< what is left out by rule
  tag::ReadOptions tags;
  std::vector<ErrorPolicy> errors;    ///< the last one that matches a file counts for it
  bool exact = false;                 ///< one unit at a time, no shortcuts: the oracle
  unsigned jobs = 0;                  ///< 0 = one per core
  std::optional<model::Shard> shard;  ///< only this part; nothing = all, merged
  std::filesystem::path cacheFolder;  ///< where results are kept for the next scan; empty = they are not
  std::function<void(const Progress&)> onProgress;
};

struct FoundSuspect {
  std::string file;
  unsigned line = 0;
  tag::Suspect suspect;
};

/// How the parsing went.
struct ParseStats {
  std::size_t targets = 0;                   ///< files to parse, under one configuration each
  std::size_t unityUnits = 0;                ///< units that held several of them
  std::size_t together = 0;                  ///< targets whose result came out of such a unit
  std::size_t known = 0;                     ///< targets whose result an earlier scan had found
  std::map<std::string, std::size_t> alone;  ///< targets that were parsed alone, by the reason
};

struct ScanStats {
  bool unchanged = false;  ///< nothing has changed since an earlier scan: the result is that one's
  std::size_t filesRead = 0;
  std::size_t bytesRead = 0;
  std::size_t filesTagged = 0;
  LeftOut filesLeftOut;
  ParseStats parsed;
  std::string compilationDatabase;  ///< path of the one used; empty = none was found, flags were guessed
  BuildAdvice advice;               ///< how to get one; filled in when there are tags and none was found
};

struct ScanResult {
  model::Manifest manifest;  ///< sorted; outcomes not yet filled in. Empty when only a part was asked for
  model::Fragment part;      ///< that part; its `tool` is the caller's to fill in
  std::vector<FoundSuspect> suspects;
  ScanStats stats;
  bool complete = true;  ///< false: some file could not be read or parsed; the diagnostics say which
  std::vector<std::string>
      unread;  ///< files and folders (ending in '/') that could not be read, root-relative
};

/// Scans. Fails only when nothing at all can be done (the root does not exist, the build folder has no
/// database); everything else is a diagnostic and `complete == false`.
Expected<ScanResult> scan(const ScanOptions& options, Diagnostics& diagnostics);

/// A file whose text is replaced in memory.
struct Overlay {
  std::string file;  ///< root-relative
  std::string text;
};

/// A diagnostic that the overlaid text brings and the file on disk does not have.
struct NewDiagnostic {
  std::string file;  ///< root-relative, or absolute outside the root
  unsigned line = 0;
  unsigned column = 0;
  std::string text;
};

/// Checks edits of one tree, again and again: what a unit had to say is kept, and it is parsed anew only when
/// the text of a file that it enters has changed since. The files on disk must stay as they are meanwhile.
/// One thread at a time; parses on all cores.
class EditCheck {
 public:
  /// `runtimeInclude` is the folder of <assay/…>, added to the include path. Fails as scan() does.
  static Expected<EditCheck> open(const ParseOptions& options, const std::filesystem::path& runtimeInclude);
  EditCheck(EditCheck&& other) noexcept;
  EditCheck& operator=(EditCheck&& other) noexcept;
  ~EditCheck();

  /// Parses the units that see the overlaid files, under their own flags and warnings, with and without the
  /// overlays, and returns what is new. Fails (Input) when a file cannot be read.
  Expected<std::vector<NewDiagnostic>> check(const std::vector<Overlay>& overlays);

  /// Units parsed since open(), those without the overlays among them.
  [[nodiscard]] std::size_t parsed() const;

 private:
  class Tree;
  explicit EditCheck(std::unique_ptr<Tree> tree);

  std::unique_ptr<Tree> tree_;
};

/// "assay was built with LLVM 22.1.8": for --version.
std::string llvmVersion();

}  // namespace assay::scan
