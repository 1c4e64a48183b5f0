// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/rules/scenarios.h"
#include "sample_request.h"
#include "scenario_checks.h"

namespace assay::emit::rules {
namespace {

TEST(ScenariosOfTime, AreSoundAndShowTheirAlerts) {
  const Request request = test::requestWithThresholds();
  const Stage stage = stageFor(request, test::ruledManifest());
  test::expectSound(scenariosOfTime(stage));
  EXPECT_THAT(
      test::kindsIn(scenariosOfTime(stage)),
      testing::UnorderedElementsAre(Kind::LatencyRegression, Kind::SlowerPerInput, Kind::SlowerSameMix));
}

// The playbook's form has no such allowance, so it cannot be held to it.
TEST(ScenariosOfTime, TheLiteralFormIsNotAskedForWhatItCannotDo) {
  Request request;
  const auto corrected = test::namesOf(scenariosOfTime(stageFor(request, {})));
  request.options.literal = true;
  const auto literal = test::namesOf(scenariosOfTime(stageFor(request, {})));
  EXPECT_TRUE(corrected.contains("the hour is not in the day that it is compared with"));
  EXPECT_FALSE(literal.contains("the hour is not in the day that it is compared with"));
  EXPECT_EQ(literal.size() + 1, corrected.size());
}
}  // namespace
}  // namespace assay::emit::rules
