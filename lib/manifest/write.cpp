// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manifest -> document. The order of keys is the order in which a reviewer wants to know; what is empty or
// the usual case is left out, so that an entry is as long as there is something to say.
#include <algorithm>
#include <atomic>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "document/value.h"
#include "manifest/end_mark.h"
#include "manifest/entry.h"
#include "manifest/manifest.h"
#include "manifest/order.h"
#include "manifest/places.h"
#include "model/names.h"
#include "support/hash.h"
#include "support/huge_pages.h"
#include "support/parallel.h"

namespace assay::manifest {
namespace {

using document::Array;
using document::Object;
using document::Value;

constexpr std::string_view kManifestHeader =
    "# Written by `assay scan`: the AI-tagged functions of this tree. Commit it with the code; see `assay "
    "report`.\n";

constexpr std::size_t kUsualMembers = 21;
constexpr std::size_t kLongEntry = 1000;  // bytes; too much room costs nothing until it is used

// Appends members without looking for the key first: every key is written once.
class Entry {
 public:
  Entry() = default;
  explicit Entry(std::size_t expected) { members_.reserve(expected); }
  Entry& add(std::string_view key, Value value) {
    members_.push_back({std::string(key), std::move(value), {}});
    return *this;
  }
  Entry& addText(std::string_view key, const std::string& text) {
    if (!text.empty()) add(key, text);
    return *this;
  }
  template <class Enum>
  Entry& addWord(std::string_view key, Enum value) {
    return add(key, nameOf(value));
  }
  template <class Enum>
  Entry& addWordUnless(Enum usual, std::string_view key, Enum value) {
    return value == usual ? *this : addWord(key, value);
  }
  Value take() { return Value(std::move(members_)); }

