// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/agent_trace.h"

#include <gtest/gtest.h>

namespace assay::provenance {
namespace {

const std::string kRevision(40, 'a');

std::string record(const std::string& files, const std::string& version = "0.1.0",
                   const std::string& more = "") {
  return R"({"version":")" + version +
         R"(","id":"1","timestamp":"2026-01-15T10:00:00Z","vcs":{"type":"git","revision":")" + kRevision +
         R"("},"tool":{"name":"cursor","version":"2"},)" + more + R"("files":[)" + files + "]}\n";
}

std::string traced(
    const std::string& path, const std::string& ranges = R"([{"start_line":1,"end_line":50}])",
    const std::string& contributor = R"({"type":"ai","model_id":"anthropic/claude-opus-4-5-20251101"})") {
  return R"({"path":")" + path + R"(","conversations":[{"url":"file:///x","contributor":)" + contributor +
         R"(,"ranges":)" + ranges + "}]}";
}

AgentTraces quietly(const std::string& text) {
  Diagnostics diagnostics;
  AgentTraces traces = parseAgentTraces(text, "traces.jsonl", diagnostics);
  for (const Diagnostic& one : diagnostics.all()) ADD_FAILURE() << one.where.line << ": " << one.message;
  return traces;
}

// "id:line" of all that was said.
std::string complaintsOf(const std::string& text) {
  Diagnostics diagnostics;
  parseAgentTraces(text, "traces.jsonl", diagnostics);
  std::string all;
  for (const Diagnostic& one : diagnostics.all())
    all += one.id.substr(one.id.size() - 3) + ":" + std::to_string(one.where.line) + " ";
  return all;
}

TEST(AgentTrace, ARecordSaysToolModelRevisionAndLines) {
  const AgentTraces traces = quietly(record(traced("src/app.cpp")));
  ASSERT_EQ(traces.ranges.size(), 1u);
  const auto& [place, ranges] = *traces.ranges.begin();
  EXPECT_EQ(place, (AgentTraces::Place{kRevision, "src/app.cpp"}));
  EXPECT_EQ(ranges, std::vector<TraceRange>({{1, 50, 0, false}}));
  EXPECT_EQ(traces.claims[0].tool, "cursor");
  EXPECT_EQ(traces.claims[0].writer, Writer::Ai);
  EXPECT_EQ(traces.claims[0].source, Source::AgentTrace);
  EXPECT_EQ(traces.claims[0].normalizedModel.substr(0, 21), "anthropic/claude-opus");
}

TEST(AgentTrace, ThreeSpellingsOfTheVersionAndNoOther) {
  for (const char* version : {"0.1.0", "0.1", "1.0"})
    EXPECT_EQ(quietly(record(traced("a.c"), version)).ranges.size(), 1u) << version;
  EXPECT_EQ(complaintsOf(record(traced("a.c"), "2.0.0") + record(traced("a.c"), "") + "{\"files\":[]}\n"),
            "006:1 006:2 006:3 ");
}

TEST(AgentTrace, PseudoFilesUnknownRangesAndUnknownContributorsSayNothing) {
  for (const char* path : {".sessions", ".shell-history", ".unknown"})
    EXPECT_TRUE(quietly(record(traced(path))).ranges.empty()) << path;
  EXPECT_TRUE(quietly(record(traced("a.c", R"([{"start_line":1,"end_line":1}])"))).ranges.empty());
  EXPECT_EQ(quietly(record(traced("a.c", R"([{"start_line":2,"end_line":2}])"))).ranges.size(), 1u);
  EXPECT_TRUE(quietly(record(traced("a.c", R"([{"start_line":2,"end_line":3}])", R"({"type":"unknown"})")))
                  .ranges.empty());
  EXPECT_TRUE(quietly(record(traced("a.c", R"([{"start_line":2,"end_line":3}])", "null"))).ranges.empty());
}

TEST(AgentTrace, AModelWithoutItsMakerIsRecognised) {
  for (const auto& [model, maker] :
       {std::pair("claude-sonnet-4", "anthropic/"), std::pair("gpt-4o", "openai/"),
        std::pair("gemini-2.5-pro", "google/"), std::pair("mystery", "")}) {
    const AgentTraces traces =
        quietly(record(traced("a.c", R"([{"start_line":1,"end_line":2}])",
                              std::string(R"({"type":"mixed","model_id":")") + model + "\"}")));
    EXPECT_EQ(traces.claims[0].model, model);
    EXPECT_TRUE(traces.claims[0].normalizedModel.starts_with(maker)) << traces.claims[0].normalizedModel;
    EXPECT_EQ(traces.claims[0].writer, Writer::Mixed);
  }
}

