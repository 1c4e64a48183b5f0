// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/fields.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "unit/tag/reading.h"

namespace assay::tag {
namespace {

using model::Authorship;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Fields, AnyOrderAndAnySeparatorGiveTheSameTag) {
  model::Tag expected;
  expected.model = "GPT-4";
  expected.normalizedModel = "openai/gpt-4";
  expected.date = "2024-01-15";
  expected.prompt = "sort, quickly";
  const std::vector<std::string> fields = {"GPT-4", "2024-01-15", "prompt: \"sort, quickly\""};
  for (const char* separator : {", ", " | ", "; ", " — ", " – ", " - ", " -- ", ",", "|"}) {
    std::vector<std::size_t> order = {0, 1, 2};
    do {
      const std::string body =
          ": " + fields[order[0]] + separator + fields[order[1]] + separator + fields[order[2]];
      EXPECT_EQ(tagOf(body), expected) << body;
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST(Fields, KeyedAndPositionalMeanTheSame) {
  EXPECT_EQ(tagOf(": model: GPT-4, date: 2024-01-15, tool: Cursor, prompt: x y"),
            tagOf(": GPT-4, 2024-01-15, Cursor, prompt: 'x y'"));
  EXPECT_EQ(tagOf(" (GPT-4): 2024-01-15"), tagOf(": GPT-4, 2024-01-15"));
  EXPECT_EQ(tagOf(" GPT-4 2024-01-15"), tagOf(": GPT-4, 2024-01-15"));
}

TEST(Fields, QuotesOfEveryKindHoldThePrompt) {
  for (const char* text : {"\"a, b | c\"", "'a, b | c'", "“a, b | c”", "„a, b | c“", "«a, b | c»",
                           "`a, b | c`", "‘a, b | c’", "「a, b | c」"})
    EXPECT_EQ(tagOf(": GPT-4, prompt: " + std::string(text)).prompt, "a, b | c") << text;
}

TEST(Fields, TheLastQuotationWithoutAKeyIsThePrompt) {
  EXPECT_EQ(tagOf(": GPT-4, \"sort it\"").prompt, "sort it");
  EXPECT_EQ(tagOf(": \"sort it\", GPT-4").prompt, "sort it");
  EXPECT_EQ(tagOf(": \"GPT-4\", \"sort it\"").model, "GPT-4");
  const model::Tag two = tagOf(": GPT-4, \"one\", \"two\"");
  EXPECT_EQ(two.prompt, "two");
  EXPECT_EQ(two.note, "one");
}

TEST(Fields, AKnownToolNameIsATool) {
  for (const char* name : {"GitHub Copilot", "Cursor", "Claude Code", "ChatGPT", "Codex", "Gemini CLI"}) {
    const model::Tag tag = tagOf(": " + std::string(name));
    EXPECT_EQ(tag.tool, name);
    EXPECT_EQ(tag.model, "") << name;
  }
  EXPECT_EQ(tagOf(": Codex 5.3").model, "Codex 5.3");
  EXPECT_EQ(tagOf(": ChatGPT 4").model, "ChatGPT 4");
}

TEST(Fields, ToolAndModelInOneBreathAreToldApart) {
  for (const char* text : {": Cursor (Claude Opus 4)", ": Claude Opus 4 (Cursor)", ": Cursor: Claude Opus 4",
                           ": tool: Cursor (model: Claude Opus 4)", " (Cursor, Claude Opus 4)"}) {
    const model::Tag tag = tagOf(text);
    EXPECT_EQ(tag.tool, "Cursor") << text;
    EXPECT_EQ(tag.model, "Claude Opus 4") << text;
    EXPECT_EQ(tag.normalizedModel, "anthropic/claude-opus-4") << text;
  }
  EXPECT_EQ(tagOf(": Anthropic Claude (Sonnet 5)").model, "Anthropic Claude (Sonnet 5)");
}

TEST(Fields, FreeTextIsAModelOnlyWhenItLooksLikeOne) {
  EXPECT_EQ(tagOf(": InternalCoder").model, "InternalCoder");
  EXPECT_EQ(tagOf(": acme-coder 7b, 2024-01-15").model, "acme-coder 7b");
  EXPECT_EQ(tagOf(": Review required").note, "Review required");
  EXPECT_EQ(tagOf(": untested").note, "untested");
  EXPECT_EQ(tagOf(": Claude helper for tests").model, "Claude");
  EXPECT_EQ(tagOf(": Claude helper for tests").note, "helper for tests");
  EXPECT_EQ(tagOf(": Small value object (GitHub Copilot / ChatGPT), 2026-01-18").tool,
            "GitHub Copilot / ChatGPT");
}

TEST(Fields, NegativesAreHuman) {
  for (const char* answer : {": no", ": No.", ": none", ": 0%", ": false", ": no (by hand)"}) {
    EXPECT_EQ(tagOf(answer).authorship, Authorship::Human) << answer;
  }
  EXPECT_EQ(tagOf(": yes").authorship, Authorship::Generated);
  EXPECT_EQ(tagOf(": 50%").authorship, Authorship::Generated);
  EXPECT_EQ(tagOf(": no, reviewed-by: Ann").extra.at(0).second, "Ann");
}

TEST(Fields, AnActionInParenthesesChangesTheAuthorship) {
  EXPECT_EQ(tagOf(" (modified): GPT-5").authorship, Authorship::Modified);
  EXPECT_EQ(tagOf(" (assisted): GPT-5").authorship, Authorship::Assisted);
  const model::Tag added = tagOf(" (added): GPT-5");
  EXPECT_EQ(added.authorship, Authorship::Generated);
  EXPECT_EQ(added.model, "GPT-5");
  EXPECT_THAT(added.extra, ElementsAre(Pair("change", "added")));
}

TEST(Fields, ExtraKeysKeepTheirOrder) {
  EXPECT_THAT(tagOf(": GPT-4, monitor: off, Reviewer: Ann Lee, sample: 10%, ticket: A-1, rollout: 5%").extra,
              ElementsAre(Pair("monitor", "off"), Pair("reviewed-by", "Ann Lee"), Pair("sample", "10%"),
                          Pair("ticket", "A-1"), Pair("rollout", "5%")));
  EXPECT_THAT(tagOf(": GPT-4, complexity: O(n, log n), errors: null").extra,
              ElementsAre(Pair("complexity", "O(n, log n)"), Pair("errors", "null")));
}

TEST(Fields, ExperimentsThatMeanNothingAreSaid) {
  EXPECT_THAT(reading("// AI-generated: GPT-4, replaces: a::rank, rollout: 0.5%\n").ids(), IsEmpty());
  EXPECT_THAT(reading("// AI-generated: GPT-4, replaces: rank, experiment: split 25%\n").ids(), IsEmpty());
  Reading made = reading("// AI-generated: GPT-4, rollout: ten\n");
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-014"));
  EXPECT_EQ(made.diagnostics.all().front().where.column, 34u);
  EXPECT_THAT(made.tag().extra, ElementsAre(Pair("rollout", "ten")));
  EXPECT_THAT(reading("// AI-generated: GPT-4, rollout: 101%\n").ids(), ElementsAre("assay-tag-014"));
  EXPECT_THAT(reading("// AI-generated: GPT-4, experiment: A/B\n").ids(), ElementsAre("assay-tag-014"));
}

TEST(Fields, ABarePromptGoesOnBehindACommaUntilAField) {
  const model::Tag tag = tagOf(": prompt: add tests, fix bugs - all of them, reviewed-by: Ann");
  EXPECT_EQ(tag.prompt, "add tests, fix bugs - all of them");
  EXPECT_THAT(tag.extra, ElementsAre(Pair("reviewed-by", "Ann")));
  EXPECT_EQ(tagOf(": prompt: add tests, GPT-4, 2024-01-15").model, "GPT-4");
}

TEST(Fields, DatesThatAreNotCertainAreKeptAndReported) {
  Reading made = reading("// AI-generated: GPT-4, 7/20/23\n");
  EXPECT_EQ(made.tag().date, "");
  EXPECT_THAT(made.tag().extra, ElementsAre(Pair("date", "7/20/23")));
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-002"));
  made = reading("// AI-generated: GPT-4, date: 01/02/2024\n");
  EXPECT_THAT(made.tag().extra, ElementsAre(Pair("date", "01/02/2024")));
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-002"));
  made = reading("// AI-generated: GPT-4, 2023-02-29\n");
  EXPECT_THAT(made.tag().extra, ElementsAre(Pair("date", "2023-02-29")));
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-003"));
  made = reading("// AI-generated: GPT-4, date: last week\n");
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-002"));
}

TEST(Fields, DateFirstOrBehindTheModelIsFound) {
  EXPECT_EQ(tagOf(": 2022-03-01: Cursor").date, "2022-03-01");
  EXPECT_EQ(tagOf(": 2022-03-01: Cursor").tool, "Cursor");
  const model::Tag tag = tagOf(": Claude-3.5-Sonnet 2025-01-15 - login layer");
  EXPECT_EQ(tag.model, "Claude-3.5-Sonnet");
  EXPECT_EQ(tag.date, "2025-01-15");
  EXPECT_EQ(tag.note, "login layer");
  EXPECT_EQ(tagOf(": rewritten after the outage of 2024-01-15").date, "");
}

TEST(Fields, ASecondValueIsReportedAndKept) {
  const Reading made = reading("// AI-generated: model: GPT-4, model: GPT-5, prompt:\n");
  EXPECT_EQ(made.tag().model, "GPT-4");
  EXPECT_THAT(made.tag().extra, ElementsAre(Pair("model", "GPT-5")));
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-006", "assay-tag-005"));
}

TEST(Fields, AMisspeltToolGetsAHint) {
  const Reading made = reading("// AI-generated: GitHib Copilot\n");
  EXPECT_EQ(made.tag().note, "GitHib Copilot");
  EXPECT_THAT(made.ids(), ElementsAre("assay-tag-012"));
  EXPECT_THAT(made.diagnostics.all().at(0).hint, testing::HasSubstr("GitHub Copilot"));
}

TEST(Fields, ReadsAsModelIsStrict) {
  EXPECT_TRUE(readsAsModel("GPT-4"));
  EXPECT_TRUE(readsAsModel("InternalCoder"));
  EXPECT_FALSE(readsAsModel("no"));
  EXPECT_FALSE(readsAsModel("Cursor"));
  EXPECT_FALSE(readsAsModel("GPT-4, x"));
  EXPECT_FALSE(readsAsModel("two words"));
  EXPECT_FALSE(readsAsModel(""));
}

}  // namespace
}  // namespace assay::tag
