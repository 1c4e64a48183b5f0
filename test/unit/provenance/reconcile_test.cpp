// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/reconcile.h"

#include <gtest/gtest.h>

#include "tag/read_tags.h"

namespace assay::provenance {
namespace {

using model::Verdict;

// Lines of one commit, of which a source says something.
class ReconciledLines {
 public:
  ReconciledLines() { file_.commits = {{"a", "2026-01-01T00:00:00Z", "", false}}; }

  // A finer source is believed before a coarser one that was given before.
  ReconciledLines& say(Source source, Writer writer, const std::string& model, std::uint32_t count) {
    file_.claims.push_back(
        {source, writer, "cursor", model, tag::normalizeModel(model), "", Confidence::High});
    const auto claim = static_cast<std::uint32_t>(file_.claims.size() - 1);
    for (std::uint32_t i = 0; i < count; ++i)
      lineAt(said_[static_cast<std::size_t>(source)]++, source, claim);
    return *this;
  }
  ReconciledLines& nobody(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) file_.lines.push_back({0, 1, 0, {}});
    return *this;
  }

  [[nodiscard]] model::Reconciliation with(
      const std::string& model, model::Authorship authorship = model::Authorship::Generated) const {
    model::Tag tag;
    tag.authorship = authorship;
    tag.model = model;
    tag.normalizedModel = tag::normalizeModel(model);
    return reconcile(tag, file_, {1, static_cast<std::uint32_t>(file_.lines.size())});
  }

 private:
  void lineAt(std::size_t index, Source source, std::uint32_t claim) {
    if (index == file_.lines.size()) file_.lines.push_back({0, 1, 0, {}});
    AttributedLine& line = file_.lines[index];
    line.said[static_cast<std::size_t>(source)] = claim;
    if (source >= file_.claims[line.best].source) line.best = claim;
  }

