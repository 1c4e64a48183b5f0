// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The row that shows memory, and calls that are under way. Closed at first: only programs that count their
// allocations say which function they are of.
#include <fmt/format.h>

#include <string>

#include "emit/dashboard/queries.h"
#include "emit/dashboard/rows.h"
#include "vocabulary/metrics.h"

namespace assay::emit::dashboard {
namespace v = vocabulary;
namespace {

constexpr unsigned kQuarter = kGridWidth / 4;

Panel panelOf(std::string title, std::string unit, std::vector<Query> queries, std::string description = {}) {
  return {.title = std::move(title),
          .description = std::move(description),
          .unit = std::move(unit),
          .width = kQuarter,
          .queries = std::move(queries)};
}

}  // namespace

Row memoryRow() {
  const Group one{.choice = chosen(true)};
  return {.title = "Memory, and calls under way: $function",
          .panels = {panelOf("Memory of the processes", "bytes",
                             {{fmt::format("sum by (job) ({}{{job=~\"$job\"}})", v::kResidentMemoryBytes),
                               "{{job}}"}},
                             "What all guarded processes have in RAM, whoever allocated it."),
                     panelOf("Allocated and freed", "Bps",
                             {{rateOf(v::kMemoryAllocatedBytesTotal, one), "allocated"},
                              {rateOf(v::kMemoryFreedBytesTotal, one), "freed"}},
                             "By programs that count their allocations."),
                     panelOf("Allocated by a call", "bytes",
                             {{fmt::format("{} / ({} > 0)", rateOf(v::kMemoryAllocatedBytesTotal, one),
                                           rateOf(v::kMemoryCallsTotal, one)),
                               "mean"}}),
                     panelOf("Calls under way", "short",
                             {{fmt::format("sum({}{})", v::kOpenCalls, chosen(true)), "calls"}},
                             "A level that only rises is of calls that do not return.")},
          .closed = true};
}

}  // namespace assay::emit::dashboard
