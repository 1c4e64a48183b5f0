// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/experiment/verdict_wording.h"

#include <gmock/gmock.h>

#include <set>

#include "sample_verdict.h"

namespace assay::emit::experiment {
namespace {

using insight::Because;
using insight::Decision;
using insight::Metric;
using testing::HasSubstr;

constexpr Because kReasons[] = {Because::TooFewWindows, Because::TooFewCalls, Because::NotShown,
                                Because::GoodEnough,    Because::Worse,       Because::TimeIsUp,
                                Because::ShareIsOff};

TEST(VerdictWording, HasACodeForEach) {
  std::set<std::string_view> codes;
  for (const Because because : kReasons) codes.insert(codeOf(because));
  for (const Decision one :
       {Decision::Continue, Decision::Promote, Decision::RollBack, Decision::Inconclusive})
    codes.insert(codeOf(one));
  for (const Metric metric : {Metric::Time, Metric::TimeOfSizes, Metric::Tail, Metric::Errors})
    codes.insert(codeOf(metric));
  EXPECT_EQ(codes.size(), 15u);
  EXPECT_EQ(decisionText(Decision::RollBack), "roll back");
}

TEST(VerdictWording, SaysWhy) {
  insight::Verdict verdict = sampleVerdict();
  EXPECT_EQ(reasonText(verdict), "shown to be beyond the guardrail: time, errors");
  std::set<std::string> texts;
  for (const Because because : kReasons) {
    verdict.because = because;
    texts.insert(reasonText(verdict));
  }
  EXPECT_EQ(texts.size(), std::size(kReasons));
  verdict.because = Because::TooFewCalls;
  EXPECT_EQ(reasonText(verdict), "the new function had 7980 calls, it takes 500");
  verdict.because = Because::TooFewWindows;
  verdict.witnesses = 1;
  EXPECT_THAT(reasonText(verdict), HasSubstr("1 window with 20 calls of both and more, it takes 4"));
}

TEST(VerdictWording, SaysChangesWithTheirRange) {
  const auto questions = sampleVerdict().questions;
  EXPECT_EQ(effectText(questions[0]), "x 1.100 (1.060 to 1.147)");
  EXPECT_EQ(effectText(questions[2]), "+0.41 points (from +0.0900)");
  EXPECT_EQ(effectText(questions[3]), "not known");
  insight::Question question = questions[0];
  question.effect.interval.low = 0;
  EXPECT_EQ(effectText(question), "x 1.100 (up to 1.147)");
  question.effect = {std::numeric_limits<double>::infinity(), {3, std::numeric_limits<double>::infinity()}};
  EXPECT_EQ(effectText(question), "x from 3.000");
}

TEST(VerdictWording, SaysLimits) {
  const auto questions = sampleVerdict().questions;
  EXPECT_EQ(limitText(questions[0], 1.05), "x 1.05");
  EXPECT_EQ(limitText(questions[2], 0.001), "+0.1 points");
  EXPECT_EQ(limitText(questions[1], questions[1].limits.rollBackAbove), "-");
}

TEST(VerdictWording, NamesSizes) {
  insight::Question question = sampleVerdict().questions[3];
  EXPECT_EQ(metricText(question), "time of sizes 8 to 127");
  question.firstSize = 44, question.lastSize = 47;
  EXPECT_EQ(metricText(question), "time of sizes from 8796093022208");
  question.firstSize = question.lastSize = insight::kUnsized;
  EXPECT_EQ(metricText(question), "time without a size");
}

}  // namespace
}  // namespace assay::emit::experiment
