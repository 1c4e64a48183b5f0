// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What holds of every scenario.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "emit/rules/scenarios.h"

namespace assay::test {

/// promtool evaluates every five minutes, so moments in between would be judged by what was before.
inline void expectSound(const std::vector<emit::rules::Scenario>& scenarios) {
  std::set<std::string> names;
  for (const auto& scenario : scenarios) {
    EXPECT_TRUE(names.insert(scenario.name).second) << scenario.name;
    EXPECT_FALSE(scenario.series.empty()) << scenario.name;
    EXPECT_FALSE(scenario.moments.empty()) << scenario.name;
    for (const auto& moment : scenario.moments) EXPECT_EQ(moment.minute % 5, 0u) << scenario.name;
    EXPECT_TRUE(std::ranges::is_sorted(scenario.moments, {}, &emit::rules::Moment::minute)) << scenario.name;
  }
}

/// The kinds that come in any of them.
inline std::set<emit::rules::Kind> kindsIn(const std::vector<emit::rules::Scenario>& scenarios) {
  std::set<emit::rules::Kind> kinds;
  for (const auto& scenario : scenarios)
    for (const auto& moment : scenario.moments)
      for (const auto& coming : moment.coming) kinds.insert(coming.kind);
  return kinds;
}

inline std::set<std::string> namesOf(const std::vector<emit::rules::Scenario>& scenarios) {
  std::set<std::string> names;
  for (const auto& scenario : scenarios) names.insert(scenario.name);
  return names;
}

}  // namespace assay::test
