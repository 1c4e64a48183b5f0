// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two weeks of a small program, with what is planted in it: the same on every machine.
#pragma once

#include <string>
#include <vector>

#include "emit/review/review.h"
#include "support/simulated_production.h"

namespace assay::emit::review::test {

inline constexpr std::int64_t kWeek = 7 * 86400;
inline constexpr std::int64_t kEnd = 20'790 * std::int64_t{86400};  // 2026-12-03

inline std::vector<insight::Window> windowsOf(assay::test::Simulation& simulation,
                                              const assay::test::Production& production) {
  std::vector<insight::Window> windows;
  for (int i = 0; i < production.windows; ++i)
    windows.push_back(insight::windowOf(simulation.window(production)));
  return windows;
}

inline assay::test::Production healthy() {
  return {.nanoseconds = [](double n) { return 500 + 5 * n; }, .smallest = 1, .largest = 1000};
}

/// slow\x1b (by 40 %, new body), failing (from no error to 2 %), large (larger inputs), steady, rare, entry
/// (its entry is counted alone), gone (no calls any more).
inline Document sampleDocument() {
  assay::test::Simulation simulation(42);
  assay::test::Production slower = healthy(), failing = healthy(), larger = healthy(), rare = healthy();
  slower.nanoseconds = [](double n) { return 1.4 * (500 + 5 * n); };
  failing.failing = [](double n) { return n > 511 ? 0.15 : 0.002; };
  larger.smallest = 60;
  rare.calls = 5;
  std::vector<insight::FunctionPeriods> functions;
  const auto add = [&](std::string name, std::string model, const assay::test::Production& before,
                       const assay::test::Production& after) {
    const std::uint64_t id = functions.size() + 1;
    functions.push_back({{id, std::move(name), std::move(model), "vendor", "00000000000000ab", "a.cc", 3},
                         windowsOf(simulation, before),
                         windowsOf(simulation, after),
                         {{7, kEnd - 2 * kWeek, kEnd, 10}}});
  };
  add("slow\x1b", "GPT-4", healthy(), slower);
  functions.back().bodies.push_back({8, kEnd - 86400, kEnd, 5});
  add("failing", "GPT-4", healthy(), failing);
  add("large", "Claude", healthy(), larger);
  add("steady", "Claude", healthy(), healthy());
  add("rare", "", rare, rare);
  add("entry", "", healthy(), healthy());
  for (insight::Window& window : functions.back().after) window.entryOnly = true;
  add("gone", "GPT-4", healthy(), healthy());
  functions.back().after.clear();
  Document document{{kEnd - 2 * kWeek, kEnd - kWeek}, {kEnd - kWeek, kEnd}, 43200, {}};
  document.functions = insight::reviewAll(functions);
  document.coverage.hasManifest = true;
  document.coverage.known = {kEnd - 2 * kWeek, kEnd};
  document.coverage.neverCalled = {{9, "never", "GPT-4", "vendor", "", "b.cc", 4}};
  document.coverage.partly = {{{2, "failing", "GPT-4", "vendor", "", "a.cc", 3}, "the handler of its try"}};
  return document;
}

inline const insight::FunctionReview& reviewOf(const Document& document, const std::string& name) {
  for (const insight::FunctionReview& review : document.functions)
    if (review.subject.name == name) return review;
  return document.functions.front();
}

}  // namespace assay::emit::review::test
