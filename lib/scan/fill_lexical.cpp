// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/fill_lexical.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "scan/attach.h"
#include "scan/lexical.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::State;

using TagPlace = std::pair<std::string, unsigned>;  // file and line of a tag

TagPlace placeOf(const AnnotatedFunction& entry) {
  return {entry.tagFile.empty() ? entry.file : entry.tagFile, entry.tagLine};
}

// The functions that the tokens of one file show, by tag.
std::map<TagPlace, std::vector<AnnotatedFunction>> functionsByTag(const TaggedSource& source) {
  Diagnostics saidAlready;
  std::map<TagPlace, std::vector<AnnotatedFunction>> found;
  for (AnnotatedFunction& entry : lexicalEntries(source, saidAlready))
    if (!entry.name.empty()) found[placeOf(entry)].push_back(std::move(entry));
  return found;
}

bool wantsTokens(const AnnotatedFunction& entry, bool errors) {
  return entry.name.empty() &&
         (entry.state == State::Inactive || (entry.state == State::Unattached && errors));
}

bool inOrder(const AnnotatedFunction& a, const AnnotatedFunction& b) {
  return std::tie(a.file, a.lines.first, a.id, a.tagLine) < std::tie(b.file, b.lines.first, b.id, b.tagLine);
}

}  // namespace

std::vector<AnnotatedFunction> lexicalEntries(const TaggedSource& source, Diagnostics& diagnostics) {
  return attachTags(source.text, source.reading, lexicalFacts(source.text), diagnostics);
}

void fillFromTokens(const std::vector<TaggedSource>& sources, const std::set<std::string>& withErrors,
                    std::vector<AnnotatedFunction>& entries) {
  std::map<std::string, std::map<TagPlace, std::vector<AnnotatedFunction>>> byFile;
  std::vector<AnnotatedFunction> result;
  for (AnnotatedFunction& entry : entries) {
    const TagPlace place = placeOf(entry);
    const auto source = std::ranges::find(sources, place.first, &TaggedSource::path);
    if (source == sources.end() || !wantsTokens(entry, withErrors.contains(place.first))) {
      result.push_back(std::move(entry));
      continue;
    }
    if (!byFile.contains(place.first)) byFile.emplace(place.first, functionsByTag(*source));
    auto& functions = byFile[place.first][place];
    if (functions.empty()) {
      result.push_back(std::move(entry));
      continue;
    }
    for (AnnotatedFunction& function : functions) {
      function.state = entry.state == State::Inactive ? State::Inactive : State::Uncompiled;
      result.push_back(std::move(function));
    }
    functions.clear();
  }
  std::ranges::sort(result, inOrder);
  entries = std::move(result);
}

}  // namespace assay::scan
