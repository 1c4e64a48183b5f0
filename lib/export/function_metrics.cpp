// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/function_metrics.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "export/latency_buckets.h"
#include "export/prometheus_text.h"
#include "support/hash.h"
#include "telemetry/error_kinds.h"
#include "telemetry/input_sizes.h"
#include "telemetry/input_types.h"
#include "telemetry/site_totals.h"
#include "vocabulary/metrics.h"
#include "vocabulary/shadow_metrics.h"

namespace assay::exporting {
namespace {

using telemetry::saturatingAdd;

// A function over its processes.
struct Function {
  std::uint64_t id = 0;
  std::string name;
  std::uint64_t calls = 0;
  std::uint64_t succeeded = 0;
  std::uint64_t failed = 0;
  std::uint64_t estimated = 0;
  std::uint64_t open = 0;  // in processes that run
  bool endsSeen = false;   // else nobody knows how its calls end
  bool timed = false;
  LatencyBuckets latency;
  telemetry::InputSizes sizes;
  telemetry::TypeTable types;
  telemetry::ErrorKinds errorKinds;
  telemetry::MemoryCount memory;
  double seconds = 0;
};

void addOpen(Function& function, const telemetry::SiteCounts& site) {
  if (site.entryOnly || site.entered <= site.ended) return;
  function.open = saturatingAdd(function.open, site.entered - site.ended);
}

void add(Function& function, const telemetry::SiteCounts& site, double secondsPerTick) {
  function.id = site.id;
  if (function.name.empty()) function.name = validUtf8(site.name);
  function.calls = saturatingAdd(function.calls, site.calls);
  if (!site.entryOnly) {
    function.endsSeen = true;
    function.failed = saturatingAdd(function.failed, site.errors);
    // More errors than calls: the snapshot caught a failing call between two stores.
    function.succeeded = saturatingAdd(function.succeeded, site.calls - std::min(site.calls, site.errors));
  }
  function.estimated = saturatingAdd(function.estimated, site.estimated);
  function.timed |= site.timed > 0 && secondsPerTick > 0;
  function.latency.add(site, secondsPerTick);
  telemetry::addSizes(function.sizes, site.sizes);
  function.types.add(site.types, secondsPerTick);
  telemetry::addErrorKinds(function.errorKinds, site.errorKinds);
  telemetry::addMemory(function.memory, site.memory);
  function.seconds += static_cast<double>(site.sumTicks) * secondsPerTick;
}

std::map<std::uint64_t, Function> withSeries(const SeriesTold& told) {
  std::map<std::uint64_t, Function> byId;
  for (const auto& [id, names] : told.types)
    for (const std::string& name : names) byId[id].types.keep(name);
  for (const auto& [id, names] : told.errorKinds)
    for (const std::string& name : names) telemetry::keepErrorKind(byId[id].errorKinds, name);
  return byId;
}

void noteSeries(const Function& function, SeriesTold& told) {
  for (const telemetry::TypeRow& row : function.types.rows())
    if (row.name != telemetry::kOtherTypesName) told.types[function.id].insert(row.name);
  for (const telemetry::ErrorKindRow& row : telemetry::rowsOf(function.errorKinds))
    if (telemetry::hasClass(row.kind)) told.errorKinds[function.id].insert(row.kind);
}

std::vector<Function> functionsOf(std::span<const telemetry::ProcessSnapshot> processes, SeriesTold& told) {
  std::map<std::uint64_t, Function> byId = withSeries(told);
  std::set<std::uint64_t> counted;
  for (const telemetry::ProcessSnapshot& process : processes)
    for (const telemetry::SiteCounts& site : process.sites) {
      Function& function = byId[site.id];
      counted.insert(site.id);
      add(function, site, process.secondsPerTick);
      if (process.state == telemetry::ProcessState::Running) addOpen(function, site);
    }
  std::vector<Function> functions;
  for (auto& [id, function] : byId) {
    if (!counted.contains(id)) continue;
    noteSeries(function, told);
    functions.push_back(std::move(function));
  }
  std::ranges::sort(functions, {}, [](const Function& one) { return std::tie(one.name, one.id); });
  return functions;
}

telemetry::InputSizes failuresOf(telemetry::InputSizes sizes) {
  for (telemetry::SizeCount& size : sizes) size = {.calls = size.errors};
  return sizes;
}

std::string sourceOf(const FunctionFacts* facts) {
  if (facts == nullptr) return kUnknownSource;
  return facts->model.empty() ? kSourceNotGiven : validUtf8(facts->model);
}

// All families of functions, in the order in which they are written.
class Families {
 public:
  void add(const Function& function, const FunctionFacts* facts) {
    const Labels labels = {{vocabulary::kLabelFunction, function.name},
                           {vocabulary::kLabelId, "0x" + hex64(function.id)},
                           {vocabulary::kLabelSource, sourceOf(facts)}};
    calls_.samples.push_back({labels, function.calls});
    if (function.endsSeen) {
      success_.samples.push_back({labels, function.succeeded});
      error_.samples.push_back({labels, function.failed});
      open_.samples.push_back({labels, function.open});
    }
    if (function.timed) {
      time_.samples.push_back({labels, 0, function.latency.value()});
      estimated_.samples.push_back({labels, function.estimated});
    }
    if (!function.sizes.empty()) addSizes(labels, function);
    for (const telemetry::TypeRow& row : function.types.rows()) addType(labels, row);
    for (const telemetry::ErrorKindRow& row : telemetry::rowsOf(function.errorKinds))
      addErrorKind(labels, row);
    if (function.memory.calls > 0) addMemory(labels, function.memory);
    if (facts != nullptr) addInfo(function, *facts);
    if (facts != nullptr && facts->oldId != 0) addExperiment(labels, *facts);
  }

