// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "emit/review/review.h"
#include "sample_document.h"

namespace assay::emit::review {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::size_t kMostOfAnIssue = 65'536;

TEST(MarkdownReview, HasWhatTheTextHas) {
  const std::string text = writeMarkdown(test::sampleDocument());
  EXPECT_THAT(text, ::testing::StartsWith(
                        "# Review of the 7 d until 2026-12-03 00:00 UTC, against the 7 d before\n\n"));
  EXPECT_THAT(text, HasSubstr("\n## What to look at first\n\n"));
  EXPECT_THAT(text, HasSubstr("\n1. `failing` (`GPT-4`) `a.cc:3`: "));
  EXPECT_THAT(text, HasSubstr("\n    - next: "));
  EXPECT_THAT(text, HasSubstr("\n- `slow\\x1B` (`GPT-4`) `a.cc:3`\n"));
  EXPECT_THAT(text, HasSubstr("\n| `Claude` | 2 | "));
  EXPECT_THAT(text, HasSubstr("\n| (not given) | 1 | "));
  EXPECT_THAT(text, HasSubstr("\n- in the manifest, but not called: 1\n  - never (GPT-4) b.cc:4\n"));
}

TEST(MarkdownReview, EscapesWhatOthersWrote) {
  Document document = test::sampleDocument();
  const std::string evil = "@all [x](http://e.example) <img src=x> | a\n# b";
  for (insight::FunctionReview& review : document.functions)
    review.subject.name = review.subject.model = review.subject.file = review.subject.prompt = evil;
  document.coverage.neverCalled[0].name = evil;
  const std::string text = writeMarkdown(document);
  EXPECT_THAT(text, Not(HasSubstr("\n# b")));
  // Whatever is left of it stands in a code span: behind a backtick in its line.
  for (std::size_t at = 0; (at = text.find("@all", at)) != std::string::npos; ++at)
    EXPECT_EQ(std::count(text.begin() + static_cast<std::ptrdiff_t>(text.rfind('\n', at)),
                         text.begin() + static_cast<std::ptrdiff_t>(at), '`') %
                  2,
              1);
}

TEST(MarkdownReview, OfThousandsFitsIntoAnIssue) {
  Document document = test::sampleDocument();
  document.functions.assign(5000, test::reviewOf(document, "failing"));
  for (std::size_t i = 0; i < document.functions.size(); ++i)
    document.functions[i].subject.promptHash = std::to_string(i);
  const std::string text = writeMarkdown(document);
  EXPECT_LT(text.size(), kMostOfAnIssue);
  EXPECT_THAT(text, HasSubstr("\n… and 4990 more.\n"));
  EXPECT_THAT(text, HasSubstr("\n… and 4980 more.\n"));
}

TEST(MarkdownReview, OfNothing) {
  EXPECT_THAT(writeMarkdown(Document{{0, 60}, {60, 120}, 10, {}}),
              HasSubstr("## What got worse\n\nNothing got worse that could be told from noise.\n"));
}

}  // namespace
}  // namespace assay::emit::review
