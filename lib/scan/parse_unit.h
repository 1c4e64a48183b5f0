// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs Clang over one unit in this process: its own view of the file system (nothing changes the working
// folder, so units parse side by side), some files replaced in memory. Callers see plain data.
#pragma once

#include <string>
#include <vector>

#include "scan/asked_shadow.h"
#include "scan/compilation_database.h"
#include "scan/facts.h"
#include "source/span.h"

namespace assay::scan {

/// A file whose text is replaced in memory. The path is absolute and without symbolic links.
struct FileText {
  std::string path;
  std::string text;
};

/// What all units of a run share. Must outlive them; read only.
struct ParseEnvironment {
  std::string root;            ///< absolute real path
  std::string resourceFolder;  ///< Clang's builtin headers
  std::vector<std::string> extraArguments;
  std::vector<FileText> overlays;
};

/// A file whose declarations are wanted, and where functions begin whose bodies are needed (wanted.h).
struct WantedText {
  std::string path;  ///< absolute real path
  std::vector<source::Span> bodies;
  std::vector<std::string> replaced = {};  ///< what its tags say that functions replace, each once
  std::vector<AskedShadow> shadows = {};   ///< what its tags say of functions in a shadow, each once
};

struct UnitDiagnostic {
  bool error = false;  ///< else a warning
  std::string file;    ///< absolute; empty when Clang named no place
  unsigned line = 0;
  unsigned column = 0;
  std::string text;

  bool operator==(const UnitDiagnostic&) const = default;
};

struct UnitOutcome {
  std::vector<FileFacts> facts;  ///< one per wanted file the unit saw, and those of files with definitions
  std::vector<UnitDiagnostic> diagnostics;  ///< errors, in Clang's order
  std::size_t languageErrors = 0;    ///< that another standard may cure; outside bodies that nobody asked for
  std::vector<std::string> files;    ///< absolute real paths of all files the unit read or asked for, sorted
  std::vector<std::string> missing;  ///< where an #include or __has_include looked in vain
  std::vector<std::string> onlyAsked;  ///< of `files`: found by __has_include, not entered
};

/// What becomes of Clang's memory for a unit. To free it piece by piece takes a hundredth of the parse; what
/// is left goes with the process.
enum class Remains : bool { Freed, Left };

struct CollectOptions {
  bool everyBody = false;  ///< else those that are wanted
  Remains remains = Remains::Freed;
};

/// Parses declarations, and bodies. Never fails: a unit that cannot be parsed at all has no facts.
UnitOutcome collectUnit(const CompileCommand& command, const std::vector<WantedText>& wanted,
                        const CollectOptions& options, const ParseEnvironment& environment);

struct DiagnosedUnit {
  std::vector<UnitDiagnostic> diagnostics;
  std::vector<std::string> files;         ///< absolute real paths of all files the unit entered, sorted
  std::vector<std::string> missing = {};  ///< where an #include or __has_include looked in vain
  std::vector<std::string> asked = {};    ///< absolute real paths of files that __has_include found

  /// All files that must be as they are for the unit to be read the same way again; sorted.
  [[nodiscard]] std::vector<std::string> dependencies() const;
  /// Those of `asked` that the unit does not enter; sorted.
  [[nodiscard]] std::vector<std::string> onlyAsked() const;
};

/// Parses everything under the command's own warnings.
DiagnosedUnit diagnoseUnit(const CompileCommand& command, const ParseEnvironment& environment);

}  // namespace assay::scan
