// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A small inventory with a bit of everything that a report speaks about.
#pragma once

#include <string>

#include "model/manifest.h"

namespace assay::test {

inline model::AnnotatedFunction tagged(std::string name, std::string file, unsigned first, unsigned last) {
  static std::uint64_t nextId = 100;
  model::AnnotatedFunction function;
  function.id = ++nextId;
  function.name = std::move(name);
  function.file = std::move(file);
  function.lines = {first, last};
  function.bodyBegin = {first, 20};
  function.bodyEnd = {last, 1};
  function.tagLine = first - 1;
  function.tag.model = "GPT-4";
  function.tag.normalizedModel = "openai/gpt-4";
  function.tag.date = "2024-01-15";
  function.tag.prompt = "make it fast";
  function.outcome = model::Outcome{model::Coverage::Full, "", ""};
  return function;
}

/// 100 functions of 1000 lines; tagged: put (10 lines), get (20), erase (5, assisted), a lambda inside get.
inline model::Manifest sampleManifest() {
  model::Manifest manifest;
  manifest.totals = {12, 4000, 100, 1000};
  model::AnnotatedFunction put = tagged("kv::Store::put", "db/store.cc", 11, 20);
  model::AnnotatedFunction get = tagged("kv::Store::get", "db/store.cc", 31, 50);
  get.tag.model = "gpt 4";
  model::AnnotatedFunction lambda = tagged("kv::Store::get::(lambda)", "db/store.cc", 35, 40);
  lambda.kind = model::FunctionKind::Lambda;
  lambda.outcome = model::Outcome{model::Coverage::Skipped, "constexpr", "a constant expression"};
  model::AnnotatedFunction erase = tagged("erase", "util/erase.cc", 2, 6);
  erase.tag = {};
  erase.tag.authorship = model::Authorship::Assisted;
  erase.precision = model::Precision::Inferred;
  erase.outcome.reset();
  model::AnnotatedFunction human = tagged("written", "util/erase.cc", 9, 12);
  human.tag = {};
  human.tag.authorship = model::Authorship::Human;
  model::AnnotatedFunction unattached;
  unattached.id = 7;
  unattached.file = "util/erase.cc";
  unattached.tagLine = 99;
  unattached.state = model::State::Unattached;
  unattached.tag = put.tag;
  manifest.functions = {put, get, lambda, erase, human, unattached};
  return manifest;
}

/// Text that would take effect in a terminal or in Markdown if it were let through.
inline const std::string kHostile =
    "a|b `code` ``x`` <script>alert(1)</script> [link](https://evil.example) ![i](x) \033[2J\n# heading\n| c "
    "| \\| \xE2\x80\xAE\xFF";

}  // namespace assay::test
