// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/rules/scenarios.h"
#include "sample_request.h"
#include "scenario_checks.h"

namespace assay::emit::rules {
namespace {

TEST(ScenariosOfThresholds, AreSoundAndShowTheirAlerts) {
  const Request request = test::requestWithThresholds();
  const Stage stage = stageFor(request, test::ruledManifest());
  test::expectSound(scenariosOfThresholds(stage));
  EXPECT_THAT(test::kindsIn(scenariosOfThresholds(stage)),
              testing::UnorderedElementsAre(Kind::LatencyRegression, Kind::SlowerPerInput, Kind::LatencyLimit,
                                            Kind::ErrorLimit, Kind::Complexity, Kind::ErrorRate,
                                            Kind::BudgetBurnsFast, Kind::BudgetBurnsSlowly));
}

TEST(ScenariosOfThresholds, NobodyHasAnyNobodyPlays) {
  const Request request;
  EXPECT_TRUE(scenariosOfThresholds(stageFor(request, test::ruledManifest())).empty());
}

TEST(ScenariosOfThresholds, AFunctionThatIsNotInTheManifestCannotPlay) {
  const Request request = test::requestWithThresholds();
  EXPECT_TRUE(scenariosOfThresholds(stageFor(request, {})).empty());
}

}  // namespace
}  // namespace assay::emit::rules
