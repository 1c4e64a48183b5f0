// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/sources.h"

#include <gmock/gmock.h>

#include "emit/report/report.h"
#include "emit/report/writers.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using model::Verdict;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// Of the sample's put nobody speaks, of get a note says the same, of erase a trace another model.
class Sources : public testing::Test {
 protected:
  Sources() {
    sources_[&manifest_.functions[0]] = {4, {}};
    sources_[&manifest_.functions[1]] = {
        20, {{{Verdict::Agree, "openai/gpt-4", 20}, {}, {}}}, {{"openai/gpt-4", 20}}};
    sources_[&manifest_.functions[3]] = {5,
                                         {{{Verdict::Agree, "", 1}, {Verdict::Conflict, "a|b <i>", 4}, {}}},
                                         {{"a|b <i>", 2}, {"", 1}, {"human", 1}}};
  }
  [[nodiscard]] std::string written(Writer writer) const {
    Presentation presentation;
    presentation.sources = &sources_;
    return writer(manifest_, presentation);
  }

  model::Manifest manifest_ = test::sampleManifest();
  model::Reconciliations sources_;
};

TEST_F(Sources, ConflictsComeFirst) {
  std::vector<std::string> said;
  const Inventory inventory = takeInventory(manifest_);
  const std::vector<SourceRow> rows = sourceRows(inventory, sources_);
  for (const SourceRow& row : rows) said.push_back(row.entry->name + ": " + sourcesText(*row.reconciled));
  EXPECT_THAT(
      said,
      ElementsAre("erase: git-ai agree: a model (1 of 5 lines); agent-trace conflict: a|b <i> (4 of 5 lines)",
                  "kv::Store::get: git-ai agree: openai/gpt-4 (20 of 20 lines)",
                  "kv::Store::put: no source speaks of it"));
  EXPECT_EQ(sourceCounts(rows), "1 conflict, 1 agree, 1 missing");
}

TEST_F(Sources, OfNothingAskedNothingIsSaid) {
  for (const Writer writer :
       {writeTextReport, writeMarkdownReport, writeJsonReport, writeCsvReport, writeHtmlReport})
    EXPECT_THAT(writer(manifest_, {}), AllOf(Not(HasSubstr("ources")), Not(HasSubstr("git-ai"))));
}

TEST_F(Sources, InText) {
  EXPECT_THAT(written(writeTextReport), HasSubstr("\nSources: 1 conflict, 1 agree, 1 missing\n"));
  EXPECT_THAT(written(writeTextReport), HasSubstr("kv::Store::put: no source speaks of it\n"));
  EXPECT_THAT(written(writeTextReport),
              HasSubstr("\n      lines: a|b <i> 40.0 %, a model 20.0 %, human 20.0 %, unknown 20.0 %\n"));
}

TEST_F(Sources, InMarkdown) {
  EXPECT_THAT(written(writeMarkdownReport),
              HasSubstr("\n## Sources\n\n1 conflict, 1 agree, 1 missing.\n\n"
                        "| function | place | tag | git-ai | agent-trace | trailer | together | lines |\n"
                        "|---|---|---|---|---|---|---|---|\n"
                        "| `erase` | `util/erase.cc:1` |  | `agree: a model (1 of 5 lines)` | "
                        "`conflict: a\\|b <i> (4 of 5 lines)` |  | conflict | "
                        "`a\\|b <i> 40.0 %, a model 20.0 %, human 20.0 %, unknown 20.0 %` |\n"));
}

TEST_F(Sources, InJson) {
  EXPECT_THAT(written(writeJsonReport), HasSubstr("\"verdict\": \"conflict\""));
  EXPECT_THAT(written(writeJsonReport), HasSubstr("\"who\": \"a|b <i>\",\n            \"lines\": 2\n"));
}

TEST_F(Sources, InCsv) {
  const std::string csv = written(writeCsvReport);
  EXPECT_THAT(csv,
              HasSubstr(",\"drift\",\"sources\",\"git-ai\",\"agent-trace\",\"trailer\",\"writers\"\r\n"));
  EXPECT_THAT(
      csv, HasSubstr(
               ",\"agree\",\"agree: openai/gpt-4 (20 of 20 lines)\",\"\",\"\",\"openai/gpt-4 100.0 %\"\r\n"));
  EXPECT_THAT(csv, HasSubstr(",\"\",\"\",\"\",\"\",\"\"\r\n"));  // of entries that were not asked about
}

TEST_F(Sources, InHtml) {
  EXPECT_THAT(written(writeHtmlReport),
              AllOf(HasSubstr("<h2>Sources</h2>\n<p>1 conflict, 1 agree, 1 missing.</p>\n"),
                    HasSubstr("<td>conflict: a|b &lt;i&gt; (4 of 5 lines)</td>"), Not(HasSubstr("<i>"))));
}

}  // namespace
}  // namespace assay::emit::report
