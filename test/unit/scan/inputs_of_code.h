// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// For tests of this room: what may be said of the input of a function with given parameters.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tagged_code.h"

namespace assay::scan::test {

/// What is found of the input of `f`, which is in the text.
inline std::vector<model::Input> foundInputsIn(const std::string& text, Code options = {}) {
  options.text = "// AI-generated[file]: x\n" + text;
  const Scanned scanned = scanCode(options);
  for (const UnitDiagnostic& error : scanned.errors) ADD_FAILURE() << error.text << " in\n" << options.text;
  const FoundFunction* found = scanned.function("f");
  EXPECT_NE(found, nullptr) << options.text;
  return found != nullptr ? found->entry.inputs : std::vector<model::Input>();
}

/// What `f` may say of the size of its input, in order: "p->size() if p", "n on request".
inline std::string allInputsIn(const std::string& text, Code options = {}) {
  std::vector<std::string> words;
  for (const model::Input& input : foundInputsIn(text, std::move(options)))
    if (!input.size.empty())
      words.push_back(input.size + (isOnRequest(input) ? " on request" : "") +
                      (input.when.empty() ? "" : " if " + input.when));
  return join(words, ", ");
}

/// What `f` may say of its type, in order.
inline std::string allTypesIn(const std::string& text, Code options = {}) {
  std::vector<std::string> words;
  for (const model::Input& input : foundInputsIn(text, std::move(options)))
    if (!input.type.empty()) words.push_back(input.type);
  return join(words, ", ");
}

/// Of a function with these parameters and nothing in its body, behind what `before` declares.
inline std::string inputsIn(const std::string& before, const std::string& parameters, Code options = {}) {
  return allInputsIn(before + "\nvoid f(" + parameters + ") { }\n", std::move(options));
}

}  // namespace assay::scan::test