  FileAttribution file_;
  std::array<std::size_t, kSources> said_{};
};

std::string wordsOf(const model::Reconciliation& reconciled) {
  std::string words(nameOf(reconciled.verdict()));
  for (const model::SourceSays& source : reconciled.sources)
    words +=
        " | " + std::string(nameOf(source.verdict)) +
        (source.verdict == Verdict::Missing ? "" : ' ' + source.who + ' ' + std::to_string(source.lines));
  return words;
}

TEST(Reconcile, EachLineHasTheWriterThatItsBestSourceNames) {
  const auto writers = ReconciledLines()
                           .say(Source::Trailer, Writer::Mixed, "gpt-4", 6)
                           .say(Source::AgentTrace, Writer::Ai, "claude-opus-4", 4)
                           .say(Source::GitAi, Writer::Human, "", 1)
                           .nobody(2)
                           .with("GPT-4");
  EXPECT_EQ(writers.lines, 8U);
  EXPECT_EQ(writers.writers,
            (std::vector<model::LinesOf>{{"anthropic/claude-opus-4", 3}, {"openai/gpt-4", 2}, {"human", 1}}));
  EXPECT_TRUE(ReconciledLines().nobody(4).with("GPT-4").writers.empty());
}

TEST(Reconcile, NobodySpeaks) {
  EXPECT_EQ(wordsOf(ReconciledLines().nobody(4).with("GPT-4")), "missing | missing | missing | missing");
}

TEST(Reconcile, ANoteThatSaysTheSame) {
  const auto lines = ReconciledLines().say(Source::GitAi, Writer::Ai, "gpt-4", 3).nobody(1);
  EXPECT_EQ(wordsOf(lines.with("GPT-4")), "agree | agree openai/gpt-4 3 | missing | missing");
  EXPECT_EQ(lines.with("GPT-4").lines, 4U);
}

TEST(Reconcile, AnotherModelIsAConflict) {
  const auto lines = ReconciledLines().say(Source::AgentTrace, Writer::Ai, "claude-opus-4", 3);
  EXPECT_EQ(wordsOf(lines.with("GPT-4")),
            "conflict | missing | conflict anthropic/claude-opus-4 3 | missing");
}

TEST(Reconcile, ANameThatSaysLessIsNoOther) {
  const auto lines = ReconciledLines().say(Source::GitAi, Writer::Ai, "claude-opus-4", 3);
  EXPECT_EQ(lines.with("Claude Opus").verdict(), Verdict::Agree);
  EXPECT_EQ(lines.with("claude-opus-4").verdict(), Verdict::Agree);
  EXPECT_EQ(lines.with("claude-opus-4.5").verdict(), Verdict::Agree);
  EXPECT_EQ(lines.with("claude-sonnet-4").verdict(), Verdict::Conflict);
}

TEST(Reconcile, AnotherVersionIsAnotherModel) {
  const auto lines = ReconciledLines().say(Source::GitAi, Writer::Ai, "gpt-4.1", 3);
  EXPECT_EQ(lines.with("GPT-4").verdict(), Verdict::Conflict);
}

TEST(Reconcile, OfAsManyLinesOfTwoModelsTheTagsCounts) {
  const auto lines = ReconciledLines()
                         .say(Source::GitAi, Writer::Ai, "claude-opus-4", 2)
                         .say(Source::GitAi, Writer::Ai, "gpt-4", 2);
  EXPECT_EQ(wordsOf(lines.with("GPT-4")), "agree | agree openai/gpt-4 2 | missing | missing");
}

TEST(Reconcile, WhereOneNamesNoModelSomeModelDid) {
  EXPECT_EQ(ReconciledLines().say(Source::GitAi, Writer::Ai, "", 3).with("GPT-4").verdict(), Verdict::Agree);
  EXPECT_EQ(ReconciledLines().say(Source::GitAi, Writer::Ai, "gpt-4", 3).with("").verdict(), Verdict::Agree);
}

TEST(Reconcile, NamesThatAreNotRecognisedAreComparedAsWritten) {
  const auto lines = ReconciledLines().say(Source::GitAi, Writer::Ai, "house-model-7", 3);
  EXPECT_EQ(lines.with("House-Model-7").verdict(), Verdict::Agree);
  EXPECT_EQ(lines.with("house-model-8").verdict(), Verdict::Conflict);
}

TEST(Reconcile, TheModelWithMostLinesCounts) {
  const auto lines = ReconciledLines()
                         .say(Source::GitAi, Writer::Ai, "gpt-4", 2)
                         .say(Source::GitAi, Writer::Ai, "claude-opus-4", 5);
  EXPECT_EQ(lines.with("GPT-4").verdict(), Verdict::Conflict);
  EXPECT_EQ(lines.with("claude-opus-4").verdict(), Verdict::Agree);
}

TEST(Reconcile, AHumanIsInConflictWithATag) {
  const auto human = ReconciledLines().say(Source::GitAi, Writer::Human, "", 3);
  EXPECT_EQ(wordsOf(human.with("GPT-4")), "conflict | conflict human 3 | missing | missing");
  EXPECT_EQ(human.with("GPT-4", model::Authorship::Assisted).verdict(), Verdict::Conflict);
}

TEST(Reconcile, AHumanOfMostLinesIsInConflictWithGenerated) {
  const auto lines =
      ReconciledLines().say(Source::GitAi, Writer::Human, "", 3).say(Source::GitAi, Writer::Ai, "gpt-4", 2);
  EXPECT_EQ(lines.with("GPT-4").verdict(), Verdict::Conflict);
  EXPECT_EQ(lines.with("GPT-4", model::Authorship::Assisted).verdict(), Verdict::Agree);
}

TEST(Reconcile, ATrailerIsHeardWhereNoFinerSourceSpeaks) {
  const auto alone = ReconciledLines().say(Source::Trailer, Writer::Mixed, "claude-opus-4", 4);
  EXPECT_EQ(wordsOf(alone.with("GPT-4")),
            "conflict | missing | missing | conflict anthropic/claude-opus-4 4");
  const auto both = ReconciledLines()
                        .say(Source::Trailer, Writer::Mixed, "claude-opus-4", 4)
                        .say(Source::GitAi, Writer::Ai, "gpt-4", 4);
  EXPECT_EQ(wordsOf(both.with("GPT-4")), "agree | agree openai/gpt-4 4 | missing | missing");
}

TEST(Reconcile, OneConflictIsOne) {
  const auto lines = ReconciledLines()
                         .say(Source::AgentTrace, Writer::Ai, "claude-opus-4", 4)
                         .say(Source::GitAi, Writer::Ai, "gpt-4", 4);
  EXPECT_EQ(wordsOf(lines.with("GPT-4")),
            "conflict | agree openai/gpt-4 4 | conflict anthropic/claude-opus-4 4 | missing");
}

}  // namespace
}  // namespace assay::provenance
