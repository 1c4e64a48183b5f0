// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manifests for tests: one with every field set, and arbitrary ones from a seed.
#pragma once

#include <iterator>
#include <random>
#include <string>

#include "model/manifest.h"

namespace assay::test {

inline model::AnnotatedFunction fullFunction() {
  model::AnnotatedFunction function;
  function.id = 0x0123456789abcdef;
  function.name = "leveldb::DBImpl::Write";
  function.signature = "Status (const WriteOptions &, WriteBatch *)";
  function.kind = model::FunctionKind::Method;
  function.traits = {model::Trait::Virtual, model::Trait::Noexcept};
  function.file = "db/db_impl.cc";
  function.lines = {1193, 1260};
  function.bodyBegin = {1195, 40};
  function.bodyEnd = {1260, 1};
  function.points = {{model::PointKind::Nullptr, {1201, 5}, {1201, 20}},
                     {model::PointKind::Try, {1202, 3}, {1210, 4}}};
  function.inputs = {{"batch", "batch->size()", "batch"}};
  function.replaces = {{.asked = "Put",
                        .name = "leveldb::DBImpl::Put",
                        .id = 8,
                        .signature = "Status (int)",
                        .problem = "it is another one",
                        .result = "value",
                        .parameters = {"batch"},
                        .shadow = "shown",
                        .shadowProblem = "it writes",
                        .self = "Write",
                        .compare = "same"}};
  function.tagLine = 40;
  function.tagFile = "include/db.h";
  function.covered = {1200, 1210};
  function.tag = {
      model::Authorship::Assisted, "GPT-4",         "openai/gpt-4",          "GitHub Copilot", "2024-01-15",
      "line one\nline 2",          "a note: \"x\"", {{"reviewed-by", "eve"}}};
  function.history = {{model::Authorship::Generated, "Claude", "", "", "", "", "", {}}};
  function.scope = model::Scope::Block;
  function.state = model::State::Inactive;
  function.precision = model::Precision::Inferred;
  function.also = {"ns::Worker::runLong"};
  function.configurations = {"-DFAST", "-DNAME=\"a, b\""};
  function.errorPolicy = "negative false";
  function.bodyFingerprint = 0x1122334455667788;
  function.costs = {{source::CostSign::NestedLoops, 1203, 3}, {source::CostSign::TextInLoop, 1204, 1}};
  function.sketch = {0x99aabbcc, 3, {0, 7, 0xFFFF}};
  function.drift = 23;
  function.outcome = model::Outcome{model::Coverage::Partial, "block-scope", "the tag covers lines 1200-1210",
                                    "exceptions, nullptr", "batch->size()"};
  function.unknownKeys = {{"risk", "high\n"}};
  return function;
}

inline model::Manifest fullManifest() {
  model::Manifest manifest;
  manifest.totals = {120, 40000, 2000, 30000};
  manifest.files = {{"db/db_impl.cc", "0123456789abcdef0123456789abcdef", {{"language", "c++\n"}}},
                    {"include/db.h", "ff", {}}};
  model::AnnotatedFunction unattached;
  unattached.id = 7;
  unattached.file = "util/x.cc";
  unattached.tagLine = 3;
  unattached.state = model::State::Unattached;
  manifest.functions = {fullFunction(), unattached};
  manifest.unknownKeys = {{"generator", "name: scanner\nversion: 9\n"}};
  return manifest;
}

/// Arbitrary content, sorted as the written form is. The same seed gives the same manifest.
class RandomManifest {
 public:
  explicit RandomManifest(unsigned seed) : random_(seed) {}