TEST(AgentTrace, ARangesOwnContributorOverridesTheConversations) {
  const AgentTraces traces = quietly(record(traced(
      "./a.c",
      R"([{"start_line":1,"end_line":2},{"start_line":3,"end_line":4,"content_hash":"murmur3:9f2e8a1b",)"
      R"("contributor":{"type":"human"}}])")));
  EXPECT_EQ(traces.ranges.begin()->first.second, "a.c");
  ASSERT_EQ(traces.ranges.begin()->second.size(), 2u);
  EXPECT_EQ(traces.claims[traces.ranges.begin()->second[1].claim].writer, Writer::Human);
  EXPECT_EQ(traces.claims[traces.ranges.begin()->second[1].claim].tool, "");
}

TEST(AgentTrace, HashesAndAddressesSayNothing) {
  const auto with = [](const std::string& hash, const std::string& url) {
    return quietly(record(R"({"path":"a.c","conversations":[{)" + url +
                          R"("contributor":{"type":"ai","model_id":"openai/gpt-4"},"ranges":[)"
                          R"({"start_line":3,"end_line":4)" +
                          hash + "}]}]}"));
  };
  const AgentTraces plain = with("", "");
  ASSERT_EQ(plain.ranges.size(), 1u);
  for (const char* hash :
       {R"(,"content_hash":"murmur3:9f2e8a1b")", R"(,"content_hash":"none")", R"(,"content_hash":7)"})
    for (const char* url : {"", R"("url":"file:///dev/zero",)", R"("url":"file://../../x","related":[],)"}) {
      EXPECT_EQ(with(hash, url).ranges, plain.ranges) << hash << url;
      EXPECT_EQ(with(hash, url).claims.size(), plain.claims.size()) << hash << url;
    }
}

TEST(AgentTrace, RecordsOfOtherSystemsOrOfNoneAreLeftOut) {
  std::string jj = record(traced("a.c"));
  jj.replace(jj.find("\"git\""), 5, "\"jj\"");
  EXPECT_TRUE(quietly(jj).ranges.empty());
  EXPECT_TRUE(
      quietly(R"({"version":"0.1.0","id":"1","timestamp":"","files":[{"path":"src/app.ts","conversations":)"
              R"([{"contributor":{"type":"ai"},"ranges":[{"start_line":1,"end_line":50}]}]}]})")
          .ranges.empty());
}

TEST(AgentTrace, AssaysOwnRecordsAreAtTheirRevision) {
  const AgentTraces traces = quietly(record(traced("a.c"), "0.1.0", R"("metadata":{"dev.assay":{}},)"));
  EXPECT_TRUE(traces.ranges.begin()->second[0].atRevision);
}

TEST(AgentTrace, ABadLineIsSaidWithItsNumberAndTheRestIsRead) {
  const std::string text =
      "{\"version\":\n\n[]\n" + record(traced("a.c")) + "\xff\n" + R"({"version":"0.1.0"})" + "\n" +
      record(traced("/etc/passwd")) + record(traced("a/../../b.c")) +
      record(traced("a.c", R"([{"start_line":0,"end_line":1},{"start_line":5,"end_line":4},{},7,
{"start_line":1.5,"end_line":2},{"start_line":-1,"end_line":2}, {"start_line":3,"end_line":99999999999}])"));
  Diagnostics diagnostics;
  std::string oneLine = text;
  oneLine.erase(oneLine.find("},7,\n") + 4, 1);
  EXPECT_EQ(parseAgentTraces(oneLine, "traces.jsonl", diagnostics).ranges.size(), 1u);
  EXPECT_EQ(complaintsOf(oneLine),
            "005:1 005:3 005:5 005:6 005:7 005:8 005:9 005:9 005:9 005:9 005:9 005:9 005:9 ");
}

TEST(AgentTrace, ATruncatedRevisionIsNone) {
  std::string shortened = record(traced("a.c"));
  shortened.erase(shortened.find(kRevision), 30);
  EXPECT_EQ(complaintsOf(shortened), "005:1 ");
}

TEST(AgentTrace, ARecordOfAssaysBringsItsTagAndMeansWhatItSays) {
  const std::string ours = R"("metadata":{"dev.assay":{"tag":"// AI-generated: GPT-4"}},)";
  const std::string files = traced("a.cpp", R"([{"start_line":1,"end_line":1}])");
  const AgentTraces traces = quietly(record(files, "0.1.0", ours));
  ASSERT_EQ(traces.claims.size(), 1u);
  EXPECT_EQ(traces.claims[0].tag, "// AI-generated: GPT-4");
  EXPECT_EQ(traces.ranges.at({kRevision, "a.cpp"}).size(), 1u) << "line 1 is no word for an unknown range";
  EXPECT_TRUE(quietly(record(files)).ranges.empty());
  EXPECT_EQ(quietly(record(traced("a.cpp"), "0.1.0", R"("metadata":{"dev.assay":{"tag":7}},)")).claims[0].tag,
            "");
}

}  // namespace
}  // namespace assay::provenance
