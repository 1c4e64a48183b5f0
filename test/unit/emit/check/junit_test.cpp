// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/check/writers.h"
#include "sample_result.h"

namespace assay::emit::check {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Junit, AFindingThatFailsIsAFailureAndAnyOtherIsNot) {
  const SampleResult sample;
  const std::string text = writeJunit(sample.result(), {});
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"model-missing\" tests=\"1\" failures=\"1\""));
  EXPECT_THAT(text,
              HasSubstr("<testcase classname=\"assay.model-missing\" name=\"shop::total&lt;\\x1B[31m&gt; in "
                        "sub/src/a,b.cpp\" time=\"0\" file=\"sub/src/a,b.cpp\">"));
  EXPECT_THAT(text, HasSubstr("type=\"error\">sub/src/a,b.cpp:4: error: the tag"));
  EXPECT_THAT(text, HasSubstr("<testsuite name=\"prompt-missing\" tests=\"1\" failures=\"0\""));
  EXPECT_THAT(text, HasSubstr("<system-out>sub/src/a,b.cpp: note: line\\x0Abreak\nkeep it</system-out>"));
}

TEST(Junit, APolicyThatHoldsAndFindsNothingHasPassed) {
  const SampleResult sample;
  const std::string text = writeJunit(sample.result(), {});
  EXPECT_THAT(
      text,
      HasSubstr("classname=\"assay.date-missing\" name=\"nothing found: a tag has no date\" time=\"0\"/>"));
  EXPECT_THAT(text, Not(HasSubstr("review-required")));
  EXPECT_THAT(text, Not(HasSubstr("manifest-outdated")));  // nobody looked
}

}  // namespace
}  // namespace assay::emit::check
