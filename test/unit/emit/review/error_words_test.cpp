// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/error_words.h"

#include <gtest/gtest.h>

#include "emit/review/wording.h"
#include "telemetry/error_kinds.h"

namespace assay::emit::review {
namespace {

insight::FunctionReview failingWithKinds() {
  insight::FunctionReview review;
  review.errors.after = {70, 10000};
  insight::ErrorKind alloc{"std::bad_\x1B", {10, 10000}, {60, 10000}, {0.857, {0.757, 0.921}}};
  alloc.lift = {6, {3.1, 11.8}};
  alloc.comparable = true;
  review.errorKinds = {alloc, {telemetry::kReturnedError, {0, 10000}, {10, 10000}, {0.143, {0.079, 0.243}}}};
  return review;
}

TEST(ErrorKindWords, SayHowOftenAndHowMuchMore) {
  const insight::FunctionReview review = failingWithKinds();
  EXPECT_EQ(findingText(review, {.kind = insight::FindingKind::MoreOfKind, .adjusted = 1e-5, .errorKind = 0}),
            "fails more often with std::bad_\\x1B: 0.100 % -> 0.600 % of calls, 6.00 times (3.1 to 11.8) as "
            "often as before; 60 of 70 failures; p < 0.0001");
  EXPECT_EQ(findingText(review, {.kind = insight::FindingKind::MoreOfKind, .adjusted = 0.01, .errorKind = 1}),
            "fails more often with a returned error, as it did not before: 0.100 % of calls; 10 of 70 "
            "failures; p = 0.01");
  EXPECT_EQ(kindsText(review),
            "errors: std::bad_\\x1B 60 of 70 (75.7 to 92.1 %), a returned error 10 of 70 (7.9 to 24.3 %)");
  EXPECT_EQ(kindsText({}), "");
}

TEST(LastFailuresWords, SayTheirShapes) {
  insight::FunctionReview review;
  EXPECT_EQ(lastFailuresText(review), "");
  review.failures = {{true, 2, 0, 11, "Poly\x1Bgon", "std::bad_alloc"},
                     {true, 1, 0, 11, "Poly\x1Bgon", "std::bad_alloc"},
                     {false, 1, 0, 0, "", ""}};
  EXPECT_EQ(lastFailuresText(review),
            "the last 3 failures: 2 of std::bad_alloc, size 512 to 1,023, type Poly\\x1Bgon; 1 of a returned "
            "error");
}

}  // namespace
}  // namespace assay::emit::review
