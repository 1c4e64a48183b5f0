// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the program can measure, one thing per run. All but the first print lines "NAME VALUE…" for
// test/bench/guard/bench.py, which makes tables and bars of them.
#pragma once

namespace assay::bench {

/// Google Benchmark over all rows; its options. The exit code.
int measureTimes(int count, char** arguments);
/// All rows under callgrind, which is told where each begins and ends.
int countInstructions(int count, char** arguments);
/// The guard while its segment is read, beside the guard alone: processor ns per call.
int disturbByReader(int count, char** arguments);
/// What guards say a body takes, beside what it takes.
int compareWithTruth(int count, char** arguments);
/// A call after everything has left the caches.
int callCold(int count, char** arguments);
/// A quick and a slow function under the budget that the environment sets.
int keepToBudget(int count, char** arguments);
/// Bytes that so many sites on so many threads take: SITES THREADS.
int takeMemory(int count, char** arguments);

}  // namespace assay::bench
