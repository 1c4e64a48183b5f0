// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/function_list.h"

#include <algorithm>

#include "document/value.h"
#include "serve/json_numbers.h"
#include "support/hash.h"
#include "support/strings.h"
#include "telemetry/function_table.h"

namespace assay::serve {
namespace {

using document::Array;
using document::Object;
using document::Value;
using exporting::FunctionFacts;
using telemetry::FunctionRow;

constexpr int kListVersion = 1;
constexpr std::size_t kPromptColumns = 300;  // the whole of it is in the function's history

const char* stateOf(const FunctionRow& row) {
  if (row.running > 0) return "running";
  return row.ended > 0 ? "ended" : "unseen";
}

std::string sourceOf(const FunctionFacts* facts) {
  if (facts == nullptr) return exporting::kUnknownSource;
  return facts->model.empty() ? exporting::kSourceNotGiven : facts->model;
}

void appendFacts(Object& object, const FunctionFacts* known) {
  static const FunctionFacts kNone;
  const FunctionFacts& facts = known == nullptr ? kNone : *known;
  object.push_back({"model", sourceOf(known)});
  object.push_back({"vendor", textOrNull(facts.vendor)});
  object.push_back({"date", textOrNull(facts.date)});
  object.push_back({"prompt", textOrNull(ellipsize(facts.prompt, kPromptColumns))});
  object.push_back({"file", textOrNull(facts.file)});
  object.push_back({"line", facts.line > 0 ? Value(facts.line) : Value(nullptr)});
  object.push_back({"coverage", textOrNull(facts.coverage)});
  object.push_back({"notCovered", textOrNull(facts.gap)});
}

void appendInputs(Object& object, const FunctionRow& row) {
  object.push_back({"meanSize", orNull(telemetry::meanSize(row.sizes))});
  object.push_back({"largestSize", orNull(telemetry::largestSize(row.sizes))});
  object.push_back({"sizes", sizeCells(row.sizes)});
  object.push_back({"types", typeRows(row.types)});
  object.push_back({"errorKinds", errorKindRows(row.errorKinds)});
  object.push_back({"lastFailures", failureRows(row.failures)});
  object.push_back({"memory", memoryNumbers(row.memory)});
}

Object functionJson(const FunctionRow& row, const FunctionFacts* facts, const Rates& rates) {
  const auto rate = rates.find(row.id);
  Object object = {{"id", "0x" + hex64(row.id)}, {"name", row.name}, {"state", stateOf(row)}};
  appendFacts(object, facts);
  const Object numbers = {
      {"calls", Value(row.calls)},
      {"timedCalls", Value(row.timedCalls)},
      {"estimatedCalls", Value(row.estimatedCalls)},
      {"meanError", Value(row.meanError)},
      {"errors", row.running + row.ended > 0 ? orNull(row.errors) : Value(nullptr)},
      {"ratePerSecond", rate == rates.end() ? Value(nullptr) : Value(rate->second)},
      {"p50Seconds", orNull(row.p50)},
      {"p90Seconds", orNull(row.p90)},
      {"p99Seconds", orNull(row.p99)},
      {"maxSeconds", orNull(row.max)},
      {"totalSeconds", orNull(row.total)},
      {"open", orNull(row.inFlight)},
      {"neverEnded", orNull(row.neverEnded)},
      {"peak", orNull(row.mostAtOnce)},
  };
  object.insert(object.end(), numbers.begin(), numbers.end());
  appendInputs(object, row);
  return object;
}

void addUnseen(std::vector<FunctionRow>& rows, const exporting::FactsById& facts) {
  std::ranges::sort(rows, {}, &FunctionRow::id);
  const std::size_t seen = rows.size();
  for (const auto& [id, fact] : facts) {
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(seen);
    const auto place = std::ranges::lower_bound(rows.begin(), end, id, {}, &FunctionRow::id);
    const bool counted = place != end && place->id == id;
    if (!counted && !fact.name.empty()) rows.push_back({.id = id, .name = fact.name});
  }
}

}  // namespace

std::string functionListJson(const Collector& collector, const exporting::FactsById& facts) {
  telemetry::FunctionTable table = telemetry::mergeProcesses(collector.processes());
  addUnseen(table.rows, facts);
  telemetry::sortRows(table, telemetry::SortKey::Name, false);
  Array functions;
  for (const FunctionRow& row : table.rows) {
    const auto known = facts.find(row.id);
    functions.push_back(
        functionJson(row, known == facts.end() ? nullptr : &known->second, collector.rates()));
  }
  return document::writeJson(Object{{"version", Value(kListVersion)},
                                    {"lostCalls", Value(table.lostCalls)},
                                    {"unreadableSegments", Value(std::uint64_t{collector.unreadable()})},
                                    {"functions", std::move(functions)}});
}

}  // namespace assay::serve
