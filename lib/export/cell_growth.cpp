// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/cell_growth.h"

#include <algorithm>

namespace assay::exporting {
namespace {

using telemetry::Histogram;

void cancel(std::uint64_t& missing, std::uint64_t& grown) {
  const std::uint64_t same = std::min(missing, grown);
  missing -= same;
  grown -= same;
}

void findNearby(Histogram& grown, Histogram& missing, std::size_t cell) {
  for (std::size_t distance = 1; distance < grown.size() && missing[cell] > 0; ++distance) {
    if (distance <= cell) cancel(missing[cell], grown[cell - distance]);
    if (cell + distance < grown.size()) cancel(missing[cell], grown[cell + distance]);
  }
}

}  // namespace

Histogram grownCells(Histogram& told, const Histogram& now) {
  told.resize(std::max(told.size(), now.size()));
  Histogram grown(told.size()), missing(told.size());
  bool complete = true;
  for (std::size_t cell = 0; cell < told.size(); ++cell) {
    const std::uint64_t calls = cell < now.size() ? now[cell] : 0;
    (calls > told[cell] ? grown[cell] : missing[cell]) =
        std::max(calls, told[cell]) - std::min(calls, told[cell]);
    complete &= missing[cell] == 0;
  }
  for (std::size_t cell = 0; !complete && cell < told.size(); ++cell) findNearby(grown, missing, cell);
  for (std::size_t cell = 0; cell < told.size(); ++cell)
    told[cell] = (cell < now.size() ? now[cell] : 0) + missing[cell];
  return grown;
}

}  // namespace assay::exporting
