// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/segments.h"

#include <gmock/gmock.h>

#include "unit/tag/reading.h"

namespace assay::tag {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> values(std::string_view text) {
  std::vector<std::string> found;
  for (const Segment& segment : segmentsOf(text))
    found.push_back((segment.key ? segment.key->name + "=" : "") + segment.value);
  return found;
}

TEST(Segments, SeparatorsSplitOutsideQuotesAndParenthesesOnly) {
  EXPECT_THAT(values("a, b | c; d — e – f - g"), ElementsAre("a", "b", "c", "d", "e", "f", "g"));
  EXPECT_THAT(values("f(a, b), \"c, d\", gpt-4"), ElementsAre("f(a, b)", "c, d", "gpt-4"));
  EXPECT_THAT(values("say \"a, b\" twice, c"), ElementsAre("say \"a, b\" twice", "c"));
  EXPECT_THAT(values(" ,, ; "), IsEmpty());
}

TEST(Segments, FieldsMayFollowEachOtherWithABlank) {
  EXPECT_THAT(values("model: GPT-4 date: 2024-01-15 prompt: \"x\""),
              ElementsAre("model=GPT-4", "date=2024-01-15", "prompt=x"));
  EXPECT_THAT(values("GPT-4 \"sort it\""), ElementsAre("GPT-4", "sort it"));
}

TEST(Segments, AnOpenParenthesisIsReportedAndSwallowsNothing) {
  const Reading made = reading("// AI-generated: GPT-4 (new, prompt: x\n");
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-004"));
  EXPECT_EQ(made.tag().prompt, "x");
}

TEST(Segments, KeysOnTheirOwnLinesBelong) {
  const Reading made = reading(
      "// AI-assisted: Cursor\n// PROMPT: revert it, all of it\n// ACCEPTED-BY: ANN\n// It is fast.\n// "
      "ticket: A-1\nint f();");
  EXPECT_EQ(made.tag().prompt, "revert it, all of it");
  EXPECT_THAT(made.tag().extra, ElementsAre(testing::Pair("accepted-by", "ANN")));
}

TEST(Segments, IndentedLinesGoOnAndOtherProseDoesNot) {
  EXPECT_EQ(reading("// AI-generated: prompt: sort it\n//   by name\n// Sorts.\n").tag().prompt,
            "sort it\nby name");
  EXPECT_EQ(reading("// AI-generated: GPT-4\n// Sorts users, fast.\n").tag().note, "");
  EXPECT_EQ(reading("// AI-generated: GPT-4,\n// 2024-01-15\n").tag().date, "2024-01-15");
  EXPECT_EQ(reading("// AI-generated: GPT-4, prompt:\n// \"sort it\"\n").tag().prompt, "sort it");
  EXPECT_EQ(reading("// AI-generated: GPT-4, prompt: \"a\"\n// \"b\"\n").tag().prompt, "a\nb");
  EXPECT_EQ(reading("// AI-generated: GPT-4\n// Returns: nothing\n").tag().extra.size(), 0u);
}

TEST(Segments, AnOpenQuoteGoesOnOverLines) {
  EXPECT_EQ(
      reading("// AI-generated: GPT-4, prompt: \"one,\n//   two\n//     three\"\n// Sorts.\n").tag().prompt,
      "one,\ntwo\n  three");
  const Reading block = reading(
      "/* AI-generated: GPT-4, prompt: \"Hey, I'm on\n *\n * a \"fast\" one\", reviewed-by: Ann\n */");
  EXPECT_EQ(block.tag().prompt, "Hey, I'm on\n\na \"fast\" one");
  EXPECT_EQ(block.tag().extra.size(), 1u);
}

TEST(Segments, AnUnclosedQuoteTakesTheRestOfTheCommentAndWarns) {
  const Reading line = reading("// AI-generated: GPT-4, prompt: \"sort it\n// Sorts users.\n");
  EXPECT_EQ(line.tag().prompt, "sort it");
  ASSERT_THAT(line.ids(), ElementsAre("assay-tag-001"));
  EXPECT_EQ(line.diagnostics.all()[0].where.column, 33u);
  EXPECT_EQ(line.diagnostics.all()[0].excerpt, "// AI-generated: GPT-4, prompt: \"sort it");
  EXPECT_EQ(reading("/* AI-generated: GPT-4, prompt: \"sort\n * it\n *\n * More. */").tag().prompt,
            "sort\nit");
}

TEST(Segments, AQuoteNeverReachesIntoTheNextTag) {
  const Reading made =
      reading("// AI-generated: GPT-4, prompt: \"a\n// AI-generated: GPT-5, prompt: \"b\"\n");
  ASSERT_EQ(made.count(), 1u);
  EXPECT_EQ(made.tag().prompt, "b");
  EXPECT_EQ(made.result.tags[0].history.at(0).prompt, "a");
}

TEST(Segments, ABackslashJoinsLines) {
  EXPECT_EQ(reading("// AI-generated: GPT-4, \\\n prompt: \"a \\\nb\"\nint f();").tag().prompt, "a b");
}

}  // namespace
}  // namespace assay::tag
