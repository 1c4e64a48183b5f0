// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/review/review.h"
#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;

TEST(Explanation, HasAllTheEvidence) {
  const Document document = test::sampleDocument();
  const std::string text = writeExplanation(document, test::reviewOf(document, "failing"));
  EXPECT_THAT(text, ::testing::StartsWith("failing (GPT-4) a.cc:3\n  id 0x0000000000000002, worse\n"));
  for (const char* part :
       {"\nCalls\n  before  ", " in the 7 d until 2026-11-26 00:00 UTC\n", "\nErrors\n  before  0 of ",
        "\nTimes\n  mean    ", "  at the same sizes: x ", "\n  p50 ", "\n  p99 ",
        "\nGrowth with the size of the input\n  time as n^", "  size 512 to 1,023 ", "\nErrors by input\n",
        "\nBodies\n  0000000000000007  2026-11-19 00:00 UTC to 2026-12-03 00:00 UTC, 10 calls\n"})
    EXPECT_THAT(text, HasSubstr(part));
}

TEST(Explanation, HasMemoryWhereItIsKnown) {
  const Document document = test::sampleDocument();
  insight::FunctionReview review = test::reviewOf(document, "steady");
  EXPECT_THAT(writeExplanation(document, review), testing::Not(HasSubstr("Memory of a call")));
  review.memory.callsAfter = 10;
  review.memory.allocatedAfter.value = 250;
  EXPECT_THAT(writeExplanation(document, review), HasSubstr("\nMemory of a call\n  allocated  0 B"));
}

TEST(Explanation, ComparesNothingWithAPeriodWithoutCalls) {
  const Document document = test::sampleDocument();
  insight::FunctionReview review = test::reviewOf(document, "failing");
  review.errors.before = {};
  review.missing = insight::Missing::PeriodBefore;
  const std::string text = writeExplanation(document, review);
  EXPECT_THAT(text, HasSubstr("\nErrors\n  before  no calls\n  after   "));
  EXPECT_THAT(text, testing::Not(HasSubstr("at the same sizes")));
  EXPECT_THAT(text, testing::Not(HasSubstr("no calls in the period before")))
      << "it has a finding all the same";
}

TEST(Explanation, SaysWhatIsNotKnown) {
  const Document document = test::sampleDocument();
  const std::string text = writeExplanation(document, test::reviewOf(document, "entry"));
  EXPECT_THAT(text, HasSubstr("Errors: not known\nTimes: not known\n"));
  EXPECT_THAT(text, HasSubstr("  counted at its entry alone"));
}

TEST(Explanation, HasTheKindsOfErrors) {
  const Document document = test::sampleDocument();
  insight::FunctionReview review = test::reviewOf(document, "failing");
  review.errorKinds = {{"std::bad_alloc", {0, 100}, {60, 100}, {0.8, {0.7, 0.9}}},
                       {"(returned)", {5, 100}, {10, 100}, {0.2, {0.1, 0.3}}, {2, {1, 4}}}};
  for (insight::ErrorKind& kind : review.errorKinds) kind.comparable = true;
  review.failures = {{true, 2, 0, 11, "", "std::bad_alloc"}};
  EXPECT_THAT(writeExplanation(document, review),
              ::testing::HasSubstr("Errors by kind\n"
                                   "  std::bad_alloc               0 -> 60, 70.0 to 90.0 % of all failures; "
                                   "none before, p = 1 (adjusted)\n"
                                   "  a returned error             5 -> 10, 10.0 to 30.0 % of all failures; "
                                   "x 2.00 (1.00 to 4.00) against before, p = 1 (adjusted)\n"
                                   "  the last failure: 1 of std::bad_alloc, size 512 to 1,023\n"));
  review.errorKinds[0].comparable = false;
  EXPECT_THAT(writeExplanation(document, review), ::testing::HasSubstr("70.0 to 90.0 % of all failures\n"));
}

}  // namespace
}  // namespace assay::emit::review