  /// What its comparisons have counted, under the name and the id of the function itself.
  void addShadow(const Function& comparisons, std::uint64_t id, const FunctionFacts& facts) {
    const Labels labels = {{vocabulary::kLabelFunction, validUtf8(facts.name)},
                           {vocabulary::kLabelId, "0x" + hex64(id)},
                           {vocabulary::kLabelSource, sourceOf(&facts)}};
    shadowCalls_.samples.push_back({labels, comparisons.calls});
    mismatches_.samples.push_back({labels, comparisons.failed});
    if (comparisons.timed)
      shadowSeconds_.samples.push_back({.labels = labels, .seconds = comparisons.seconds});
  }

  std::vector<MetricFamily> take() && {
    return {
        std::move(calls_),       std::move(success_),       std::move(error_),     std::move(errorKind_),
        std::move(open_),        std::move(time_),          std::move(estimated_), std::move(size_),
        std::move(failedSize_),  std::move(type_),          std::move(typeError_), std::move(typeSeconds_),
        std::move(memoryCalls_), std::move(allocated_),     std::move(freed_),     std::move(shadowCalls_),
        std::move(mismatches_),  std::move(shadowSeconds_), std::move(info_),      std::move(experiment_)};
  }

 private:
  // Which calls fail by size is not known of those whose end nobody sees.
  void addSizes(const Labels& labels, const Function& function) {
    size_.samples.push_back({labels, 0, sizeBuckets(function.sizes)});
    if (function.endsSeen)
      failedSize_.samples.push_back({labels, 0, sizeBuckets(failuresOf(function.sizes))});
  }

  void addExperiment(Labels labels, const FunctionFacts& facts) {
    labels.emplace_back(vocabulary::kLabelReplaces, validUtf8(facts.replaces));
    labels.emplace_back(vocabulary::kLabelOldId, "0x" + hex64(facts.oldId));
    experiment_.samples.push_back({std::move(labels), 1});
  }

  void addMemory(const Labels& labels, const telemetry::MemoryCount& memory) {
    memoryCalls_.samples.push_back({labels, memory.calls});
    allocated_.samples.push_back({labels, memory.allocated});
    freed_.samples.push_back({labels, memory.freed});
  }

