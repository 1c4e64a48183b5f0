// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The last failures of a segment's sites, as they stand in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "support/expected.h"
#include "telemetry/byte_source.h"
#include "telemetry/snapshot.h"
#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

/// The records of one site that are whole: what is being written meanwhile is left out. Fails (Input) when
/// the source has become shorter. `site` is below siteCount of a header that has been checked.
Expected<std::vector<vocabulary::FailureRecord>> readFailures(const ByteSource& source,
                                                              const vocabulary::SegmentHeader& header,
                                                              std::uint32_t site, const std::string& name);

/// The class of the exception that a record names; empty when it names none, or one that is not there.
std::string exceptionOf(const vocabulary::FailureRecord& record, std::span<const char> names);

/// What is told by name.
struct FailureNames {
  std::string type;       ///< of the input
  std::string exception;  ///< its class
};

/// What a record says, in seconds and with the names. Without `secondsPerTick` neither when it was
/// nor how long it took is known. Any bytes give a failure.
Failure failureOf(const vocabulary::FailureRecord& record, const vocabulary::SegmentHeader& header,
                  double secondsPerTick, FailureNames names);

}  // namespace assay::telemetry