 private:
  Object members_;
};

bool hasRepeatedKey(const std::vector<std::pair<std::string, std::string>>& pairs) {
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (pairs[i].first == pairs[j].first) return true;
  return false;
}

// A map; a list of maps with one key each when a key was given twice, so that nothing and no order is lost.
Value extraValue(const std::vector<std::pair<std::string, std::string>>& pairs) {
  const bool asList = hasRepeatedKey(pairs);
  Array list;
  Entry map;
  for (const auto& [key, text] : pairs) {
    if (asList)
      list.push_back(Entry().add(key, text).take());
    else
      map.add(key, text);
  }
  return asList ? Value(std::move(list)) : map.take();
}

void addTag(Entry& entry, const model::Tag& tag) {
  entry.addWord("tag", tag.authorship)
      .addText("model", tag.model)
      .addText("normalized-model", tag.normalizedModel)
      .addText("tool", tag.tool)
      .addText("date", tag.date)
      .addText("prompt", tag.prompt)
      .addText("note", tag.note);
  if (!tag.extra.empty()) entry.add("extra", extraValue(tag.extra));
}

Value historyValue(const std::vector<model::Tag>& history) {
  Array tags;
  for (const model::Tag& tag : history) {
    Entry entry;
    addTag(entry, tag);
    tags.push_back(entry.take());
  }
  return tags;
}

Value traitsValue(const model::TraitSet& traits) {
  Array words;
  for (int i = 0; i < static_cast<int>(model::Trait::AfterLast); ++i)
    if (traits.has(static_cast<model::Trait>(i))) words.push_back(nameOf(static_cast<model::Trait>(i)));
  Value value(std::move(words));
  value.setOnOneLine(true);
  return value;
}

Value pointsValue(const std::vector<model::EditPoint>& points) {
  Array texts;
  for (const model::EditPoint& point : points) texts.push_back(textOf(point));
  Value value(std::move(texts));
  value.setOnOneLine(true);
  return value;
}

Value costsValue(const std::vector<source::CostSignSeen>& costs) {
  Array texts;
  for (const source::CostSignSeen& cost : costs) texts.push_back(textOf(cost));
  Value value(std::move(texts));
  value.setOnOneLine(true);
  return value;
}

Value inputValue(const model::Input& input) {
  Value value = Entry()
                    .addText("of", input.of)
                    .addText("size", input.size)
                    .addText("when", input.when)
                    .addText("type", input.type)
                    .take();
  value.setOnOneLine(true);
  return value;
}

// A map; of a part of a scan, where the tag may still be unknown, a list of all that it can choose from.
Value inputsValue(const std::vector<model::Input>& inputs) {
  if (inputs.size() == 1) return inputValue(inputs.front());
  Array list;
  for (const model::Input& input : inputs) list.push_back(inputValue(input));
  return list;
}

Value listValue(const std::vector<std::string>& texts) {
  Value value(Array(texts.begin(), texts.end()));
  value.setOnOneLine(true);
  return value;
}

Value replacementValue(const model::Replacement& old) {
  Entry entry;
  entry.addText("asked", old.asked).addText("name", old.name);
  if (old.id != 0) entry.add("id", idText(old.id));
  entry.addText("signature", old.signature).addText("problem", old.problem).addText("result", old.result);
  if (!old.parameters.empty()) entry.add("parameters", listValue(old.parameters));
  entry.addText("shadow", old.shadow).addText("shadow-problem", old.shadowProblem);
  entry.addText("self", old.self).addText("compare", old.compare);
  return entry.take();
}

// As inputs.
Value replacesValue(const std::vector<model::Replacement>& replaces) {
  if (replaces.size() == 1) return replacementValue(replaces.front());
  Array list;
  for (const model::Replacement& old : replaces) list.push_back(replacementValue(old));
  return list;
}

Value outcomeValue(const model::Outcome& outcome) {
  return Entry()
      .addWord("coverage", outcome.coverage)
      .addText("code", outcome.code)
      .addText("text", outcome.text)
      .addText("errors", outcome.errors)
      .addText("input", outcome.input)
      .addText("type", outcome.type)
      .addText("rollout", outcome.rollout)
      .take();
}

void addUnknown(Entry& entry, const std::vector<model::UnknownKey>& keys) {
  for (const model::UnknownKey& unknown : keys) {
    auto value = document::parseYaml(unknown.yaml, unknown.key);
    entry.add(unknown.key, value ? *std::move(value) : Value(unknown.yaml));
  }
}

void addPlaces(Entry& entry, const model::AnnotatedFunction& function) {
  entry.addText("file", function.file);
  if (function.lines.first != 0) entry.add("lines", textOf(function.lines));
  if (function.bodyBegin.known()) entry.add("body", textOf(BodyRange{function.bodyBegin, function.bodyEnd}));
  if (!function.points.empty()) entry.add("points", pointsValue(function.points));
  if (!function.inputs.empty()) entry.add("input", inputsValue(function.inputs));
  if (!function.replaces.empty()) entry.add("replaces", replacesValue(function.replaces));
  if (!function.tagFile.empty())
    entry.add("tag-at", textOf(FileLine{function.tagFile, function.tagLine}));
  else if (function.tagLine != 0)
    entry.add("tag-at", function.tagLine);
}

}  // namespace

Value functionValue(const model::AnnotatedFunction& function) {
  Entry entry(kUsualMembers);
  entry.add("id", idText(function.id)).addText("name", function.name);
  if (!function.also.empty()) entry.add("also", listValue(function.also));
  entry.addText("signature", function.signature);
  if (!function.name.empty() || function.kind != model::FunctionKind::Function)
    entry.addWord("kind", function.kind);
  if (!function.name.empty() || function.linkage != model::Linkage::External)
    entry.addWord("linkage", function.linkage);
  addPlaces(entry, function);
  addTag(entry, function.tag);
  if (!function.history.empty()) entry.add("history", historyValue(function.history));
  entry.addWordUnless(model::Scope::Function, "scope", function.scope);
  if (function.covered.first != 0) entry.add("covers", textOf(function.covered));
  entry.addWordUnless(model::State::Active, "state", function.state)
      .addWordUnless(model::Precision::Exact, "precision", function.precision);
  if (!function.configurations.empty()) entry.add("configurations", listValue(function.configurations));
  if (!function.traits.empty()) entry.add("traits", traitsValue(function.traits));
  if (!function.costs.empty()) entry.add("costs", costsValue(function.costs));
  if (function.bodyFingerprint != 0) entry.add("fingerprint", hex64(function.bodyFingerprint));
  if (function.sketch.known()) entry.add("sketch", textOf(function.sketch));
  if (function.drift != 0) entry.add("drift", std::uint64_t{function.drift});
  entry.addText("error-policy", function.errorPolicy);
  if (function.outcome) entry.add("outcome", outcomeValue(*function.outcome));
  addUnknown(entry, function.unknownKeys);
  return entry.take();
}

Value fileValue(const model::TaggedFile& file) {
  Entry entry;
  entry.add("path", file.path).addText("hash", file.hash);
  addUnknown(entry, file.unknownKeys);
  return entry.take();
}

Value totalsValue(const model::TreeTotals& totals) {
  return Entry()
      .add("files", std::uint64_t{totals.files})
      .add("lines", std::uint64_t{totals.lines})
      .add("functions", std::uint64_t{totals.functions})
      .add("function-lines", std::uint64_t{totals.functionLines})
      .take();
}

namespace {

Value headValue(const model::Manifest& manifest) {
  return Entry().add("assay", kFormatVersion).add("totals", totalsValue(manifest.totals)).take();
}

constexpr std::size_t kRun = 500;                // entries that one thread writes at a time
constexpr std::size_t kEntriesPerThread = 5000;  // at least

template <class T>
using ValueOf = Value (*)(const T&);

// One entry at a time: a document of all of them would be several times as large as the manifest.
template <class T>
std::string writtenRun(std::span<const T* const> things, ValueOf<T> valueOf) {
  std::string text;
  text.reserve(kLongEntry * things.size());
  for (const T* thing : things) document::appendYamlElement(text, valueOf(*thing));
  return text;
}

// Threads write runs side by side and append them in turn. Runs are begun in order, so that none waits for
// one that nobody has.
template <class T>
void appendInRuns(std::string& text, std::string_view key, const std::vector<T>& things, ValueOf<T> valueOf) {
  text.append(key).append(things.empty() ? ": []\n" : ":\n");
  const std::vector<const T*> ordered = inOrder(things);
  const std::span<const T* const> all(ordered);
  std::atomic<std::size_t> appended{0};
  forEachIndex((all.size() + kRun - 1) / kRun, jobCount(0, all.size() / kEntriesPerThread),
               // What is thrown here ends the process: others would wait for this run's turn for ever.
               [&](std::size_t i) noexcept {
                 const std::string run =
                     writtenRun(all.subspan(i * kRun).first(std::min(kRun, all.size() - i * kRun)), valueOf);
                 for (std::size_t before = appended; before != i; before = appended) appended.wait(before);
                 text += run;
                 ++appended;
                 appended.notify_all();
               });
}

}  // namespace

std::string writeManifest(const model::Manifest& manifest) {
  std::string text(kManifestHeader);
  reserveHuge(text, kLongEntry * (manifest.functions.size() + 1));
  text += document::writeYaml(headValue(manifest));
  appendInRuns(text, "files", manifest.files, fileValue);
  appendInRuns(text, "functions", manifest.functions, functionValue);
  Entry unknown;
  addUnknown(unknown, manifest.unknownKeys);
  if (!manifest.unknownKeys.empty()) text += document::writeYaml(unknown.take());
  text.append(kEndMark) += '\n';
  return text;
}

}  // namespace assay::manifest
