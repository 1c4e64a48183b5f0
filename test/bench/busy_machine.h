// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is read of a machine on which 1,000 processes have 200 guarded functions each, all of them called all
// the time: for benchmarks of what is sent.
#pragma once

#include <cstdint>
#include <vector>

#include "telemetry/snapshot.h"

namespace assay::bench {

inline constexpr int kProcesses = 1000;
inline constexpr std::uint64_t kFunctions = 200;

std::vector<telemetry::ProcessSnapshot> busyMachine();

/// So many more calls of each function, most of them in the middle of its twenty buckets.
void call(std::vector<telemetry::ProcessSnapshot>& processes, std::uint64_t calls);

/// Of this process, so far.
double processorSeconds();

}  // namespace assay::bench