  model::Manifest make() {
    model::Manifest manifest;
    manifest.totals = {below(100), below(100000), below(1000), below(90000)};
    for (unsigned i = 0, count = below(4); i < count; ++i)
      manifest.files.push_back({std::to_string(i) + text(), text(), unknown()});
    for (unsigned i = 0, count = below(6); i < count; ++i) manifest.functions.push_back(function(i));
    manifest.unknownKeys = unknown();
    return manifest;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  std::uint64_t wide() { return (std::uint64_t{random_()} << 32) | random_(); }
  template <class Enum>
  Enum oneOf(Enum last) {
    return static_cast<Enum>(below(static_cast<unsigned>(last) + 1));
  }

  std::string text() {
    constexpr const char* kPieces[] = {"a",  "Z",  "0",  "1",   " ",  "\n",  "\t",  ":", "-",    "#",    "'",
                                       "\"", "\\", "{",  "]",   ",",  "yes", "1.5", "é", "\x01", "\xFF", "中",
                                       "::", "()", "- ", ": x", " #", "&",   "*",   "…", "~",    "null"};
    std::string result;
    for (unsigned i = below(6); i > 0; --i) result += kPieces[below(std::size(kPieces))];
    return result;
  }

  model::Tag tag() {
    model::Tag tag{oneOf(model::Authorship::Human), text(), text(), text(), text(), text(), text(), {}};
    for (unsigned i = below(4); i > 0; --i) tag.extra.emplace_back(text(), text());
    return tag;
  }

  std::vector<model::UnknownKey> unknown() {
    if (below(3) != 0) return {};
    return {{"x-" + std::to_string(below(9)), "- 1\n- a: b\n"}, {"y", "text\n"}};
  }

  model::AnnotatedFunction function(unsigned index) {
    model::AnnotatedFunction f;
    f.id = wide();
    f.name = text();
    f.signature = text();
    f.kind = oneOf(model::FunctionKind::DeductionGuide);
    f.linkage = oneOf(model::Linkage::None);
    for (unsigned i = below(5); i > 0; --i)
      f.traits.add(oneOf(static_cast<model::Trait>(static_cast<int>(model::Trait::AfterLast) - 1)));
    f.file = std::to_string(index) + text();
    places(f);
    f.tag = tag();
    for (unsigned i = below(3); i > 0; --i) f.history.push_back(tag());
    f.scope = oneOf(model::Scope::File);
    f.state = oneOf(model::State::Uncompiled);
    f.precision = oneOf(model::Precision::Lexical);
    for (unsigned i = below(3); i > 0; --i) f.also.push_back(text());
    for (unsigned i = below(3); i > 0; --i) f.configurations.push_back(text());
    if (below(2) == 0) f.errorPolicy = text();
    f.bodyFingerprint = below(2) == 0 ? 0 : wide();
    for (unsigned i = below(3); i > 0; --i)
      f.costs.push_back({oneOf(source::CostSign::OneCaller), 1 + below(100), 2 + below(3)});
    if (below(2) == 0) f.sketch = sketch();
    f.drift = below(101);
    if (below(2) == 0)
      f.outcome = model::Outcome{oneOf(model::Coverage::Skipped), text(), text(), text(), text()};
    f.unknownKeys = unknown();
    return f;
  }

  model::BodySketch sketch() {
    std::vector<std::uint64_t> statements;
    for (unsigned i = below(100); i > 0; --i) statements.push_back(wide());
    return model::sketchOf(wide(), std::move(statements));
  }

  void places(model::AnnotatedFunction& f) {
    if (below(4) != 0) f.lines = {1 + below(100), 101 + below(100)};
    if (below(4) != 0) f.bodyBegin = {1 + below(100), 1 + below(80)};
    if (f.bodyBegin.known() && below(4) != 0) f.bodyEnd = {101 + below(100), 1};
    for (unsigned i = below(3); i > 0; --i)
      f.points.push_back({oneOf(model::PointKind::False), {i, 1 + below(80)}, {9, 1 + below(80)}});
    for (unsigned i = below(3); i > 0; --i) f.inputs.push_back({"a" + text(), "b" + text(), text()});
    if (below(4) != 0) f.tagLine = 1 + below(100);
    if (below(4) == 0) f.tagFile = "h" + text();
    if (below(4) == 0) f.covered = {3, 3 + below(9)};
  }

  std::mt19937 random_;
};

}  // namespace assay::test
