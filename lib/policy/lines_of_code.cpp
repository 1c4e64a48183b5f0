// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/lines_of_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "model/covered_lines.h"
#include "policy/checks.h"
#include "policy/places.h"
#include "support/hash.h"

namespace assay::policy {
namespace {

struct Share {
  std::size_t all = 0;
  std::vector<const model::AnnotatedFunction*> entries;
};

using Shares = std::map<std::pair<std::string, const Rule*>, Share>;

std::string parentOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

Shares sharesOf(const Question& question, const RuleSet& rules) {
  Shares shares;
  for (const FileLines& file : question.files)
    if (const Rule* rule = rules.find(Policy::AiLines, file.path))
      shares[{parentOf(file.path), rule}].all += file.functionLines;
  for (const model::AnnotatedFunction& entry : question.manifest.functions) {
    const Rule* rule = isAi(entry) && !entry.name.empty() ? rules.find(Policy::AiLines, entry.file) : nullptr;
    if (rule == nullptr) continue;
    const auto share = shares.find({parentOf(entry.file), rule});
    if (share != shares.end()) share->second.entries.push_back(&entry);
  }
  return shares;
}

std::size_t sizeOf(const model::AnnotatedFunction* entry) {
  return model::bodyLines(*entry).size();
}

std::size_t aiLinesOf(const Share& share) {
  return std::min(model::coveredLines(share.entries), share.all);
}

std::optional<Finding> findingOf(const Shares::value_type& one) {
  const auto& [where, share] = one;
  const auto& [folder, rule] = where;
  if (share.all == 0 || share.entries.empty()) return std::nullopt;
  const std::size_t lines = aiLinesOf(share);
  const double percent = 100.0 * static_cast<double>(lines) / static_cast<double>(share.all);
  if (percent <= rule->most) return std::nullopt;
  const model::AnnotatedFunction* largest = *std::ranges::max_element(share.entries, {}, sizeOf);
  return Finding{
      .policy = Policy::AiLines,
      .severity = *rule->severity,
      .where = placeOf(*largest),
      .message = fmt::format("{:.1f} % of the lines of functions in {} are AI code ({} of {}), more "
                             "than {} %",
                             percent, folder, lines, share.all, rule->most),
      .hint = {},
      .entry = nullptr,
      .id = hash64(folder)};
}

bool isSameFinding(const Finding& a, const Finding& b) {
  return a.policy == b.policy && a.id == b.id && a.message == b.message;
}

}  // namespace

std::vector<Finding> findTooManyAiLines(const Question& question, const RuleSet& rules) {
  std::vector<Finding> findings;
  for (const auto& share : sharesOf(question, rules))
    if (auto finding = findingOf(share)) findings.push_back(*std::move(finding));
  return findings;
}

std::size_t dropFoldersWithoutMore(const model::Manifest& before, const Question& now, const RuleSet& rules,
                                   std::vector<Finding>& findings) {
  const Shares earlier = sharesOf({.manifest = before, .today = now.today, .files = now.files}, rules);
  std::size_t dropped = 0;
  for (const auto& share : sharesOf(now, rules)) {
    const auto known = findingOf(share);
    if (!known || aiLinesOf(earlier.at(share.first)) < aiLinesOf(share.second)) continue;
    dropped += std::erase_if(findings, [&](const Finding& one) { return isSameFinding(one, *known); });
  }
  return dropped;
}

}  // namespace assay::policy
