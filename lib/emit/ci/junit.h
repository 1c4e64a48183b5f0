// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// JUnit's XML, as GitLab and Jenkins read it. There is no standard but what those programs read. What the
// cases are is the callers' business.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::emit::ci {

struct JunitFailure {
  std::string message;
  std::string type;
};

/// Plain text everywhere: escaped here.
struct JunitCase {
  std::string name;                          ///< programs that show results over time tell cases apart by it
  std::string file = {};                     ///< empty = none
  std::vector<std::string> lines = {};       ///< what there is to read; empty = nothing
  std::optional<JunitFailure> failure = {};  ///< nothing = it has passed
};

struct JunitSuite {
  std::string_view name;  ///< a stable word; the cases' class is `assay.` and it
  std::vector<JunitCase> cases;
};

std::string writeJunit(std::string_view name, const std::vector<JunitSuite>& suites);

}  // namespace assay::emit::ci
