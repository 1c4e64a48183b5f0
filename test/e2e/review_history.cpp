// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A synthetic production: two weeks of a program of fourteen functions, some of them with a fault that is
// planted, written into a history by the library itself. What is planted is the table in review_test.py.
//
// usage: review_history FILE SEED [quiet]              quiet: nothing changes from one week to the next
//        review_history FILE SEED metrics FOLDER       and what was exported after each half day:
//        FOLDER/00.prom …
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "export/function_metrics.h"
#include "export/prometheus_text.h"
#include "history/recorder.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/simulated_production.h"
#include "telemetry/error_kinds.h"
#include "telemetry/site_totals.h"

namespace {

using assay::history::FunctionVersion;
using assay::history::Seconds;
using assay::telemetry::SiteCounts;
using assay::test::Production;
using assay::test::Simulation;

constexpr Seconds kDay = 86400;
constexpr Seconds kStart = 20'776 * kDay;  // 2026-11-19
constexpr int kHalfDays = 28;
constexpr int kMiddle = kHalfDays / 2;

struct Function {
  const char* name;
  const char* model;
  const char* vendor;
  std::function<Production(int halfDay)> production;
  int edited = kHalfDays;  // the half day from which on it has another body
  double badType = 0;      // probability to fail of one type of three
  double allocated = 0;    // bytes per call; 0 = memory is not counted
  double kept = 0;
  double allocatedLater = 0;  // from `edited` on
  double keptLater = 0;
  const char* kindLater = nullptr;  // of its errors, from the second week on
  unsigned failingSize = 0;         // bucket of the inputs that fail, and 1
  const char* failingType = "";
};

double linear(double n) {
  return 500 + 5 * n;
}

Production usual() {
  return {.nanoseconds = linear, .failing = [](double) { return 0.0005; }, .smallest = 1, .largest = 1000};
}

Production withTime(std::function<double(double)> nanoseconds) {
  Production production = usual();
  production.nanoseconds = std::move(nanoseconds);
  return production;
}

Production withFailing(std::function<double(double)> failing) {
  Production production = usual();
  production.failing = std::move(failing);
  return production;
}

Production rare() {
  Production production = usual();
  production.calls = 4;
  return production;
}

Production largerInputs(int halfDay) {
  Production production = usual();
  if (halfDay >= kMiddle) production.smallest = 50;
  return production;
}

// 60 % slower in the end, a little each half day of the second week.
Production drifting(int halfDay) {
  const double level = 1 + 0.6 * std::max(0, halfDay - kMiddle + 1) / kMiddle;
  return withTime([=](double n) { return level * linear(n); });
}

Production released(int halfDay) {
  const double level = halfDay >= kMiddle + 4 ? 1.5 : 1;
  return withTime([=](double n) { return level * linear(n); });
}

Production failingMore(int halfDay) {
  const double rate = halfDay >= kMiddle ? 0.01 : 0.0005;
  return withFailing([=](double) { return rate; });
}

std::vector<Function> program() {
  const auto always = [](Production production) { return [=](int) { return production; }; };
  return {
      {"steadyOne", "GPT-4", "openai", always(usual())},
      {"steadyTwo", "Claude Opus 4", "anthropic", always(usual())},
      {"steadyThree", "Claude Opus 4", "anthropic", always(withTime([](double) { return 300.0; }))},
      {"hiddenSquare", "GPT-4", "openai", always(withTime([](double n) { return 3000 + n * n / 2; }))},
      {"failsAboveSize", "GPT-4", "openai",
       always(withFailing([](double n) { return n >= 512 ? 0.06 : 0.0003; })), kHalfDays, 0, 480, 0, 0, 0,
       nullptr, 11},
      {"failsForOneType", "GPT-4", "openai", always(usual()), kHalfDays, 0.05, 0, 0, 0, 0, nullptr, 0,
       "Polygon"},
      {"drifts", "Claude Opus 4", "anthropic", drifting},
      {"slowerSinceRelease", "GPT-4", "openai", released, kMiddle + 4},
      {"failsMore", "Gemini 2.5 Pro", "google", failingMore, kHalfDays, 0, 0, 0, 0, 0, "std::bad_alloc"},
      {"largerInputs", "Gemini 2.5 Pro", "google", largerInputs},
      {"rarelyCalled", "", "", always(rare())},
      {"leaksSinceRelease", "GPT-4", "openai", always(usual()), kMiddle, 0, 480, 0, 480, 96},
      {"allocatesMore", "Claude Opus 4", "anthropic", always(usual()), kMiddle, 0, 480, 0, 960, 0},
      {"returnsBuffer", "Claude Opus 4", "anthropic", always(usual()), kMiddle, 0, 480, 200, 480, 200},
  };
}

// Every third call has each type, and only one of them fails more often.
void addTypes(SiteCounts& counts, double badType) {
  const std::uint64_t third = counts.calls / 3,
                      bad = static_cast<std::uint64_t>(static_cast<double>(third) * badType);
  const std::uint64_t time = counts.sumTicks / 3;
  counts.types["Circle"] = {third, 0, time};
  counts.types["Polygon"] = {third, bad, time};
  counts.types["Square"] = {counts.calls - 2 * third, counts.errors, time};
  counts.errors += bad;
}

// Bytes vary a little from window to window.
void addMemory(SiteCounts& counts, const Function& function, int halfDay) {
  if (function.allocated == 0) return;
  const bool later = halfDay >= function.edited;
  const double level = 1 + 0.01 * ((halfDay * 37) % 11 - 5);
  const double calls = static_cast<double>(counts.calls) * level;
  const double allocated = calls * (later ? function.allocatedLater : function.allocated);
  const double kept = calls * (later ? function.keptLater : function.kept);
  counts.memory = {counts.calls, static_cast<std::uint64_t>(allocated),
                   static_cast<std::uint64_t>(allocated - kept)};
}

// What the last failures of a window were about, and of which kind all of them are.
void addKinds(SiteCounts& counts, const Function& function, int halfDay) {
  if (counts.errors == 0) return;
  const bool thrown = function.kindLater != nullptr && halfDay >= kMiddle;
  counts.errorKinds[thrown ? function.kindLater : assay::telemetry::kReturnedError] = counts.errors;
  const auto window = static_cast<std::uint64_t>(kStart + halfDay * kDay / 2 + 300);
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(counts.errors, 4); ++i)
    counts.failures.push_back({thrown, (window - i) * 1'000'000'000, 2e-6, function.failingSize,
                               function.failingType, thrown ? function.kindLater : ""});
}

