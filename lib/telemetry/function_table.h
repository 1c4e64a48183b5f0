// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The functions of many processes in one table, a row per id: what `top` shows. Times are seconds here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "telemetry/error_kinds.h"
#include "telemetry/input_sizes.h"
#include "telemetry/input_types.h"
#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// One function over all its processes. A time is empty when there was no timed call or its clock cannot be
/// converted.
struct FunctionRow {
  std::uint64_t id = 0;
  std::string name = {};          ///< foreign text
  std::string model = "unknown";  ///< from a manifest, filled in by who has one: foreign text
  std::uint64_t calls = 0;
  std::uint64_t timedCalls = 0;      ///< that the times are made of
  std::uint64_t estimatedCalls = 0;  ///< of timedCalls: not timed, another one stands for each
  double meanError = 0;              ///< of total / timedCalls: half its 95 % interval, as a share of it
  std::optional<std::uint64_t> errors = {};  ///< empty: no end of its calls is seen anywhere
  std::uint64_t abandoned = 0;               ///< coroutines destroyed before they returned: no calls
  std::uint32_t maxDepth = 0;                ///< of a recursion; 0 = not recorded
  /// Calls begun and not ended, in processes that run. Empty: there is none that sees ends.
  std::optional<std::uint64_t> inFlight = {};
  std::optional<std::uint64_t> neverEnded = {};  ///< the same in processes that have ended
  std::optional<std::uint64_t> mostAtOnce = {};  ///< in one process, at least; empty: not recorded
  std::optional<double> ratePerSecond = {};
  std::optional<double> p50 = {};
  std::optional<double> p90 = {};
  std::optional<double> p99 = {};
  std::optional<double> max = {};
  std::optional<double> total = {};
  std::vector<SizeRow> sizes = {};            ///< timed calls by the size of their input
  std::vector<TypeRow> types = {};            ///< timed calls by the type of their input
  std::vector<ErrorKindRow> errorKinds = {};  ///< all errors whose kind is told
  std::vector<Failure> failures = {};         ///< the last ones, the latest first
  MemoryCount memory = {};                    ///< of timed calls; no calls = not counted
  std::size_t running = 0;                    ///< processes that have it
  std::size_t ended = 0;
};

struct FunctionTable {
  std::vector<FunctionRow> rows;  ///< by id, until sorted
  std::size_t running = 0;        ///< processes
  std::size_t ended = 0;
  std::size_t switchedOff = 0;  ///< running processes whose guards are off
  std::uint64_t lostCalls = 0;
  std::uint64_t lostSites = 0;
};

/// Merges by id; the name is the one of the first process that has one. The rate is since the processes
/// started: of the running ones together, or (none runs) of the ended ones over the time they ran, when that
/// is known of all. Processes whose clocks differ are brought to the first one's; their quantiles may then be
/// off by 12.5 % more.
FunctionTable mergeProcesses(std::span<const ProcessSnapshot> processes);

/// Calls so far per process (pid, start) and function: what a live view's rates are differences of.
using CallCounts = std::map<std::tuple<std::uint32_t, std::uint64_t, std::uint64_t>, std::uint64_t>;
CallCounts countCalls(std::span<const ProcessSnapshot> processes);

/// Replaces each row's rate by the calls since `before`, per second. A process that was not there before
/// counts with all its calls.
void setRates(FunctionTable& table, const CallCounts& before, const CallCounts& now, double seconds);

/// Bytes that a call allocated, on average; empty: not counted.
std::optional<double> allocatedPerCall(const MemoryCount& memory);

enum class SortKey { Calls, Rate, Errors, P50, P99, Max, Name };
inline constexpr std::size_t kSortKeys = 7;

std::string_view nameOf(SortKey key);
std::optional<SortKey> sortKeyOf(std::string_view name);

/// Largest first (names: A to Z), rows without the value last, ties by name and id; `reversed` turns the
/// values' order round.
void sortRows(FunctionTable& table, SortKey key, bool reversed);

}  // namespace assay::telemetry
