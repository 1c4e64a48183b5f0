// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/experiment/experiment.h"
#include "sample_verdict.h"

namespace assay::emit::experiment {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(VerdictText, HasARowForEachQuestion) {
  const std::string text = writeText("rankUsers", sampleVerdict());
  EXPECT_THAT(text, StartsWith("rankUsers: roll back: shown to be beyond the guardrail: time, errors\n"
                               "  40 windows; calls: 8213 old, 7980 new; x 1.002 (0.980 to 1.021) of the "
                               "configured share\n"));
  EXPECT_THAT(text,
              HasSubstr("  x 1.100 (1.060 to 1.147)            x 1.05        x 1.05           worse\n"));
  EXPECT_THAT(text, HasSubstr("0.0974 %   0.501 %  +0.41 points (from +0.0900)"));
  EXPECT_THAT(text, HasSubstr("  time of sizes 8 to 127"));
  EXPECT_THAT(text, Not(HasSubstr(" \n")));
  EXPECT_EQ(text.back(), '\n');
}

TEST(VerdictText, MakesForeignTextVisible) {
  EXPECT_THAT(writeText("a\x1b[31m", sampleVerdict()), Not(HasSubstr("\x1b")));
}

TEST(VerdictText, OfNothingYetIsSaid) {
  const std::string text = writeText("f", insight::judge({}, {}));
  EXPECT_THAT(text, StartsWith("f: continue: 0 windows with 20 calls of both and more, it takes 4\n"));
  EXPECT_THAT(text, HasSubstr("not known"));
  EXPECT_THAT(text, Not(HasSubstr("nan")));
  EXPECT_THAT(text, Not(HasSubstr("inf")));
}

TEST(SelfCheckText, SaysWhatDiffers) {
  insight::SelfCheck check{.off = true, .verdict = sampleVerdict()};
  EXPECT_THAT(writeText("f", check),
              StartsWith("f: the measurement is off: the old function differs from itself by "
                         "time, errors\n"));
  check.verdict.questions.clear();
  EXPECT_THAT(writeText("f", check), HasSubstr("calls are not shared out as configured"));
  check.off = false;
  EXPECT_THAT(writeText("f", check), HasSubstr("no difference of the old function to itself has been shown"));
}

}  // namespace
}  // namespace assay::emit::experiment
