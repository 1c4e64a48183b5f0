// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/assemble.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/error_words.h"
#include "model/rollout.h"
#include "scan/mark_handlers.h"
#include "scan/merge.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::Fragment;
using model::Manifest;
using model::TaggedFile;

void add(const model::TreeTotals& part, model::TreeTotals& all) {
  all.files += part.files;
  all.lines += part.lines;
  all.functions += part.functions;
  all.functionLines += part.functionLines;
}

// The files with tags, and those that define a function whose tag stands in another file.
std::vector<TaggedFile> filesOf(const std::vector<Fragment>& parts,
                                const std::vector<AnnotatedFunction>& functions) {
  std::set<std::string> used;
  for (const AnnotatedFunction& function : functions) used.insert(function.file);
  std::map<std::string, TaggedFile> files;
  for (const Fragment& part : parts) {
    for (const TaggedFile& file : part.files) files.emplace(file.path, file);
    for (const TaggedFile& file : part.definitionFiles)
      if (used.contains(file.path)) files.emplace(file.path, file);
  }
  std::vector<TaggedFile> sorted;
  for (auto& [path, file] : files) sorted.push_back(std::move(file));
  return sorted;
}

std::vector<std::string> handlersOf(const std::vector<Fragment>& parts) {
  std::vector<std::string> names;
  for (const Fragment& part : parts)
    names.insert(names.end(), part.signalHandlers.begin(), part.signalHandlers.end());
  return names;
}

bool isNamed(model::PointKind kind, const std::vector<std::string_view>& words) {
  return std::ranges::any_of(model::errorWords(), [&](const model::ErrorWord& row) {
    return row.kind == kind && std::ranges::any_of(words, [&](std::string_view word) {
             return equalsIgnoringCase(word, row.word);
           });
  });
}

// Most returns are nobody's business: they would make the manifest longer than the code.
void dropUnaskedPoints(AnnotatedFunction& function) {
  if (model::saysErrors(function.tag)) return function.errorPolicy.clear();
  const auto words = model::splitErrorWords(function.errorPolicy);
  std::erase_if(function.points, [&](const auto& point) {
    return model::isOnRequest(point.kind) && !isNamed(point.kind, words);
  });
}

const std::string* askedFor(const AnnotatedFunction& function, std::string_view key) {
  const auto& pairs = function.tag.extra;
  const auto asked = std::ranges::find(pairs, key, &std::pair<std::string, std::string>::first);
  return asked == pairs.end() ? nullptr : &asked->second;
}

// What the tag names; else the first that says something by itself.
const model::Input* chosenSize(const std::vector<model::Input>& all, const std::string* asked) {
  if (asked != nullptr && equalsIgnoringCase(*asked, "none")) return nullptr;
  const auto chosen = std::ranges::find_if(all, [&](const model::Input& input) {
    if (input.size.empty()) return false;
    return asked == nullptr ? !isOnRequest(input) : input.of == *asked || input.size == *asked;
  });
  return chosen == all.end() ? nullptr : &*chosen;
}

// The same; but other people's tags may call something else a type.
const model::Input* chosenType(const std::vector<model::Input>& all, const std::string* asked) {
  if (asked != nullptr && equalsIgnoringCase(*asked, "none")) return nullptr;
  const model::Input* chosen = nullptr;
  for (const model::Input& input : all) {
    if (input.type.empty()) continue;
    if (asked != nullptr && (input.of == *asked || input.type == *asked)) return &input;
    if (chosen == nullptr) chosen = &input;
  }
  return chosen;
}

void chooseInput(AnnotatedFunction& function) {
  const std::vector<model::Input> all = std::exchange(function.inputs, {});
  const model::Input* size = chosenSize(all, askedFor(function, "size"));
  const model::Input* type = chosenType(all, askedFor(function, "type"));
  if (size == nullptr && type == nullptr) return;
  model::Input& input = function.inputs.emplace_back(size != nullptr ? *size : model::Input{});
  if (type != nullptr) input.type = type->type;
}

Location locationOfTag(const AnnotatedFunction& function) {
  return {function.tagFile.empty() ? function.file : function.tagFile, function.tagLine, 0};
}

