// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A manifest of four functions: one has every threshold but an objective, one an objective.
#pragma once

#include "emit/rules/rules.h"
#include "model/manifest.h"

namespace assay::test {

inline model::AnnotatedFunction ruled(std::uint64_t id, std::string name) {
  model::AnnotatedFunction function;
  function.id = id;
  function.name = std::move(name);
  function.file = "src/a.cpp";
  function.lines = {static_cast<unsigned>(id), static_cast<unsigned>(id) + 5};
  function.tag.model = "GPT-4";
  function.tag.normalizedModel = "openai/gpt-4";
  return function;
}

inline model::Manifest ruledManifest() {
  model::Manifest manifest;
  manifest.functions = {ruled(0xa1, "one"), ruled(0xa2, "two"), ruled(0xa3, "three"), ruled(0xa4, "four")};
  return manifest;
}

inline emit::rules::Request requestWithThresholds() {
  return {{},
          {{0xa2, {.latencyFactor = 2, .meanSeconds = 0.05, .errorRatio = 0.01, .sizeExponent = 1}},
           {0xa4, {.objective = 99.9}}}};
}

}  // namespace assay::test
