// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/memory_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "vocabulary/segment_layout.h"

namespace assay::telemetry {
namespace {

using vocabulary::MemoryCell;

constexpr std::uint32_t kCellsAtOnce = 1024;

}  // namespace

Expected<void> addMemoryCells(const MemoryCellTable& table, SiteTotals& totals, const std::string& name) {
  for (std::uint32_t first = 0; first < table.count; first += kCellsAtOnce) {
    std::vector<MemoryCell> cells(std::min(table.count - first, kCellsAtOnce));
    if (!table.source.read(table.offset + std::uint64_t{first} * sizeof(MemoryCell),
                           std::as_writable_bytes(std::span(cells))))
      return failAt({name, 0, 0}, "the segment became shorter while it was read");
    for (const MemoryCell& cell : cells) {
      if (cell.site >= totals.size())
        return failAt({name, 0, 0}, fmt::format("damaged segment: a memory cell counts for site {} of {}",
                                                cell.site, totals.size()));
      if (cell.site != 0) totals.addMemory(cell.site, {cell.calls, cell.allocated, cell.freed});
    }
  }
  return {};
}

}  // namespace assay::telemetry
