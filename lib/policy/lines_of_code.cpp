// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/lines_of_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
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

}  // namespace

std::vector<Finding> findTooManyAiLines(const Question& question, const RuleSet& rules) {
  std::vector<Finding> findings;
  for (const auto& [where, share] : sharesOf(question, rules)) {
    const auto& [folder, rule] = where;
    if (share.all == 0 || share.entries.empty()) continue;
    const std::size_t lines = std::min(model::coveredLines(share.entries), share.all);
    const double percent = 100.0 * static_cast<double>(lines) / static_cast<double>(share.all);
    if (percent <= rule->most) continue;
    const model::AnnotatedFunction* largest = *std::ranges::max_element(share.entries, {}, sizeOf);
    findings.push_back(
        {.policy = Policy::AiLines,
         .severity = *rule->severity,
         .where = placeOf(*largest),
         .message = fmt::format("{:.1f} % of the lines of functions in {} are AI code ({} of {}), more "
                                "than {} %",
                                percent, folder, lines, share.all, rule->most),
         .hint = {},
         .entry = nullptr,
         .id = hash64(folder)});
  }
  return findings;
}

}  // namespace assay::policy
