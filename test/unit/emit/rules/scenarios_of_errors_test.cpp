// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/rules/scenarios.h"
#include "sample_request.h"
#include "scenario_checks.h"

namespace assay::emit::rules {
namespace {

TEST(ScenariosOfErrors, AreSoundAndShowTheirAlerts) {
  const Request request = test::requestWithThresholds();
  const Stage stage = stageFor(request, test::ruledManifest());
  test::expectSound(scenariosOfErrors(stage));
  EXPECT_THAT(test::kindsIn(scenariosOfErrors(stage)),
              testing::UnorderedElementsAre(Kind::ErrorRate, Kind::ErrorsGathered, Kind::ErrorsBySize));
}

// The playbook's form has no such allowance, so it cannot be held to it.
TEST(ScenariosOfErrors, TheLiteralFormIsNotAskedForWhatItCannotDo) {
  Request request;
  const auto corrected = test::namesOf(scenariosOfErrors(stageFor(request, {})));
  request.options.literal = true;
  const auto literal = test::namesOf(scenariosOfErrors(stageFor(request, {})));
  EXPECT_TRUE(corrected.contains("the first error ever"));
  EXPECT_FALSE(literal.contains("the first error ever"));
  EXPECT_EQ(literal.size() + 1, corrected.size());
}
}  // namespace
}  // namespace assay::emit::rules
