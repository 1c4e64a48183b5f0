// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/inventory.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "model/covered_lines.h"
#include "model/names.h"

namespace assay::emit::report {
namespace {

using model::AnnotatedFunction;
using Entries = std::vector<const AnnotatedFunction*>;

bool isTaggedFunction(const AnnotatedFunction& entry) {
  return !entry.name.empty() && entry.state != model::State::Unattached &&
         entry.tag.authorship != model::Authorship::Human;
}

// What the lexical count of the tree counts too.
bool isCountedBody(const AnnotatedFunction& entry) {
  return entry.kind != model::FunctionKind::Lambda && !entry.traits.has(model::Trait::NoBody);
}

std::string modelOf(const AnnotatedFunction& entry) {
  const std::string& name = modelNameOf(entry.tag);
  return name.empty() ? "(no model)" : name;
}

std::string directoryOf(const AnnotatedFunction& entry) {
  const std::size_t slash = entry.file.rfind('/');
  return slash == std::string::npos ? "." : entry.file.substr(0, slash);
}

std::string monthOf(const AnnotatedFunction& entry) {
  constexpr std::size_t kMonthLength = 7;  // 2024-01
  return entry.tag.date.empty() ? "(no date)" : entry.tag.date.substr(0, kMonthLength);
}

std::string outcomeOf(const AnnotatedFunction& entry) {
  if (!entry.outcome) return "(not instrumented)";
  const std::string word(nameOf(entry.outcome->coverage));
  return entry.outcome->code.empty() ? word : fmt::format("{}: {}", word, entry.outcome->code);
}

template <class Field>
std::string wordOf(const Field& value) {
  return std::string(nameOf(value));
}

using NameOf = std::string (*)(const AnnotatedFunction&);

std::vector<std::string> spellingsIn(const Entries& entries, const std::string& name) {
  std::set<std::string> spellings;
  for (const AnnotatedFunction* entry : entries)
    if (!entry->tag.model.empty() && entry->tag.model != name) spellings.insert(entry->tag.model);
  return {spellings.begin(), spellings.end()};
}

std::vector<Group> groupsOf(const Entries& entries, NameOf nameOf) {
  std::map<std::string, Entries> byName;
  for (const AnnotatedFunction* entry : entries) byName[nameOf(*entry)].push_back(entry);
  std::vector<Group> groups;
  for (const auto& [name, members] : byName)
    groups.push_back({name, members.size(), model::coveredLines(members),
                      nameOf == modelOf ? spellingsIn(members, name) : std::vector<std::string>{}});
  if (nameOf != monthOf)  // months stay in order of time
    std::ranges::sort(groups, [](const Group& a, const Group& b) {
      return a.functions != b.functions ? a.functions > b.functions : a.name < b.name;
    });
  return groups;
}

struct Perspective {
  std::string_view code;
  std::string_view title;
  NameOf nameOf;
};

constexpr Perspective kPerspectives[] = {
    {"by-authorship", "By authorship", [](const AnnotatedFunction& e) { return wordOf(e.tag.authorship); }},
    {"by-model", "By model", modelOf},
    {"by-directory", "By directory", directoryOf},
    {"by-month", "By month", monthOf},
    {"by-scope", "By scope of the tag", [](const AnnotatedFunction& e) { return wordOf(e.scope); }},
    {"by-state", "By state", [](const AnnotatedFunction& e) { return wordOf(e.state); }},
    {"by-precision", "By precision", [](const AnnotatedFunction& e) { return wordOf(e.precision); }},
    {"by-outcome", "By outcome of instrument", outcomeOf},
};

std::size_t filesOf(const Entries& entries) {
  std::set<std::string_view> files;
  for (const AnnotatedFunction* entry : entries) files.insert(entry->file);
  return files.size();
}

}  // namespace

Inventory takeInventory(const model::Manifest& manifest) {
  Inventory inventory;
  inventory.totals = manifest.totals;
  Entries bodies;
  for (const AnnotatedFunction& entry : manifest.functions) {
    if (entry.tag.authorship == model::Authorship::Human) ++inventory.humanEntries;
    if (!isTaggedFunction(entry)) continue;
    inventory.functions.push_back(&entry);
    if (isCountedBody(entry)) bodies.push_back(&entry);
  }
  inventory.taggedFiles = filesOf(inventory.functions);
  inventory.taggedFunctions = bodies.size();
  inventory.taggedLines = model::coveredLines(inventory.functions);
  for (const Perspective& perspective : kPerspectives) {
    auto groups = groupsOf(inventory.functions, perspective.nameOf);
    if (!groups.empty())
      inventory.breakdowns.push_back({perspective.code, perspective.title, std::move(groups)});
  }
  inventory.concerns = findConcerns(manifest);
  return inventory;
}

const std::string& modelNameOf(const model::Tag& tag) {
  return tag.normalizedModel.empty() ? tag.model : tag.normalizedModel;
}

std::string sizeOfInput(const AnnotatedFunction& entry) {
  if (entry.outcome) return entry.outcome->input == model::kTakenBack ? "" : entry.outcome->input;
  return entry.inputs.empty() ? "" : entry.inputs.front().size;
}

std::string typeOfInput(const AnnotatedFunction& entry) {
  if (entry.outcome) return entry.outcome->type == model::kTakenBack ? "" : entry.outcome->type;
  return entry.inputs.empty() ? "" : entry.inputs.front().type;
}

std::string driftOf(const model::AnnotatedFunction& entry) {
  if (!entry.sketch.known()) return {};
  if (entry.drift == 0) return "unchanged";
  return entry.drift >= model::kRewritten ? std::string("rewritten")
                                          : fmt::format("edited {} %", entry.drift);
}

std::string percentage(std::size_t part, std::size_t whole) {
  if (whole == 0) return "n/a";
  return fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace assay::emit::report
