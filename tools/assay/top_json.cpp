// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/top_json.h"

#include <optional>

#include "document/value.h"
#include "support/hash.h"

namespace assay::tool {
namespace {

using document::Array;
using document::Object;
using document::Value;

constexpr int kJsonVersion = 1;

Value numberOrNull(std::optional<double> value) {
  return value ? Value(*value) : Value(nullptr);
}

Value numberOrNull(double value) {
  return value > 0 ? Value(value) : Value(nullptr);
}

Value count(std::uint64_t value) {
  return Value(value);
}

Value countOrNull(std::optional<std::uint64_t> value) {
  return value ? count(*value) : Value(nullptr);
}

Value processJson(const telemetry::ProcessSnapshot& process) {
  const bool running = process.state == telemetry::ProcessState::Running;
  Array files;
  for (const telemetry::SegmentFile& file : process.files) files.push_back(file.path.filename().string());
  return Object{
      {"pid", count(process.pid)},
      {"program", process.program},
      {"state", running ? "running" : "ended"},
      {"guards", process.guardsOn ? "on" : "off"},
      {"startNanoseconds", count(process.startRealtime)},
      {"observedSeconds", numberOrNull(process.observedSeconds)},
      {"lostCalls", count(process.lostCalls)},
      {"lostSites", count(process.lostSites)},
      {"segments", std::move(files)},
  };
}

Value sizeJson(const telemetry::SizeRow& row) {
  return Object{
      {"from", count(row.from)},
      {"to", countOrNull(row.to)},
      {"calls", count(row.calls)},
      {"errors", count(row.errors)},
      {"meanNs", numberOrNull(row.meanSeconds.transform([](double seconds) { return seconds * 1e9; }))},
  };
}

Value typeJson(const telemetry::TypeRow& row) {
  return Object{
      {"type", row.name},
      {"calls", count(row.calls)},
      {"errors", count(row.errors)},
      {"totalSeconds", numberOrNull(row.totalSeconds)},
      {"meanNs", numberOrNull(row.meanSeconds.transform([](double seconds) { return seconds * 1e9; }))},
  };
}

Value errorKindJson(const telemetry::ErrorKindRow& row) {
  return Object{{"kind", row.kind}, {"errors", count(row.errors)}};
}

Value failureJson(const telemetry::Failure& failure) {
  const auto size = telemetry::sizesOf(failure);
  return Object{
      {"endedNanoseconds", failure.endedNanoseconds > 0 ? count(failure.endedNanoseconds) : Value(nullptr)},
      {"seconds", numberOrNull(failure.seconds)},
      {"by", failure.thrown ? "exception" : "return"},
      {"exception", failure.exception.empty() ? Value(nullptr) : Value(failure.exception)},
      {"sizeFrom", size ? count(size->from) : Value(nullptr)},
      {"sizeTo", size ? countOrNull(size->to) : Value(nullptr)},
      {"type", failure.type.empty() ? Value(nullptr) : Value(failure.type)},
  };
}

Value memoryJson(const telemetry::MemoryCount& memory) {
  if (memory.calls == 0) return Value(nullptr);
  return Object{
      {"calls", count(memory.calls)},
      {"allocatedBytes", count(memory.allocated)},
      {"freedBytes", count(memory.freed)},
  };
}

Value functionJson(const telemetry::FunctionRow& row) {
  Array sizes;
  for (const telemetry::SizeRow& size : row.sizes) sizes.push_back(sizeJson(size));
  Array types;
  for (const telemetry::TypeRow& type : row.types) types.push_back(typeJson(type));
  Array errorKinds;
  for (const telemetry::ErrorKindRow& kind : row.errorKinds) errorKinds.push_back(errorKindJson(kind));
  Array failures;
  for (const telemetry::Failure& failure : row.failures) failures.push_back(failureJson(failure));
  const auto largest = telemetry::largestSize(row.sizes);
  return Object{
      {"id", hex64(row.id)},
      {"name", row.name},
      {"model", row.model},
      {"calls", count(row.calls)},
      {"timedCalls", count(row.timedCalls)},
      {"estimatedCalls", count(row.estimatedCalls)},
      {"meanError", Value(row.meanError)},
      {"errors", countOrNull(row.errors)},
      {"abandoned", count(row.abandoned)},
      {"maxDepth", row.maxDepth > 0 ? count(row.maxDepth) : Value(nullptr)},
      {"inFlight", countOrNull(row.inFlight)},
      {"neverEnded", countOrNull(row.neverEnded)},
      {"mostAtOnce", countOrNull(row.mostAtOnce)},
      {"ratePerSecond", numberOrNull(row.ratePerSecond)},
      {"p50Seconds", numberOrNull(row.p50)},
      {"p99Seconds", numberOrNull(row.p99)},
      {"maxSeconds", numberOrNull(row.max)},
      {"totalSeconds", numberOrNull(row.total)},
      {"meanSize", numberOrNull(telemetry::meanSize(row.sizes))},
      {"largestSize", countOrNull(largest)},
      {"sizes", std::move(sizes)},
      {"types", std::move(types)},
      {"errorKinds", std::move(errorKinds)},
      {"lastFailures", std::move(failures)},
      {"memory", memoryJson(row.memory)},
      {"running", count(row.running)},
      {"ended", count(row.ended)},
  };
}

}  // namespace

std::string topJson(const TopSource& source, const TopFrame& frame) {
  Array processes, functions;
  for (const auto& process : frame.collection.processes) processes.push_back(processJson(process));
  for (const auto& row : frame.table.rows) functions.push_back(functionJson(row));
  return document::writeJson(Object{
      {"version", kJsonVersion},
      {"folder", source.folder.string()},
      {"unreadableSegments", count(frame.collection.unreadable)},
      {"lostCalls", count(frame.table.lostCalls)},
      {"lostSites", count(frame.table.lostSites)},
      {"processes", std::move(processes)},
      {"functions", std::move(functions)},
  });
}

}  // namespace assay::tool
