// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the scan asks Clang, and what it keeps of the answer. A target's result depends on nothing but the
// target: not on what else is parsed, in which order, or together with what. So it can be computed in any
// process, and kept for the next scan.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "model/annotated_function.h"
#include "scan/compilation_database.h"
#include "scan/parse_unit.h"
#include "scan/skipped_lines.h"
#include "support/diagnostics.h"

namespace assay::scan {

/// A line where #if skips code that a tag means.
struct HiddenLine {
  std::size_t source = 0;  ///< index of a tagged source
  unsigned line = 0;
};

/// One file to parse under one configuration of the build.
struct Target {
  std::vector<CompileCommand> commands;  ///< tried in order until one has no errors of its own making
  std::vector<std::size_t> views;        ///< tagged sources whose entries are wanted (indices)
  std::vector<std::size_t> declared;  ///< tagged sources whose declarations' definitions are wanted (indices)
  /// When not empty: all that is looked for. Without parsing, the preprocessor tells whether the unit shows
  /// one of them; if not, the result has no views.
  std::vector<HiddenLine> sought = {};
  /// A header that no tagged unit is known to include: in a unit with others nobody waits for it.
  bool unneeded = false;
  /// All that is wanted is which files the unit enters: it is not parsed.
  bool filesOnly = false;
  /// Nothing else to be parsed depends on its result: it may be put off.
  bool mayWait = false;

  [[nodiscard]] const std::string& file() const { return commands.front().file; }
};

/// One tagged file as one target showed it.
struct FileView {
  std::string path;   ///< root-relative
  bool clean = true;  ///< no error in the file or in what it includes
  std::vector<model::AnnotatedFunction> entries;
  /// Lines of code that #if skips and that tags mean: one for each run of tokens without a directive in
  /// between.
  std::vector<unsigned> hidden;
  Diagnostics diagnostics;
};

struct TargetResult {
  std::vector<FileView> views;                        ///< those of Target::views that were entered
  std::vector<model::AnnotatedFunction> definitions;  ///< of tagged declarations
  CompileCommand command;                             ///< the one of Target::commands that was used
  std::vector<UnitDiagnostic> errors;                 ///< the first in code, if there was one
  std::vector<std::string> files;                     ///< real paths of all files it depends on
  std::vector<std::string> missing = {};              ///< places where an #include looked and found nothing
  std::vector<std::string> onlyAsked = {};            ///< of `files`: found by __has_include, not entered
  std::vector<std::string> unknownFlags = {};         ///< of the command: those that Clang lacks
  std::vector<std::string> lacking = {};              ///< files that the command names and that are not there
  /// What #if skips in files that the unit enters, where its parse tells; not kept for the next scan.
  std::shared_ptr<const SkippedByFile> skipped = {};
  bool postponed = false;  ///< nothing is known yet: to be asked for again
  std::string alone = {};  ///< why it was not taken out of a unit with others; empty = it was
};

}  // namespace assay::scan