  void addType(Labels labels, const telemetry::TypeRow& row) {
    labels.emplace_back(vocabulary::kLabelType, validUtf8(row.name));
    type_.samples.push_back({labels, row.calls});
    typeError_.samples.push_back({labels, row.errors});
    if (row.totalSeconds) typeSeconds_.samples.push_back({.labels = labels, .seconds = *row.totalSeconds});
  }

  void addErrorKind(Labels labels, const telemetry::ErrorKindRow& row) {
    labels.emplace_back(vocabulary::kLabelKind, validUtf8(row.kind));
    errorKind_.samples.push_back({std::move(labels), row.errors});
  }

  // Empty labels are as good as none.
  void addInfo(const Function& function, const FunctionFacts& facts) {
    const std::string line = facts.line == 0 ? std::string() : std::to_string(facts.line);
    const std::string body = facts.body == 0 ? std::string() : hex64(facts.body);
    Labels labels = {{vocabulary::kLabelFunction, function.name},
                     {vocabulary::kLabelId, "0x" + hex64(function.id)},
                     {vocabulary::kLabelSource, sourceOf(&facts)},
                     {vocabulary::kLabelVendor, validUtf8(facts.vendor)},
                     {vocabulary::kLabelDate, validUtf8(facts.date)},
                     {vocabulary::kLabelPromptHash, facts.promptHash},
                     {vocabulary::kLabelBody, body},
                     {vocabulary::kLabelFile, validUtf8(facts.file)},
                     {vocabulary::kLabelLine, line}};
    std::erase_if(labels, [](const auto& label) { return label.second.empty(); });
    info_.samples.push_back({std::move(labels), 1});
  }

