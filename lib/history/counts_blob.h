// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function's counts as few bytes: most buckets of a histogram are empty and most numbers small.
//
//   format (1) · flags · calls · timed · errors · entered · ended · abandoned · sum · max · most at once ·
//   depth, then sections until the end: number · length in bytes · content
//   section 1, histogram: (buckets left out · calls)*
//   section 2, sizes of inputs: (buckets left out · calls · errors · sum)*
//   section 3, types of inputs: (length of the name · name · calls · errors · sum)*
//   section 4, where not every call was timed: estimated
//   section 5, memory, where it was counted: calls · bytes allocated · bytes freed
//   section 6, errors by kind: (length of the kind · kind · errors)*
//   section 7, the last failures: (end in ns since 1970 · thrown · duration in ns · bucket of the size ·
//   length of the type · type · length of the class · class)*
//
// All numbers are varints (7 bits a byte, the lowest first); `timed` and `ended` are kept as differences to
// what they mostly are. A reader passes over sections that it does not know.
#pragma once

#include <string>
#include <string_view>

#include "support/expected.h"
#include "telemetry/snapshot.h"

namespace assay::history {

/// All but id and name, and failures of which nobody knows when they were. Equal counts give equal bytes.
std::string countsBlob(const telemetry::SiteCounts& counts);

/// Adds what a blob holds to `to`, as telemetry::addCounts does. Fails (Input), with `to` in part changed, on
/// bytes that are none.
Expected<void> addCountsBlob(telemetry::SiteCounts& to, std::string_view blob);

/// What anything can be added to: no call, and none whose end was seen.
telemetry::SiteCounts noCounts();

/// What a blob holds.
Expected<telemetry::SiteCounts> countsOf(std::string_view blob);

}  // namespace assay::history
