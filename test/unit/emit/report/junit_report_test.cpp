// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/report/writers.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(JunitReport, ACaseForEachFunctionAndAllPass) {
  model::Manifest manifest;
  manifest.functions = {test::tagged("shop::f", "a.cc", 5, 9), test::tagged("shop::f", "a.cc", 15, 19)};
  manifest.functions[0].signature = "int (int)";
  manifest.functions[1].signature = "int (long)";
  const std::string text = writeJunitReport(manifest, {.prefix = "lib/"});
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"ai-code\" tests=\"2\" failures=\"0\""));
  EXPECT_THAT(text, HasSubstr("name=\"shop::f, int (int), in lib/a.cc\" time=\"0\" file=\"lib/a.cc\">"));
  EXPECT_THAT(text, HasSubstr("name=\"shop::f, int (long), in lib/a.cc\""));
  EXPECT_THAT(text, HasSubstr("lib/a.cc:4: note: `shop::f` is AI-generated (openai/gpt-4, 2024-01-15)\n"));
  EXPECT_THAT(text, HasSubstr("// AI-generated: GPT-4, 2024-01-15, prompt: &quot;make it fast&quot;"));
  EXPECT_THAT(text, Not(HasSubstr("<failure")));
}

TEST(JunitReport, WhatNeedsAttentionIsASuiteEach) {
  const std::string text = writeJunitReport(test::sampleManifest(), {});
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"missing-model\" tests=\"1\""));
  EXPECT_THAT(text, HasSubstr("classname=\"assay.unattached\" name=\"a tag in util/erase.cc\""));
}

TEST(JunitReport, OfNothingIsACaseThatPassed) {
  EXPECT_THAT(writeJunitReport({}, {}), HasSubstr("name=\"no function is tagged\" time=\"0\"/>"));
}

}  // namespace
}  // namespace assay::emit::report
