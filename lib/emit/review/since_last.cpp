// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/since_last.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "emit/review/wording.h"
#include "support/strings.h"

namespace assay::emit::review {
namespace {

using insight::FunctionReview;

const std::string kTrustedCode = "trusted";

void addCode(std::vector<std::string>& to, std::string code) {
  if (std::ranges::find(to, code) == to.end()) to.push_back(std::move(code));
}

std::vector<std::string> codesOf(const FunctionReview& review) {
  std::vector<std::string> codes;
  for (const insight::Finding& finding : review.findings) addCode(codes, std::string(codeOf(finding.kind)));
  return codes;
}

ChangedFunction compared(const FunctionReview& review, const EarlierFunction* before) {
  ChangedFunction changed{review.subject.id, review.subject.name, &review};
  const std::vector<std::string> now = codesOf(review);
  for (const std::string& code : now)
    (before != nullptr && before->codes.contains(code) ? changed.stayed : changed.came).push_back(code);
  if (before != nullptr) {
    for (const std::string& code : before->codes)
      if (std::ranges::find(now, code) == now.end()) changed.went.push_back(code);
    changed.standingBefore = before->standing;
  }
  changed.standing = codeOf(review.standing);
  return changed;
}

ChangedFunction ended(std::uint64_t id, const EarlierFunction& before) {
  ChangedFunction changed{id, before.name};
  changed.went.assign(before.codes.begin(), before.codes.end());
  changed.standingBefore = before.standing;
  return changed;
}

bool trustMoved(const ChangedFunction& changed) {
  if (changed.standingBefore.empty() || changed.standing.empty()) return false;
  return (changed.standingBefore == kTrustedCode) != (changed.standing == kTrustedCode);
}

bool isNews(const ChangedFunction& changed) {
  return !changed.came.empty() || !changed.went.empty() || trustMoved(changed);
}

const EarlierFunction* earlierOf(const Document& document, std::uint64_t id) {
  const auto found = document.last->functions.find(id);
  return found == document.last->functions.end() ? nullptr : &found->second;
}

std::string phraseOfCode(const std::string& code) {
  using enum insight::FindingKind;
  for (const auto kind : {MoreErrors, MoreOfKind, Slower, SlowerHalf, SlowerTail, KeepsMore, AllocatesMore,
                          GrowsMore, FailsOften, InputsFail, SteepGrowth, BreaksPromise})
    if (code == codeOf(kind)) return std::string(phraseOf(kind));
  return visibleText(code);
}

std::string phrasesOf(const std::vector<std::string>& codes) {
  std::vector<std::string> phrases;
  for (const std::string& code : codes) phrases.push_back(phraseOfCode(code));
  return join(phrases, ", ");
}

}  // namespace

std::vector<ChangedFunction> changedSinceLast(const Document& document) {
  std::vector<ChangedFunction> all;
  if (!document.last) return all;
  std::set<std::uint64_t> met;
  for (const FunctionReview& review : document.functions) {
    met.insert(review.subject.id);
    ChangedFunction changed = compared(review, earlierOf(document, review.subject.id));
    if (isNews(changed)) all.push_back(std::move(changed));
  }
  for (const auto& [id, before] : document.last->functions)
    if (!met.contains(id) && !before.codes.empty()) all.push_back(ended(id, before));
  return all;
}

std::size_t unchangedFindings(const Document& document) {
  if (!document.last) return 0;
  return static_cast<std::size_t>(
      std::ranges::count_if(document.functions, [&](const FunctionReview& review) {
        const ChangedFunction changed = compared(review, earlierOf(document, review.subject.id));
        return !changed.stayed.empty() && changed.came.empty() && changed.went.empty();
      }));
}

std::string changeText(const ChangedFunction& changed) {
  std::vector<std::string> parts;
  if (!changed.came.empty()) parts.push_back("new: " + phrasesOf(changed.came));
  if (!changed.stayed.empty()) parts.push_back("still: " + phrasesOf(changed.stayed));
  if (!changed.went.empty()) parts.push_back("no longer: " + phrasesOf(changed.went));
  if (trustMoved(changed))
    parts.emplace_back(changed.standing == kTrustedCode ? "can be trusted now" : "was trusted");
  if (changed.review == nullptr || changed.review->callsAfter <= 0) parts.emplace_back("not called since");
  return join(parts, "; ");
}

}  // namespace assay::emit::review
