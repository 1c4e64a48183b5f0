// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/wording.h"

#include <gmock/gmock.h>

#include <limits>

#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Wording, OfTimes) {
  EXPECT_EQ(momentText(0), "1970-01-01 00:00 UTC");
  EXPECT_EQ(momentText(1'700'000'001), "2023-11-14 22:13:21 UTC");
  EXPECT_EQ(lengthText(7 * 86400), "7 d");
  EXPECT_EQ(lengthText(5400), "90 min");
  EXPECT_EQ(lengthText(61), "61 s");
}

TEST(Wording, OfCountsBeyondAnyNumber) {
  EXPECT_EQ(wholeNumber(7), 7u);
  EXPECT_EQ(wholeNumber(-1), 0u);
  EXPECT_EQ(wholeNumber(1e300), std::uint64_t{1} << 63);
}

TEST(Wording, OfShares) {
  EXPECT_EQ(percentText(0), "0 %");
  EXPECT_EQ(percentText(0.0121), "1.21 %");
  EXPECT_EQ(percentText(0.5), "50.0 %");
  EXPECT_EQ(percentText(1), "100 %");
  EXPECT_EQ(percentText(0.0000123), "0.0012 %");
  EXPECT_EQ(percentText(insight::Interval{0.001, 0.0031}), "0.100 to 0.310 %");
}

TEST(Wording, OfBothEndsOfAnIntervalHasTheSameDecimals) {
  EXPECT_EQ(percentText(insight::Interval{0.000023, 0.111}), "0 to 11.1 %");
  EXPECT_EQ(percentText(insight::Interval{0.00093, 0.00813}), "0.093 to 0.813 %");
  EXPECT_EQ(percentText(insight::Interval{0.0949, 0.652}), "9.5 to 65.2 %");
  EXPECT_EQ(percentText(insight::Interval{0.346, 1}), "35 to 100 %");
  EXPECT_EQ(percentText(insight::Interval{0, 0}), "0 to 0 %");
  EXPECT_EQ(percentText(insight::Interval{0, 0.0000123}), "0 to 0.0012 %");
  EXPECT_EQ(pointsText({-0.012, 0.00341}), "-1.20 to 0.34 percentage points");
  EXPECT_EQ(factorText({9.5, {0.876, 12.34}}), "x 9.50 (0.9 to 12.3)");
}

TEST(Wording, OfFactorsAndTimesThatHaveNoEnd) {
  EXPECT_EQ(factorText({1.4, {1.31, 1.5}}), "x 1.40 (1.31 to 1.50)");
  EXPECT_EQ(factorText({1.4, {0, kInfinity}}), "x 1.40 (0 or more)");
  EXPECT_EQ(factorText(kInfinity), "-");
  EXPECT_EQ(nanosecondsText({1200, {1100, 1400}}), "1.20 µs (1.10 µs to 1.40 µs)");
  EXPECT_EQ(nanosecondsText({1200, {-kInfinity, kInfinity}}), "1.20 µs");
  EXPECT_EQ(nanosecondsText({1200, {1100, kInfinity}}), "1.20 µs (1.10 µs or more)");
}

TEST(Wording, OfMemory) {
  EXPECT_EQ(bytesText(insight::Estimate{-96, {-1200, 64}}), "-96.0 B (-1.20 kB to 64.0 B)");
  EXPECT_EQ(bytesText(insight::Estimate{96, {-kInfinity, kInfinity}}), "96.0 B");
  EXPECT_EQ(memoryText({}), "its memory is not known");
  insight::FunctionReview review;
  review.memory.callsAfter = 1000;
  review.memory.allocatedBefore.value = 100;
  review.memory.allocatedAfter.value = 250;
  review.memory.allocated.factor = {2.5, {2, 3}};
  review.memory.keptAfter = review.memory.kept.difference = {64, {60, 68}};
  EXPECT_EQ(memoryText(review.memory), "a call allocates 250 B and keeps 64.0 B (60.0 B to 68.0 B)");
  EXPECT_EQ(
      findingText(review, {insight::FindingKind::KeepsMore, 0.01}),
      "keeps more memory: 0 B -> 64.0 B per call, by 64.0 B (60.0 B to 68.0 B); 64.0 kB more kept; p = 0.01");
  EXPECT_EQ(findingText(review, {insight::FindingKind::AllocatesMore, 0.01}),
            "allocates more memory: 100 B -> 250 B per call, x 2.50 (2.00 to 3.00); 150 kB more; p = 0.01");
}

TEST(Wording, OfSizes) {
  EXPECT_EQ(sizesText(0, 0), "0");
  EXPECT_EQ(sizesText(1, 1), "1");
  EXPECT_EQ(sizesText(2, 2), "2 to 3");
  EXPECT_EQ(sizesText(3, 10), "4 to 1,023");
  EXPECT_EQ(sizesText(47, 47), "70,368,744,177,664 or more");
}

TEST(Wording, MakesForeignTextVisible) {
  EXPECT_EQ(subjectText({1, "a\x1b", "m", "", "", "f.cc", 7}), "a\\x1B (m) f.cc:7");
  EXPECT_EQ(subjectText({1, "a"}), "a");
}

TEST(Wording, OfFindings) {
  const Document document = test::sampleDocument();
  const insight::FunctionReview& slow = test::reviewOf(document, "slow\x1b");
  ASSERT_FALSE(slow.findings.empty());
  EXPECT_THAT(findingText(slow, slow.findings[0]), StartsWith("slower at the same sizes: mean 1."));
  EXPECT_EQ(bodyText(slow, document.after), "a new body since 2026-12-02 00:00 UTC");
  const insight::FunctionReview& failing = test::reviewOf(document, "failing");
  std::string all;
  for (const insight::Finding& finding : failing.findings) all += findingText(failing, finding) + "\n";
  EXPECT_THAT(all, HasSubstr("fails more often: 0 % -> "));
  EXPECT_THAT(all, HasSubstr("inputs of size 512 to 1,023 fail in 1"));
  const insight::FunctionReview& steady = test::reviewOf(document, "steady");
  EXPECT_EQ(bodyText(steady, document.after), "");
  EXPECT_EQ(mixText(steady), "");
  EXPECT_THAT(mixText(test::reviewOf(document, "large")),
              StartsWith("inputs became larger: the mean is x 1."));
  EXPECT_THAT(growthText(steady.complexity), StartsWith("time as n^"));
  EXPECT_EQ(growthText(insight::Complexity{}), "sizes of inputs are known in too few windows, or none");
}

TEST(Wording, OfHowAChangeCame) {
  using insight::FindingKind, insight::OnsetKind;
  const std::int64_t end = test::kEnd;
  EXPECT_EQ(onsetText({FindingKind::Slower, 0}), "");
  EXPECT_EQ(onsetText({FindingKind::Slower, 0, {}, {OnsetKind::Step, end, end, end}}),
            "in one step, at 2026-12-03 00:00 UTC");
  EXPECT_EQ(onsetText({FindingKind::Slower, 0, {}, {OnsetKind::Step, end, end - 43200, end}}),
            "in one step, at 2026-12-03 00:00 UTC (between 2026-12-02 12:00 UTC and 2026-12-03 00:00 UTC)");
  const insight::Onset drift{.kind = OnsetKind::Drift, .perDay = 0.02};
  EXPECT_EQ(onsetText({FindingKind::Slower, 0, {}, drift}), "little by little, x 1.02 a day");
  EXPECT_EQ(onsetText({FindingKind::MoreErrors, 0, {}, drift}),
            "little by little, 2.00 percentage points a day");
  const insight::Onset kept{.kind = OnsetKind::Drift, .perDay = 12};
  EXPECT_EQ(onsetText({FindingKind::KeepsMore, 0, {}, kept}), "little by little, 12.0 B a day");
}

TEST(Wording, OfGrowthThatIsTooSteep) {
  insight::FunctionReview review;
  review.subject.promise = {"O(n)\x1b", 1, false};
  EXPECT_EQ(findingText(review, {insight::FindingKind::BreaksPromise, 0}),
            "breaks its promise of O(n)\\x1B: sizes of inputs are known in too few windows, or none");
  review.growth = {{1, {0.9, 1.1}}, {2, {1.8, 2.2}}, 0.001};
  EXPECT_EQ(findingText(review, {insight::FindingKind::GrowsMore, 0.01}),
            "grows more steeply over the same sizes: time as n^1.00 (0.90 to 1.10) -> n^2.00 (1.80 to 2.20); "
            "p = 0.01");
}

TEST(Wording, HasACodeForEachKind) {
  EXPECT_EQ(codeOf(insight::FindingKind::InputsFail), "inputs-fail");
  EXPECT_EQ(codeOf(insight::Standing::Trusted), "trusted");
  EXPECT_EQ(reasonOf(insight::Missing::Nothing), "");
  EXPECT_THAT(std::string(reasonOf(insight::Missing::Ends)), HasSubstr("entry alone"));
}

TEST(MemoryBySizeWords, SayTheSlope) {
  insight::MemoryReview memory;
  EXPECT_EQ(memoryBySizeText(memory), "");
  memory.bySize = {8, {7.5, 8.5}};
  EXPECT_EQ(memoryBySizeText(memory),
            "a call allocates 8.00 B (7.50 B to 8.50 B) more for each unit of its input's size, as windows "
            "of other sizes show");
}

}  // namespace
}  // namespace assay::emit::review
