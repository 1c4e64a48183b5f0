// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What guards have counted, joined with what a manifest says of the functions -> metrics
// (docs/reference/serve.md lists them).
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "export/metric_family.h"
#include "telemetry/snapshot.h"
#include "vocabulary/metrics.h"

namespace assay::exporting {

/// What the manifest says of a function; empty = not said. Foreign text. In metrics a prompt goes by its hash
/// only.
struct FunctionFacts {
  std::string model = {};
  std::string vendor = {};
  std::string date = {};
  std::string promptHash = {};
  std::string file = {};
  unsigned line = 0;
  std::string name = {};
  std::string prompt = {};
  std::uint64_t body = 0;      ///< fingerprint of its body; 0 = not known
  std::uint64_t shadowId = 0;  ///< under which it is compared with the one it replaces; 0 = it is not
  std::string replaces = {};   ///< name of the function whose calls it has a share of; empty = of none
  std::uint64_t oldId = 0;     ///< under which the calls are counted that still go there
  std::string coverage = {};   ///< full, partial or skipped, as the last `assay instrument` left it
  std::string gap = {};        ///< what its guard does not cover, or why it has none
};
using FactsById = std::map<std::uint64_t, FunctionFacts>;

/// What `ai_source` says of a function that no manifest has, and of a tag that names no model.
inline constexpr const char* kUnknownSource = vocabulary::kSourceUnknown;
inline constexpr const char* kSourceNotGiven = vocabulary::kSourceNotGiven;

/// By function, names that have had a series: foreign text.
using NamesTold = std::map<std::uint64_t, std::set<std::string>>;

/// The types of inputs and the kinds of errors that have had a series, telemetry::kMostTypes and
/// telemetry::kMostExceptions at most. Who asks again and again keeps them, so that each has its own series
/// or is counted with the others for good, and a function never has more.
struct SeriesTold {
  NamesTold types = {};
  NamesTold errorKinds = {};
};

/// All metrics of the processes, running or ended, whole or by segment, added up per function. Comparisons
/// have families of their own, under the function that runs in the shadow. Sorted by name, then id: equal
/// input gives equal text. `unreadable`: segments that could not be read. `told` is brought up to date.
std::vector<MetricFamily> functionMetrics(std::span<const telemetry::ProcessSnapshot> processes,
                                          const FactsById& facts, std::size_t unreadable, SeriesTold& told);
std::vector<MetricFamily> functionMetrics(std::span<const telemetry::ProcessSnapshot> processes,
                                          const FactsById& facts, std::size_t unreadable);

}  // namespace assay::exporting
