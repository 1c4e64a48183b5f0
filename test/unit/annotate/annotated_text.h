// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A text with all the tags in it that its comments ask for.
#pragma once

#include <string>
#include <utility>

#include "annotate/proposal.h"

namespace assay::test {

inline std::vector<annotate::Proposal> proposalsOf(const std::string& text) {
  return annotate::proposalsFor(source::SourceText("a.cpp", text), {});
}

/// What cannot be written is left out.
inline std::string annotatedText(const std::string& text) {
  const auto result = annotate::annotated(source::SourceText("a.cpp", text), proposalsOf(text));
  return result ? result->text : result.error().message;
}

}  // namespace assay::test
