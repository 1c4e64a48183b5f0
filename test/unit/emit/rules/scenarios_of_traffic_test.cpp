// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/rules/scenarios.h"
#include "sample_request.h"
#include "scenario_checks.h"

namespace assay::emit::rules {
namespace {

TEST(ScenariosOfTraffic, AreSoundAndShowTheirAlerts) {
  const Request request = test::requestWithThresholds();
  const Stage stage = stageFor(request, test::ruledManifest());
  test::expectSound(scenariosOfTraffic(stage));
  EXPECT_THAT(test::kindsIn(scenariosOfTraffic(stage)),
              testing::UnorderedElementsAre(Kind::Silence, Kind::NoProcesses, Kind::NoData, Kind::LostCalls,
                                            Kind::GuardsOff, Kind::UnreadableSegments));
}

// The playbook's form has no such allowance, so it cannot be held to it.
TEST(ScenariosOfTraffic, TheLiteralFormIsNotAskedForWhatItCannotDo) {
  Request request;
  const auto corrected = test::namesOf(scenariosOfTraffic(stageFor(request, {})));
  request.options.literal = true;
  const auto literal = test::namesOf(scenariosOfTraffic(stageFor(request, {})));
  EXPECT_TRUE(corrected.contains("low traffic"));
  EXPECT_FALSE(literal.contains("low traffic"));
  EXPECT_FALSE(literal.contains("few calls on the day before"));
  EXPECT_EQ(literal.size() + 2, corrected.size());
}
}  // namespace
}  // namespace assay::emit::rules
