// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What calls did to memory, as it stands in a segment. Knows nothing of who counted it.
#pragma once

#include <cstdint>
#include <string>

#include "support/expected.h"
#include "telemetry/byte_source.h"
#include "telemetry/site_totals.h"

namespace assay::telemetry {

/// The memory cells of a header that has been checked.
struct MemoryCellTable {
  const ByteSource& source;
  std::uint64_t offset;
  std::uint32_t count;
};

/// Adds them to their sites. Fails (Input) when the source has become shorter, or one is of no site.
Expected<void> addMemoryCells(const MemoryCellTable& table, SiteTotals& totals, const std::string& name);

}  // namespace assay::telemetry
