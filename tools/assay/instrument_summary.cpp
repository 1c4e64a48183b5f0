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
  std::size_t notDone = 0;  ///< could be guarded, but their file could not be read or has changed
};

std::size_t sum(const std::map<std::string, std::size_t>& counts) {
  std::size_t total = 0;
  for (const auto& [code, count] : counts) total += count;
  return total;
}

std::set<std::uint64_t> guardedIn(const std::vector<instrument::Draft>& drafts) {
  std::set<std::uint64_t> ids;
  for (const instrument::Draft& draft : drafts)
    for (const instrument::PlannedGuard& guard : draft.plan.guards) ids.insert(guard.id);
  return ids;
}

Counts countsOf(const model::Manifest& manifest, const std::vector<instrument::Draft>& drafts, bool all) {
  const std::set<std::uint64_t> guarded = guardedIn(drafts);
  std::set<std::string> files;
  for (const instrument::Draft& draft : drafts) files.insert(draft.plan.file);
  Counts counts;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (!all && !files.contains(function.file)) continue;
    const model::Outcome outcome = function.outcome.value_or(instrument::judge(function));
    if (outcome.coverage == Coverage::Skipped)
      ++counts.skipped[outcome.code];
    else if (!guarded.contains(function.id))
      ++counts.notDone;
    else if (outcome.coverage == Coverage::Full)
      ++counts.full;
    else
      ++counts.partial[outcome.code];
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
  const auto guarded =
      std::ranges::count_if(drafts, [](const auto& draft) { return !draft.plan.guards.empty(); });
  const Counts counts = countsOf(manifest, drafts, all);
  const std::size_t partial = sum(counts.partial);
  const std::size_t tagged = counts.full + partial + sum(counts.skipped) + counts.notDone;
  const std::string notDone =
      counts.notDone == 0 ? "" : fmt::format("not guarded: {}, see the errors\n", counts.notDone);
  return fmt::format("guarded {} of {} tagged functions in {} file{}: {} in full, {} in part\n",
                     counts.full + partial, tagged, guarded, guarded == 1 ? "" : "s", counts.full, partial) +
         table("in part", counts.partial) + table("left alone", counts.skipped) + notDone;
}

}  // namespace assay::tool
