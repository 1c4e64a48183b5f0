// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/fill_lexical.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "scan/attach.h"
#include "scan/lexical.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::State;

using ByTag = std::map<unsigned, std::vector<AnnotatedFunction>>;  // by the tag's line

// The functions that the tokens of one file show.
ByTag functionsByTag(const TaggedSource& source) {
  Diagnostics saidAlready;
  ByTag found;
  for (AnnotatedFunction& entry : lexicalEntries(source, saidAlready))
    if (!entry.name.empty()) found[entry.tagLine].push_back(std::move(entry));
  return found;
}

bool wantsTokens(const AnnotatedFunction& entry, bool errors) {
  return entry.name.empty() &&
         (entry.state == State::Inactive || (entry.state == State::Unattached && errors));
}

}  // namespace

std::vector<AnnotatedFunction> lexicalEntries(const TaggedSource& source, Diagnostics& diagnostics) {
  return attachTags(source.text, source.reading, lexicalFacts(source.text), diagnostics).entries;
}

void fillFromTokens(const TaggedSource& source, bool withErrors, std::vector<AnnotatedFunction>& entries) {
  const auto wants = [&](const AnnotatedFunction& entry) { return wantsTokens(entry, withErrors); };
  if (std::ranges::none_of(entries, wants)) return;
  ByTag byTag = functionsByTag(source);
  std::vector<AnnotatedFunction> result;
  for (AnnotatedFunction& entry : entries) {
    std::vector<AnnotatedFunction>& functions = byTag[entry.tagLine];
    if (!wants(entry) || functions.empty()) {
      result.push_back(std::move(entry));
      continue;
    }
    for (AnnotatedFunction& function : functions)
      function.state = entry.state == State::Inactive ? State::Inactive : State::Uncompiled;
    std::ranges::move(functions, std::back_inserter(result));
    functions.clear();
  }
  entries = std::move(result);
}

}  // namespace assay::scan
