// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/scenarios.h"

#include <gtest/gtest.h>

#include "sample_request.h"

namespace assay::emit::rules {
namespace {

TEST(Scenarios, TheFirstFunctionsPlayAndThoseWithThresholdsApart) {
  const Request request = test::requestWithThresholds();
  const Stage stage = stageFor(request, test::ruledManifest());
  EXPECT_EQ(stage.first.name, "one");
  EXPECT_EQ(stage.second.name, "three");
  ASSERT_TRUE(stage.others.contains(0xa2));
  EXPECT_EQ(stage.others.at(0xa2).name, "two");
}

TEST(Scenarios, WhatCannotBeExpectedWordForWordDoesNotPlay) {
  model::Manifest manifest = test::ruledManifest();
  manifest.functions[0].name = "\xff";
  manifest.functions[1].tag.model = "{{ $labels.job }}";
  manifest.functions[2].state = model::State::Inactive;
  manifest.functions.pop_back();
  const Request request;
  EXPECT_EQ(stageFor(request, manifest).first.name, "example::first");
  EXPECT_EQ(stageFor(request, manifest).second.name, "example::second");
}

TEST(Scenarios, OneFunctionAtTwoPlacesPlaysOnce) {
  model::Manifest manifest;
  manifest.functions = {test::ruled(0xa1, "one"), test::ruled(0xa1, "one"), test::ruled(0xa2, "two")};
  const Request request;
  EXPECT_EQ(stageFor(request, manifest).second.name, "two");
}

TEST(Scenarios, NumbersSuitTheOptions) {
  Request request;
  EXPECT_EQ(stageFor(request, {}).calls, 100);
  EXPECT_EQ(stageFor(request, {}).times, 3);
  request.options.minCalls = 5000;
  request.options.latencyFactor = 2.2;
  EXPECT_EQ(stageFor(request, {}).calls, 300);
  EXPECT_EQ(stageFor(request, {}).times, 5);
}

TEST(Scenarios, CallsOfAnHourAddUpInBinary) {
  EXPECT_EQ(callsOfHour(15), 0.25);
  EXPECT_EQ(callsOfHour(36) * 64, 39);
  EXPECT_EQ(callsOfHour(2500) * 64, 2667);
}

}  // namespace
}  // namespace assay::emit::rules
