// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// This process as its reader sees it, by the reader that ships.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "telemetry/read_segment.h"
#include "telemetry/segments.h"
#include "time_stamp.h"

namespace assay::bench {

/// The segment of this process; there must be one.
inline std::filesystem::path ownSegment() {
  const auto found = telemetry::listSegments(telemetry::segmentFolder());
  if (found && found->size() == 1) return found->front();
  std::fputs("this process has no segment, or more than one\n", stderr);
  std::exit(1);
}

inline telemetry::ProcessSnapshot snapshotOf(const std::filesystem::path& segment) {
  auto read = telemetry::readSegment(segment);
  if (read) return *std::move(read);
  std::fprintf(stderr, "%s cannot be read\n", segment.c_str());
  std::exit(1);
}

/// From here on assayBenchTimeStamp() reads the clock that guards read. A guard has run.
inline void readClockOfGuards() {
  assay_bench_kernels_clock = snapshotOf(ownSegment()).secondsPerTick == 1e-9 ? 1 : 0;
}

}  // namespace assay::bench
