// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/instrument_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "instrument/judge.h"

namespace assay::tool {
namespace {

using model::Coverage;

struct Counts {
  std::size_t full = 0;
  std::map<std::string, std::size_t> partial;  // by code
  std::map<std::string, std::size_t> skipped;
};

std::size_t sum(const std::map<std::string, std::size_t>& counts) {
  std::size_t total = 0;
  for (const auto& [code, count] : counts) total += count;
  return total;
}

Counts countsOf(const model::Manifest& manifest, const std::set<std::string>& files, bool all) {
  Counts counts;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (!all && !files.contains(function.file)) continue;
    const model::Outcome outcome = function.outcome.value_or(instrument::judge(function));
    if (outcome.coverage == Coverage::Full) ++counts.full;
    if (outcome.coverage == Coverage::Partial) ++counts.partial[outcome.code];
    if (outcome.coverage == Coverage::Skipped) ++counts.skipped[outcome.code];
  }
  return counts;
}

std::string textOf(const std::string& code) {
  for (const instrument::OutcomeReason& reason : instrument::outcomeReasons())
    if (reason.code == code) return std::string(reason.text);
  return "a reason that this version does not know";
}

std::string table(std::string_view title, const std::map<std::string, std::size_t>& counts) {
  if (counts.empty()) return "";
  std::string text = fmt::format("{}:\n", title);
  for (const auto& [code, count] : counts)
    text += fmt::format("  {:>5}  {:<19} {}\n", count, code, textOf(code));
  return text;
}

}  // namespace

std::string instrumentSummary(const model::Manifest& manifest, const std::vector<instrument::Draft>& drafts,
                              bool all) {
  std::set<std::string> files;
  for (const instrument::Draft& draft : drafts) files.insert(draft.plan.file);
  const auto guarded =
      std::ranges::count_if(drafts, [](const auto& draft) { return !draft.plan.guards.empty(); });
  const Counts counts = countsOf(manifest, files, all);
  const std::size_t partial = sum(counts.partial);
  return fmt::format("guarded {} of {} tagged functions in {} file{}: {} in full, {} in part\n",
                     counts.full + partial, counts.full + partial + sum(counts.skipped), guarded,
                     guarded == 1 ? "" : "s", counts.full, partial) +
         table("in part", counts.partial) + table("left alone", counts.skipped);
}

}  // namespace assay::tool
