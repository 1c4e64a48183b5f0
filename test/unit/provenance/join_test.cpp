// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/join.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <limits>

#include "fuzz/provenance_properties.h"
#include "support/file.h"

namespace assay::provenance {
namespace {

const std::string kParent(40, 'a');
const std::string kChild(40, 'b');
const std::string kNobody(40, '0');

CommitAgent agent(const std::string& model) {
  return {AgentForm::CoAuthor, "Claude Code", model, "", model::Authorship::Assisted, Confidence::High};
}

GitAiNote noteFor(const std::string& path, std::uint32_t first, std::uint32_t last) {
  GitAiNote note;
  note.readable = true;
  note.claims = {{Source::GitAi, Writer::Ai, "cursor", "gpt-4o", "openai/gpt-4o", "", Confidence::High}};
  note.files[path] = {{first, last, 0}};
  return note;
}

// Lines 1 to 4 by the child, 5 and 6 by the parent, 7 by nobody yet.
Blame sevenLines() {
  Blame blame;
  blame.commits = {
      {kChild, "Child", 1768473000, false}, {kParent, "Parent", 0, true}, {kNobody, "", 0, false}};
  blame.paths = {"a.cpp", "old.cpp"};
  for (std::uint32_t line = 1; line <= 4; ++line) blame.lines.push_back({0, 0, line});
  for (std::uint32_t line = 5; line <= 6; ++line) blame.lines.push_back({1, 1, line});
  blame.lines.push_back({2, 0, 7});
  return blame;
}

Evidence plainEvidence() {
  Evidence evidence;
  evidence.commits[kChild].parents = {kParent};
  evidence.commits[kParent];
  evidence.head = kChild;
  return evidence;
}

void addTrace(Evidence& evidence, const std::string& revision, TraceRange range) {
  if (evidence.traces.claims.empty())
    evidence.traces.claims = {{Source::AgentTrace, Writer::Ai, "cursor", "gemini-2.5-pro", "", "", {}}};
  evidence.traces.ranges[{revision, "a.cpp"}].push_back(range);
}

// A letter per line: G git-ai, A Agent Trace, T trailer, - nobody.
std::string sources(const FileAttribution& file) {
  std::string letters;
  for (const AttributedLine& line : file.lines) letters += "-TAG"[static_cast<int>(file.best(line).source)];
  return letters;
}

TEST(Join, WithoutSourcesEveryLineIsNobodys) {
  const FileAttribution file = joinSources("a.cpp", sevenLines(), plainEvidence());
  EXPECT_EQ(sources(file), "-------");
  EXPECT_EQ(file.best(file.lines[0]), Claim{});
  EXPECT_EQ(file.commitOf(file.lines[0]), (AttributedCommit{kChild, "2026-01-15T10:30:00Z", "Child", false}));
  EXPECT_EQ(file.commitOf(file.lines[6]).hash, "");
  EXPECT_EQ(file.commitOf(file.lines[6]).date, "");
}

// What a trace says of the parent as it was is no word on what the child changed.
TEST(Join, ATraceOfTheParentLeavesTheChildItsTrailer) {
  Evidence evidence = plainEvidence();
  evidence.commits[kChild].agents = {agent("claude-sonnet-4-5")};
  addTrace(evidence, kParent, {1, 4, 0, true});
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "TTTT---");
  evidence.traces.ranges.clear();
  addTrace(evidence, kChild, {1, 2, 0, true});
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "AA-----") << "the rest it does not name";
  evidence.traces.ranges.clear();
  addTrace(evidence, kParent, {1, 2, 0, false});
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "AA-----");
}

TEST(Join, ANoteSpeaksOfItsCommitsPathAndLines) {
  Evidence evidence = plainEvidence();
  evidence.commits[kChild].note = noteFor("a.cpp", 2, 3);
  evidence.commits[kParent].note = noteFor("a.cpp", 5, 6);
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "-GG----")
      << "the parent knew it as old.cpp";
  evidence.commits[kParent].note = noteFor("old.cpp", 6, 6);
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "-GG--G-");
}

TEST(Join, ATrailerSpeaksOfItsWholeCommit) {
  Evidence evidence = plainEvidence();
  evidence.commits[kChild].agents = {agent("Claude Opus 4.8")};
  const FileAttribution file = joinSources("a.cpp", sevenLines(), evidence);
  EXPECT_EQ(sources(file), "TTTT---");
  EXPECT_EQ(file.best(file.lines[0]).confidence, Confidence::Low);
}

