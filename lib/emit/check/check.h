// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Findings -> what a person, a code host or a CI system reads. Everything comes from the findings; no file is
// opened.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/finding.h"
#include "policy/rules.h"

namespace assay::emit::check {

/// What is to be said. Refers to what the caller keeps.
struct Result {
  const std::vector<policy::Finding>& findings;  ///< arranged
  const policy::RuleSet& rules;
  std::size_t entries = 0;                   ///< that were looked at
  bool scanned = false;                      ///< whether there was a scan to compare the manifest with
  bool complete = true;                      ///< false: some source could not be read or parsed
  std::size_t known = 0;                     ///< findings that the baseline has too
  std::optional<std::size_t> baseline = {};  ///< entries of the baseline; nothing = there is none
  Severity failOn = Severity::Error;         ///< from which severity on a finding fails the check
  std::string today = {};                    ///< "2026-11-29"
  std::string tool = {};                     ///< version of the program
  /// In front of files that are relative to the manifest's root, to make them relative to the folder asked
  /// for: empty, or ends in '/'.
  std::string prefix = {};
  bool reviewed = false;  ///< whether there was a review to go by

  [[nodiscard]] bool fails(const policy::Finding& finding) const { return finding.severity >= failOn; }
};

std::string_view nameOf(Severity severity);  // note warning error

/// The place as it is to be written, with the prefix.
std::string fileOf(const Result& result, const policy::Finding& finding);

/// What findings are known by in other programs: stays the same when code moves, and another one for each. In
/// order of the findings.
std::vector<std::string> fingerprintsOf(const Result& result);

struct Look {
  bool colour = false;
};

using Writer = std::string (*)(const Result& result, const Look& look);

struct Format {
  std::string_view name;  ///< "text", "sarif"
  std::string_view help;
  Writer write;
  bool alone = false;  ///< one document: a parser takes nothing else in its stream
};

/// By name, in the order of the docs. A new one is one row and one file.
std::span<const Format> formats();
const Format* findFormat(std::string_view name);

}  // namespace assay::emit::check
