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
  std::ranges::for_each(manifest.functions, dropUnaskedPoints);
  std::ranges::for_each(manifest.functions, chooseInput);
  manifest.files = filesOf(parts, manifest.functions);
  return manifest;
}

}  // namespace assay::scan
