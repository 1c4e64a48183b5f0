// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SARIF 2.1.0 with all that GitHub's code scanning asks for, and within its limits. What the results are
// about is the callers' business.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.h"
#include "support/diagnostics.h"

namespace assay::emit::ci {

/// More results in one run are refused by GitHub.
inline constexpr std::size_t kMostSarifResults = 25'000;

struct SarifRule {
  std::string_view id;
  Severity severity = Severity::Note;  ///< where a result has no other one
  std::string_view says;
  std::string help;
};

struct SarifResult {
  std::size_t rule = 0;  ///< index into the rules
  Severity severity = Severity::Note;
  std::string message = {};      ///< plain text: what would be markup or a placeholder is escaped here
  std::string file = {};         ///< relative to the folder that paths are relative to, or absolute
  unsigned line = 0;             ///< 1-based; 0 = not known
  std::string function = {};     ///< qualified name; empty = it is about none
  std::string fingerprint = {};  ///< Fingerprints::next()
  document::Value properties = {};
};

struct SarifLog {
  std::string_view verb;   ///< "check": tells this run from those of other verbs
  std::string_view tool;   ///< version of the program
  bool complete = true;    ///< false: some source could not be read or parsed
  std::string_view named;  ///< what the results are, where some are left out: "findings"
  std::vector<SarifRule> rules = {};
  std::vector<SarifResult> results = {};
};

/// At most kMostSarifResults, the gravest; the log says how many are left out.
std::string writeSarif(SarifLog log);

/// "note", "warning", "error", as SARIF and compilers call them.
std::string_view nameOf(Severity severity);

}  // namespace assay::emit::ci
