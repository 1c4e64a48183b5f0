// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Counts, processes and databases for the tests of this room.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "history/function_version.h"
#include "telemetry/snapshot.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::history {

/// So many calls of so many ticks each, every one with an input of that size.
inline telemetry::SiteCounts counted(std::uint64_t calls, std::uint64_t ticks = 1000,
                                     std::uint64_t size = 5) {
  telemetry::SiteCounts counts;
  counts.id = 7;
  counts.name = "f";
  counts.calls = counts.timed = counts.entered = counts.ended = calls;
  counts.sumTicks = calls * ticks;
  counts.maxTicks = calls > 0 ? ticks : 0;
  counts.histogram.resize(vocabulary::kBucketCount);
  counts.histogram[vocabulary::bucketOf(ticks)] = calls;
  counts.sizes.resize(vocabulary::kSizeBucketCount);
  counts.sizes[vocabulary::sizeBucketOf(size)] = {calls, 0, calls * ticks};
  return counts;
}

/// A process of one segment with one function.
inline telemetry::ProcessSnapshot processWith(std::uint32_t pid, const telemetry::SiteCounts& counts) {
  telemetry::ProcessSnapshot process;
  process.files = {{"/segments/" + std::to_string(pid), 1, pid}};
  process.pid = pid;
  process.secondsPerTick = 1e-9;
  process.sites = {counts};
  return process;
}

inline FunctionVersion versionOf(std::uint64_t function, std::uint64_t body = 1,
                                 const std::string& model = "GPT-4") {
  return {{function, body}, "f", model, "openai", "2024-01-15", "a prompt", "a.cc", 3};
}

}  // namespace assay::history
