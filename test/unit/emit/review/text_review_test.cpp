// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/review/review.h"
#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(TextReview, SaysWhatGotWorseFirst) {
  const std::string text = writeText(test::sampleDocument());
  EXPECT_THAT(
      text, ::testing::StartsWith("Review of the 7 d until 2026-12-03 00:00 UTC, against the 7 d before\n"));
  const auto first = text.find("\nWhat to look at first ("), worse = text.find("\nWhat got worse\n"),
             fragile = text.find("\nWhat is fragile\n"), trusted = text.find("\nWhat can be trusted ("),
             unknown = text.find("\nWhat cannot be told yet\n"), models = text.find("\nBy model "),
             coverage = text.find("\nCoverage\n");
  EXPECT_LT(first, text.find("  1. failing (GPT-4) a.cc:3: "));
  EXPECT_LT(text.find("  1. failing (GPT-4) a.cc:3: "), text.find("  2. slow\\x1B (GPT-4) a.cc:3: "));
  EXPECT_LT(text.find("  2. slow\\x1B (GPT-4) a.cc:3: "), worse);
  EXPECT_LT(worse, text.find("\n  failing (GPT-4) a.cc:3\n"));
  EXPECT_LT(text.find("\n  failing (GPT-4) a.cc:3\n"), text.find("\n  slow\\x1B (GPT-4) a.cc:3\n"));
  EXPECT_LT(text.find("\n  slow\\x1B (GPT-4) a.cc:3\n"), fragile);
  EXPECT_LT(fragile, trusted);
  EXPECT_LT(trusted, text.find("  steady (Claude) a.cc:3: "));
  EXPECT_LT(trusted, unknown);
  EXPECT_LT(unknown, models);
  EXPECT_LT(models, coverage);
}

TEST(TextReview, SaysWhatIsNotKnown) {
  const std::string text = writeText(test::sampleDocument());
  EXPECT_THAT(text, HasSubstr("  rare a.cc:3: too few calls"));
  EXPECT_THAT(text, HasSubstr("  entry a.cc:3: counted at its entry alone"));
  EXPECT_THAT(text,
              HasSubstr("Other inputs, not slower code\n  large (Claude) a.cc:3: inputs became larger"));
  EXPECT_THAT(text, HasSubstr("  in the manifest, but not called: 1\n    never (GPT-4) b.cc:4\n"));
  EXPECT_THAT(text, HasSubstr("  called in the period before, and not since: 1\n    gone (GPT-4) a.cc:3\n"));
  EXPECT_THAT(text, HasSubstr("  counted at their entry alone: 1\n    entry a.cc:3\n"));
  EXPECT_THAT(text, HasSubstr("  seen in part: 1\n    failing (GPT-4) a.cc:3: the handler of its try\n"));
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("begins at")));
}

TEST(TextReview, SaysWhatNoHistoryAndNoManifestCouldKnow) {
  Document document = test::sampleDocument();
  document.coverage = {.known = {document.after.since, document.after.until}};
  const std::string text = writeText(document);
  EXPECT_THAT(text, HasSubstr("The history begins at 2026-11-26 00:00 UTC only.\n"));
  EXPECT_THAT(text, HasSubstr("without a manifest nobody knows"));
}

TEST(TextReview, OfNothing) {
  const std::string text = writeText(Document{{0, 60}, {60, 120}, 10, {}});
  EXPECT_THAT(text, HasSubstr("Nothing got worse that could be told from noise."));
  EXPECT_THAT(text, Not(HasSubstr("By model")));
}

TEST(TextReview, HasNoRateWithoutItsInterval) {
  const std::string text = writeText(test::sampleDocument());
  EXPECT_THAT(text,
              ::testing::ContainsRegex("  GPT-4 +2 .* \\([0-9.]+ to [0-9.]+ %\\) .*of 2: [0-9.]+ % \\("));
}

}  // namespace
}  // namespace assay::emit::review
