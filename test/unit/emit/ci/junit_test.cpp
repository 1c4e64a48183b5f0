// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/ci/junit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::emit::ci {
namespace {

using testing::HasSubstr;

TEST(JunitDocument, CasesPassFailOrSaySomething) {
  const std::vector<JunitSuite> suites{
      {"one",
       {{.name = "passed", .file = {}, .lines = {}},
        {.name = "said <b>", .file = "a&b.c", .lines = {"x\ny", "\"z\""}}}},
      {"two",
       {{.name = "failed", .file = "c", .lines = {"why"}, .failure = JunitFailure{"no <good>", "error"}}}}};
  EXPECT_EQ(writeJunit("assay test", suites), R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="assay test" tests="3" failures="1" errors="0" time="0">
  <testsuite name="one" tests="2" failures="0" errors="0" skipped="0" time="0">
    <testcase classname="assay.one" name="passed" time="0"/>
    <testcase classname="assay.one" name="said &lt;b&gt;" time="0" file="a&amp;b.c">
      <system-out>x\x0Ay
&quot;z&quot;</system-out>
    </testcase>
  </testsuite>
  <testsuite name="two" tests="1" failures="1" errors="0" skipped="0" time="0">
    <testcase classname="assay.two" name="failed" time="0" file="c">
      <failure message="no &lt;good&gt;" type="error">why</failure>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST(JunitDocument, OfNothing) {
  EXPECT_THAT(writeJunit("assay test", {}),
              HasSubstr("tests=\"0\" failures=\"0\" errors=\"0\" time=\"0\">\n</testsuites>"));
}

}  // namespace
}  // namespace assay::emit::ci