// One function replaced by another that it replaces itself would call on for ever.
bool isInCircle(const AnnotatedFunction& function,
                const std::map<std::uint64_t, const AnnotatedFunction*>& byId) {
  std::set<std::uint64_t> seen;
  for (const AnnotatedFunction* at = &function; !at->replaces.empty() && seen.insert(at->id).second;) {
    const std::uint64_t old = at->replaces.front().id;
    if (old == function.id) return true;
    const auto next = byId.find(old);
    if (next == byId.end()) return false;
    at = next->second;
  }
  return false;
}

void sayShadow(const model::Replacement& old, const AnnotatedFunction& function, Diagnostics& diagnostics) {
  if (old.shadowProblem.empty()) return;
  diagnostics.warning(
      "assay-scan-113", locationOfTag(function),
      "'" + function.name + "' cannot run in the shadow of `" + old.asked + "`: " + old.shadowProblem,
      "until this is mended it has all calls");
}

void sayReplacement(const AnnotatedFunction& function, Diagnostics& diagnostics) {
  const model::ExperimentTag experiment = model::experimentOf(function.tag);
  if (experiment.kind == model::ExperimentKind::None || function.name.empty()) return;
  const Location where = locationOfTag(function);
  const std::string* asked = model::extraOf(function.tag, "replaces");
  if (asked == nullptr)
    return diagnostics.warning("assay-scan-111", where,
                               "the tag of '" + function.name + "' does not say what the function replaces",
                               "write `replaces: NAME`; until then it has all calls");
  const std::string problem = function.replaces.empty() ? "the function is not known well enough to tell"
                                                        : function.replaces.front().problem;
  if (!problem.empty())
    return diagnostics.warning(
        "assay-scan-110", where,
        "'" + function.name + "' cannot be called in the place of `" + *asked + "`: " + problem,
        "until this is mended it has all calls");
  if (experiment.kind == model::ExperimentKind::Shadow)
    sayShadow(function.replaces.front(), function, diagnostics);
}

// What tells the entries of one name apart.
model::Replacement shadowAsked(const model::Tag& tag) {
  if (model::experimentOf(tag).kind != model::ExperimentKind::Shadow) return {.asked = {}};
  return {.asked = {},
          .shadow = std::string(model::statesNoEffects(tag) ? model::kStated : model::kShown),
          .compare = model::comparatorOf(tag)};
}

void chooseReplacement(AnnotatedFunction& function) {
  const std::string* asked = model::extraOf(function.tag, "replaces");
  const model::Replacement wanted = shadowAsked(function.tag);
  std::erase_if(function.replaces, [&](const model::Replacement& one) {
    return asked == nullptr || one.asked != *asked || one.shadow != wanted.shadow ||
           one.compare != wanted.compare;
  });
  if (function.replaces.size() > 1) function.replaces.resize(1);
}

void chooseReplacements(std::vector<AnnotatedFunction>& functions, Diagnostics& diagnostics) {
  std::map<std::uint64_t, const AnnotatedFunction*> byId;
  for (AnnotatedFunction& function : functions) {
    chooseReplacement(function);
    byId.emplace(function.id, &function);
  }
  std::vector<AnnotatedFunction*> circular;
  for (AnnotatedFunction& function : functions)
    if (isInCircle(function, byId)) circular.push_back(&function);
  for (AnnotatedFunction* function : circular) {
    function->replaces.front().id = 0;
    function->replaces.front().problem = "that function is replaced by this one in turn";
  }
  for (const AnnotatedFunction& function : functions) sayReplacement(function, diagnostics);
}

}  // namespace

Manifest assemble(std::vector<Fragment> parts, Diagnostics& diagnostics) {
  Manifest manifest;
  std::vector<AnnotatedFunction> entries;
  std::vector<AnnotatedFunction> definitions;
  for (Fragment& part : parts) {
    add(part.totals, manifest.totals);
    std::ranges::move(part.entries, std::back_inserter(entries));
    std::ranges::move(part.definitions, std::back_inserter(definitions));
  }
  manifest.functions = mergeEntries(std::move(entries), definitions, diagnostics);
  markSignalHandlers(handlersOf(parts), manifest.functions);
  std::ranges::for_each(manifest.functions, dropUnaskedPoints);
  std::ranges::for_each(manifest.functions, chooseInput);
  chooseReplacements(manifest.functions, diagnostics);
  manifest.files = filesOf(parts, manifest.functions);
  return manifest;
}

}  // namespace assay::scan