  MetricFamily calls_{vocabulary::kCallsTotal,
                      "Finished calls; of functions that are counted at their entry alone, calls begun.",
                      MetricType::Counter};
  MetricFamily success_{vocabulary::kSuccessTotal, "Calls that did not fail.", MetricType::Counter};
  MetricFamily error_{vocabulary::kErrorTotal,
                      "Calls that failed: ended by an exception, or by a return that says so.",
                      MetricType::Counter};
  MetricFamily errorKind_{vocabulary::kErrorKindTotal,
                          "These by the class of the exception, or what failed besides.",
                          MetricType::Counter};
  MetricFamily open_{vocabulary::kOpenCalls, "Calls that have begun and not ended, in processes that run.",
                     MetricType::Gauge};
  MetricFamily time_{vocabulary::kExecutionTimeSeconds, "Durations of the timed calls.",
                     MetricType::Histogram, "seconds"};
  MetricFamily estimated_{vocabulary::kEstimatedCallsTotal,
                          "Calls among them that were not timed: another one stands for each.",
                          MetricType::Counter};
  MetricFamily size_{vocabulary::kInputSize,
                     "Sizes of the inputs of calls that have one; the sum is an estimate.",
                     MetricType::Histogram};
  MetricFamily failedSize_{vocabulary::kFailedInputSize, "Those of the calls among them that failed.",
                           MetricType::Histogram};
  MetricFamily type_{vocabulary::kInputTypeTotal,
                     "Timed calls by the type of their input, those that have one.", MetricType::Counter};
  MetricFamily typeError_{vocabulary::kInputTypeErrorTotal, "Those among them that failed.",
                          MetricType::Counter};
  MetricFamily typeSeconds_{vocabulary::kInputTypeSecondsTotal, "What they took together.",
                            MetricType::Counter, "seconds"};
  MetricFamily memoryCalls_{vocabulary::kMemoryCallsTotal,
                            "Timed calls of which the bytes that follow are known.", MetricType::Counter};
  MetricFamily allocated_{vocabulary::kMemoryAllocatedBytesTotal,
                          "Bytes allocated in the course of these calls.", MetricType::Counter, "bytes"};
  MetricFamily freed_{vocabulary::kMemoryFreedBytesTotal,
                      "Bytes freed in the course of these calls, whoever allocated them.",
                      MetricType::Counter, "bytes"};
  MetricFamily shadowCalls_{vocabulary::kShadowCallsTotal,
                            "Calls in the shadow of the function that is replaced, each compared with it.",
                            MetricType::Counter};
  MetricFamily mismatches_{vocabulary::kShadowMismatchesTotal,
                           "Those among them that did not end as the replaced function did.",
                           MetricType::Counter};
  MetricFamily shadowSeconds_{vocabulary::kShadowSecondsTotal, "What they took beside the replaced function.",
                              MetricType::Counter, "seconds"};
  MetricFamily info_{vocabulary::kFunctionInfo, "What the manifest says of a function.", MetricType::Info};
  MetricFamily experiment_{vocabulary::kExperimentInfo,
                           "Which function it takes calls from, as the manifest says.", MetricType::Info};
};

/// By the id of their comparisons.
std::map<std::uint64_t, FactsById::const_iterator> shadowsIn(const FactsById& facts) {
  std::map<std::uint64_t, FactsById::const_iterator> shadows;
  for (auto at = facts.begin(); at != facts.end(); ++at)
    if (at->second.shadowId != 0) shadows.emplace(at->second.shadowId, at);
  return shadows;
}

std::vector<MetricFamily> processMetrics(std::span<const telemetry::ProcessSnapshot> processes,
                                         std::size_t unreadable) {
  std::uint64_t lost = 0, resident = 0, off = 0;
  // A process may have several segments; what has no files is a sum over those that are gone.
  std::set<std::tuple<std::uint32_t, std::uint64_t, std::string>> running, ended;
  for (const telemetry::ProcessSnapshot& process : processes) {
    auto& known = process.state == telemetry::ProcessState::Running ? running : ended;
    const bool fresh =
        !process.files.empty() && known.emplace(process.pid, process.processStart, process.program).second;
    if (fresh && process.state == telemetry::ProcessState::Running) {
      resident = saturatingAdd(resident, process.residentBytes);
      if (!process.guardsOn) ++off;
    }
    lost = saturatingAdd(lost, process.lostCalls);
  }
  const auto state = [](const char* text) { return Labels{{vocabulary::kLabelState, text}}; };
  return {
      {vocabulary::kProcesses,
       "Guarded processes that have a segment.",
       MetricType::Gauge,
       "",
       {{state(vocabulary::kStateRunning), running.size()}, {state(vocabulary::kStateEnded), ended.size()}}},
      {vocabulary::kResidentMemoryBytes,
       "Memory that the guarded processes have in RAM, those that run.",
       MetricType::Gauge,
       "bytes",
       {{{}, resident}}},
      {vocabulary::kGuardsOff,
       "Guarded processes that run and have switched their guards off.",
       MetricType::Gauge,
       "",
       {{{}, off}}},
      {vocabulary::kLostCallsTotal,
       "Calls that the guards could not record.",
       MetricType::Counter,
       "",
       {{{}, lost}}},
      {vocabulary::kUnreadableSegments,
       "Segments that could not be read.",
       MetricType::Gauge,
       "",
       {{{}, unreadable}}}};
}

}  // namespace

std::vector<MetricFamily> functionMetrics(std::span<const telemetry::ProcessSnapshot> processes,
                                          const FactsById& facts, std::size_t unreadable, SeriesTold& told) {
  Families families;
  const std::map<std::uint64_t, FactsById::const_iterator> shadows = shadowsIn(facts);
  for (const Function& function : functionsOf(processes, told)) {
    if (const auto of = shadows.find(function.id); of != shadows.end()) {
      families.addShadow(function, of->second->first, of->second->second);
      continue;
    }
    const auto found = facts.find(function.id);
    families.add(function, found == facts.end() ? nullptr : &found->second);
  }
  std::vector<MetricFamily> all = std::move(families).take();
  std::ranges::move(processMetrics(processes, unreadable), std::back_inserter(all));
  return all;
}

std::vector<MetricFamily> functionMetrics(std::span<const telemetry::ProcessSnapshot> processes,
                                          const FactsById& facts, std::size_t unreadable) {
  SeriesTold none;
  return functionMetrics(processes, facts, unreadable, none);
}

}  // namespace assay::exporting
