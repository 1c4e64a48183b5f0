// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For tests of this room: what may be said of the input of a function with given parameters.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tagged_code.h"

namespace assay::scan::test {

/// What `f` may say of its input, in order: "p->size() if p", "n on request". The text has a function `f`.
inline std::string allInputsIn(const std::string& text, Code options = {}) {
  options.text = "// AI-generated[file]: x\n" + text;
  const Scanned scanned = scanCode(options);
  for (const UnitDiagnostic& error : scanned.errors) ADD_FAILURE() << error.text << " in\n" << options.text;
  const FoundFunction* found = scanned.function("f");
  EXPECT_NE(found, nullptr) << options.text;
  std::vector<std::string> words;
  if (found != nullptr)
    for (const model::Input& input : found->entry.inputs)
      words.push_back(input.size + (isOnRequest(input) ? " on request" : "") +
                      (input.when.empty() ? "" : " if " + input.when));
  return join(words, ", ");
}

/// Of a function with these parameters and nothing in its body, behind what `before` declares.
inline std::string inputsIn(const std::string& before, const std::string& parameters, Code options = {}) {
  return allInputsIn(before + "\nvoid f(" + parameters + ") { }\n", std::move(options));
}

}  // namespace assay::scan::test
