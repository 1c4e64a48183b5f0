// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Parses many files as one in-memory unit, so that the headers they share are read once, and says for each
// file whether what was found is what the file alone would have shown. It is, when the preprocessor gave it
// the same tokens (replay.h), no error touches it, and what its functions rest on is declared in files that
// it includes itself. Callers see plain data.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scan/compilation_database.h"
#include "scan/facts.h"
#include "scan/parse_unit.h"
#include "scan/skipped_lines.h"

namespace assay::scan {

/// One file of such a unit.
struct UnitySection {
  std::string file;                 ///< absolute real path
  bool isUnit = true;               ///< else a header: its macros stay for the files behind it
  std::vector<std::string> macros;  ///< names that its text defines or undefines, see macrosOf()
};

struct SectionOutcome {
  bool sure = false;
  bool ownError = false;  ///< an error in the file itself
  std::string why;        ///< when it is not
  bool byItself = false;  ///< and no other unit with others could show it either
  std::vector<FileFacts>
      facts;  ///< of the file, and of untagged ones it includes that define what it declares
  std::vector<std::string> files;  ///< real paths of all files that it depends on, and of those that any
                                   ///< section's __has_include found, sorted; when sure
  std::vector<std::string>
      missing;  ///< where any section's #include or __has_include looked in vain; when sure
  std::vector<std::string> onlyAsked;  ///< of `files`: those that the section does not enter
  /// Of the files that any section enters, but not of the system's: what #if skips in them here. When sure.
  std::shared_ptr<const SkippedByFile> skipped;
};

/// Whether the file's name can be written in an #include.
bool canBeSection(const std::string& file);

/// The names that #define and #undef lines of a text touch, in inactive branches too; each once.
std::vector<std::string> macrosOf(std::string_view text);

/// Parses the sections in order under `model`'s flags. One outcome per section.
std::vector<SectionOutcome> collectUnity(const CompileCommand& model,
                                         const std::vector<UnitySection>& sections,
                                         const std::vector<WantedText>& wanted,
                                         const ParseEnvironment& environment);

}  // namespace assay::scan
