// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The bytes of a segment -> what its process has recorded. Knows the layout (vocabulary/segment_layout.h) and
// no file system; safe on any bytes, also on a segment that is being written while it is read.
#pragma once

#include <string>

#include "support/expected.h"
#include "telemetry/byte_source.h"
#include "telemetry/clock.h"
#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// A decoded segment, and what its process can be recognised by.
struct DecodedSegment {
  ProcessSnapshot snapshot;  ///< `files` and `state` are the caller's to fill in
  bool ofThisBoot = false;
  double secondsSinceStart = 0;  ///< by the reader's clock; 0 unless ofThisBoot
};

/// Exact when the process stands still. While it runs, each thread's latest call of each function may be
/// missing, and numbers of one function may be from moments a few µs apart. Fails (Input) on damage, with
/// `name` and the reason.
Expected<DecodedSegment> decodeSegment(const ByteSource& source, const std::string& name,
                                       const ReaderClock& clock);

}  // namespace assay::telemetry
