// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files that compilers write for make (-MD): what an object was made of. Pure text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::launch {

struct Dependencies {
  std::string target;              ///< the first one
  std::vector<std::string> files;  ///< of the first rule, in order; the main file comes first
};

/// Nothing (an empty `files`) for a text that is no rule.
Dependencies readDependencies(std::string_view text);
/// The text with one more file in the first rule; the text itself when it is there already.
std::string withDependency(std::string text, std::string_view file);
/// A rule as make and Ninja read it: blanks, `#` and `$` escaped.
std::string dependencyRule(std::string_view target, const std::vector<std::string>& files);

}  // namespace assay::launch
