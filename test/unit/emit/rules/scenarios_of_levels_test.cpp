// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/rules/scenarios.h"
#include "sample_request.h"
#include "scenario_checks.h"

namespace assay::emit::rules {
namespace {

TEST(ScenariosOfLevels, AreSoundAndShowTheirAlerts) {
  for (const double factor : {1.1, 1.5, 10.0}) {
    Request request = test::requestWithThresholds();
    request.options.memoryFactor = factor;
    const Stage stage = stageFor(request, test::ruledManifest());
    test::expectSound(scenariosOfLevels(stage));
    EXPECT_THAT(test::kindsIn(scenariosOfLevels(stage)),
                testing::UnorderedElementsAre(Kind::NeverReturns, Kind::MemoryPerCall, Kind::MemoryGrowth));
  }
}

}  // namespace
}  // namespace assay::emit::rules
