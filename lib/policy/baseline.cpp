// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/baseline.h"

#include <algorithm>
#include <map>
#include <utility>

#include "policy/places.h"

namespace assay::policy {
namespace {

using model::AnnotatedFunction;
using Earlier = std::multimap<std::uint64_t, const AnnotatedFunction*>;

template <class IsSame>
bool hasOne(const Earlier& before, std::uint64_t id, const IsSame& isSame) {
  const auto [first, last] = before.equal_range(id);
  return std::any_of(first, last, [&](const auto& one) { return isSame(*one.second); });
}

bool hasTag(const Earlier& before, const AnnotatedFunction& entry) {
  return hasOne(before, entry.id, [&](const AnnotatedFunction& one) { return one.tag == entry.tag; });
}

bool hasFunction(const Earlier& before, const AnnotatedFunction& entry) {
  return hasOne(before, entry.id, [&](const AnnotatedFunction& one) {
    return one.tag == entry.tag && one.bodyFingerprint == entry.bodyFingerprint;
  });
}

// From the tag's first line to the function's, where it stands above that.
bool isInTag(const Location& where, const AnnotatedFunction& entry) {
  const Location tag = placeOf(entry);
  if (entry.tagLine == 0 || where.file != tag.file || where.line < tag.line) return false;
  const bool above = entry.tagFile.empty() && !model::isOneOfMany(entry) && entry.lines.first > tag.line;
  return where.line == tag.line || (above && where.line < entry.lines.first);
}

// The scan's word is about a place. A tag that stands for many functions is known when one of them has it.
bool knowsMalformed(const Earlier& before, const model::Manifest& now, const Location& where) {
  return std::ranges::any_of(now.functions, [&](const AnnotatedFunction& entry) {
    return isInTag(where, entry) && hasTag(before, entry);
  });
}

}  // namespace

std::size_t dropKnown(const std::vector<Finding>& before, std::vector<Finding>& findings) {
  std::map<std::pair<Policy, std::uint64_t>, std::size_t> known;
  for (const Finding& finding : before) ++known[{finding.policy, finding.id}];
  return std::erase_if(findings, [&](const Finding& finding) {
    const auto found = known.find({finding.policy, finding.id});
    if (found == known.end() || found->second == 0) return false;
    --found->second;
    return true;
  });
}

std::size_t dropUnchanged(const model::Manifest& before, const model::Manifest& now,
                          std::vector<Finding>& findings) {
  Earlier earlier;
  for (const AnnotatedFunction& entry : before.functions) earlier.emplace(entry.id, &entry);
  return std::erase_if(findings, [&](const Finding& finding) {
    if (finding.policy == Policy::SourceConflict)
      return finding.entry != nullptr && hasFunction(earlier, *finding.entry);
    return finding.policy == Policy::MalformedTag && finding.entry == nullptr &&
           knowsMalformed(earlier, now, finding.where);
  });
}

}  // namespace assay::policy
