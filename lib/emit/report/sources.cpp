// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "support/strings.h"

namespace assay::emit::report {

using model::Verdict;

std::vector<SourceRow> sourceRows(const Inventory& inventory, const model::Reconciliations& sources) {
  std::vector<SourceRow> rows;
  for (const Verdict verdict : {Verdict::Conflict, Verdict::Agree, Verdict::Missing})
    for (const model::AnnotatedFunction* entry : inventory.functions)
      if (const auto found = sources.find(entry);
          found != sources.end() && found->second.verdict() == verdict)
        rows.push_back({entry, &found->second});
  return rows;
}

std::string sourceCounts(const std::vector<SourceRow>& rows) {
  const auto of = [&](Verdict verdict) {
    return std::ranges::count_if(rows,
                                 [&](const SourceRow& row) { return row.reconciled->verdict() == verdict; });
  };
  return fmt::format("{} conflict, {} agree, {} missing", of(Verdict::Conflict), of(Verdict::Agree),
                     of(Verdict::Missing));
}

std::string sourceText(const model::SourceSays& says, std::size_t lines) {
  if (says.verdict == Verdict::Missing) return {};
  return fmt::format("{}: {} ({} of {} lines)", nameOf(says.verdict), says.who.empty() ? "a model" : says.who,
                     says.lines, lines);
}

std::string writersText(const model::Reconciliation& reconciled) {
  std::vector<std::string> shares;
  std::size_t unknown = reconciled.lines;
  const auto add = [&](std::string_view who, std::size_t lines) {
    shares.push_back(fmt::format("{} {}", who, percentage(lines, reconciled.lines)));
  };
  for (const model::LinesOf& writer : reconciled.writers) {
    add(writer.who.empty() ? "a model" : std::string_view(writer.who), writer.lines);
    unknown -= std::min(unknown, writer.lines);
  }
  if (!shares.empty() && unknown > 0) add("unknown", unknown);
  return join(shares, ", ");
}

std::string sourcesText(const model::Reconciliation& reconciled) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < reconciled.sources.size(); ++i)
    if (const std::string text = sourceText(reconciled.sources[i], reconciled.lines); !text.empty())
      said.push_back(std::string(model::kSourceNames[i]) + ' ' + text);
  return said.empty() ? std::string("no source speaks of it") : join(said, "; ");
}

}  // namespace assay::emit::report