TEST(Join, ATrailerIsNotBelievedWhereANoteSpeaksButIsKept) {
  Evidence evidence = plainEvidence();
  evidence.commits[kChild].agents = {agent("Claude Opus 4.8")};
  evidence.commits[kChild].note = noteFor("a.cpp", 2, 3);
  const FileAttribution file = joinSources("a.cpp", sevenLines(), evidence);
  EXPECT_EQ(sources(file), "-GG----");
  EXPECT_EQ(file.claims[file.lines[0].said[1]].model, "Claude Opus 4.8");
  GitAiNote unreadable;
  evidence.commits[kChild].note = unreadable;
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "TTTT---");
}

TEST(Join, ATracesRevisionIsTheCommitBeforeTheChange) {
  Evidence evidence = plainEvidence();
  addTrace(evidence, kParent, {2, 3, 0, false});
  evidence.commits[kChild].agents = {agent("Claude Opus 4.8")};
  const FileAttribution file = joinSources("a.cpp", sevenLines(), evidence);
  EXPECT_EQ(sources(file), "-AA----");
  EXPECT_EQ(file.best(file.lines[1]).confidence, Confidence::Medium);
}

TEST(Join, ATraceOnTopOfTheHeadSpeaksOfUncommittedLines) {
  Evidence evidence = plainEvidence();
  addTrace(evidence, kChild, {1, 7, 0, false});
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "------A")
      << "and not of the lines of the commit that it was made on";
}

TEST(Join, ATraceThatNoChildExplainsMayMeanItsRevision) {
  Evidence evidence = plainEvidence();
  addTrace(evidence, kChild, {2, 3, 0, false});
  const FileAttribution file = joinSources("a.cpp", sevenLines(), evidence);
  EXPECT_EQ(sources(file), "-AA----");
  EXPECT_EQ(file.best(file.lines[1]).confidence, Confidence::Low);
}

TEST(Join, ARecordOfAssaysMeansItsRevision) {
  Evidence evidence = plainEvidence();
  addTrace(evidence, kChild, {2, 9, 0, true});
  const FileAttribution file = joinSources("a.cpp", sevenLines(), evidence);
  EXPECT_EQ(sources(file), "-AAA---");
  EXPECT_EQ(file.best(file.lines[1]).confidence, Confidence::Medium);
}

TEST(Join, TheLaterTraceHoldsAndANoteBeforeIt) {
  Evidence evidence = plainEvidence();
  addTrace(evidence, kParent, {1, 4, 0, false});
  evidence.traces.claims.push_back({Source::AgentTrace, Writer::Human, "", "", "", "", {}});
  addTrace(evidence, kParent, {2, 2, 1, false});
  evidence.commits[kChild].note = noteFor("a.cpp", 4, 4);
  const FileAttribution file = joinSources("a.cpp", sevenLines(), evidence);
  EXPECT_EQ(sources(file), "AAAG---");
  EXPECT_EQ(file.best(file.lines[1]).writer, Writer::Human);
  EXPECT_NE(file.lines[3].said[2], 0u) << "what the trace says is kept";
}

TEST(Join, AShallowClonesOldestCommitSaysNothingByItsMessage) {
  Evidence evidence = plainEvidence();
  evidence.commits[kParent].agents = {agent("Claude Opus 4.8")};
  evidence.commits[kParent].cutOff = true;
  EXPECT_EQ(sources(joinSources("a.cpp", sevenLines(), evidence)), "-------");
  evidence.commits[kParent].note = noteFor("old.cpp", 5, 5);
  const FileAttribution file = joinSources("a.cpp", sevenLines(), evidence);
  EXPECT_EQ(sources(file), "----G--") << "its note lists lines that it wrote itself";
  EXPECT_TRUE(file.commitOf(file.lines[4]).cutOff);
}

TEST(Join, DatesAreUtcAndOnlyRealOnes) {
  EXPECT_EQ(isoDate(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(isoDate(-1), "1969-12-31T23:59:59Z");
  EXPECT_EQ(isoDate(253402300799), "9999-12-31T23:59:59Z");
  EXPECT_EQ(isoDate(253402300800), "");
  EXPECT_EQ(isoDate(-62167219201), "");
  EXPECT_EQ(isoDate(std::numeric_limits<std::int64_t>::max()), "");
}

TEST(Join, TheFuzzersSeedsHoldTogetherAndCutShort) {
  std::size_t seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ASSAY_TEST_FOLDER) /
                                                               "fuzz/corpus/provenance")) {
    const std::string text = readFile(entry.path()).value_or("");
    ASSERT_NE(text, "");
    for (std::size_t size = 0; size <= text.size(); ++size)
      EXPECT_TRUE(fuzz::readersHold(text.substr(0, size))) << entry.path().filename() << " to " << size;
    ++seeds;
  }
  EXPECT_GE(seeds, 4u);
}

}  // namespace
}  // namespace assay::provenance