FunctionVersion versionOf(const std::vector<Function>& functions, std::uint64_t id, int halfDay) {
  const Function& function = functions[id - 1];
  return {{id, halfDay >= function.edited ? 2u : 1u},
          function.name,
          function.model,
          function.vendor,
          "2026-10-01",
          *function.model == 0 ? "" : std::string("write ") + function.name,
          "src/app.cc",
          static_cast<unsigned>(10 * id)};
}

// A process of each half day: what runs does not change.
assay::telemetry::ProcessSnapshot process(int halfDay) {
  assay::telemetry::ProcessSnapshot process;
  process.pid = static_cast<std::uint32_t>(halfDay + 1);
  process.files = {{"/segments/" + std::to_string(process.pid), 1, process.pid}};
  process.secondsPerTick = 1e-9;
  return process;
}

struct Wanted {
  std::uint64_t seed = 1;
  bool quiet = false;
  std::string metrics = {};  // folder; empty = none
};

assay::exporting::FactsById factsOf(const std::vector<Function>& functions, int halfDay) {
  assay::exporting::FactsById facts;
  for (std::uint64_t id = 1; id <= functions.size(); ++id) {
    const FunctionVersion version = versionOf(functions, id, halfDay);
    facts[id] = {.model = version.model,
                 .vendor = version.vendor,
                 .date = version.date,
                 .promptHash = assay::hex64(assay::hash64(version.prompt)),
                 .file = version.file,
                 .line = version.line,
                 .name = version.name,
                 .body = version.key.body};
  }
  return facts;
}

bool exportMetrics(const std::string& folder, int halfDay,
                   const std::vector<assay::telemetry::ProcessSnapshot>& processes,
                   const assay::exporting::FactsById& facts) {
  const auto families = assay::exporting::functionMetrics(processes, facts, 0);
  const std::string name = (halfDay < 10 ? "/0" : "/") + std::to_string(halfDay) + ".prom";
  return assay::writeFileAtomically(
             folder + name, assay::exporting::metricsText(families, assay::exporting::TextFormat::Prometheus))
      .has_value();
}

bool record(const std::string& file, const Wanted& wanted) {
  const bool quiet = wanted.quiet;
  assay::Diagnostics said;
  auto recorder =
      assay::history::Recorder::open({file, "here", assay::history::retentionOf("").value()}, said);
  if (!recorder) return false;
  const std::vector<Function> functions = program();
  Simulation simulation(wanted.seed);
  std::vector<assay::telemetry::ProcessSnapshot> processes;
  for (int halfDay = 0; halfDay < kHalfDays; ++halfDay) {
    processes.push_back(process(halfDay));
    for (std::uint64_t id = 1; id <= functions.size(); ++id) {
      const Function& function = functions[id - 1];
      SiteCounts counts = simulation.window(function.production(quiet ? 0 : halfDay));
      counts.id = id;
      counts.name = function.name;
      if (function.badType > 0) addTypes(counts, function.badType);
      addMemory(counts, function, quiet ? 0 : halfDay);
      addKinds(counts, function, quiet ? 0 : halfDay);
      processes.back().sites.push_back(std::move(counts));
    }
    const auto versions = [&](std::uint64_t id) { return versionOf(functions, id, quiet ? 0 : halfDay); };
    if (!recorder->record(kStart + halfDay * kDay / 2 + 600, {processes, {}}, versions, said)) return false;
    if (!wanted.metrics.empty() &&
        !exportMetrics(wanted.metrics, halfDay, processes, factsOf(functions, halfDay)))
      return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  if (record(argv[1], {std::strtoull(argv[2], nullptr, 10), argc == 4, argc > 4 ? argv[4] : ""})) return 0;
  std::fputs("the history could not be written\n", stderr);
  return 1;
}
