// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "emit/report/writers.h"
#include "support/sample_manifest.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(MarkdownReport, IsMadeOfTables) {
  const std::string text = writeMarkdownReport(test::sampleManifest(), {});
  EXPECT_THAT(text, StartsWith("# AI-tagged code\n\n"
                               "| | functions | lines |\n|---|--:|--:|\n"
                               "| tagged | 3 | 35 |\n| all | 100 | 1,000 |\n| share | 3.0 % | 3.5 % |\n"));
  EXPECT_THAT(text, HasSubstr("\n| `openai/gpt-4` (as `GPT-4`, `gpt 4`) | 3 | 30 |\n"));
  EXPECT_THAT(text, HasSubstr("\n| `kv::Store::put` | `db/store.cc:10` |  |  | `openai/gpt-4` | `2024-01-15` "
                              "|  | `make it fast` |\n"));
  EXPECT_THAT(text, HasSubstr("\n### tags that belong to no function: 1\n"));
  EXPECT_THAT(text, HasSubstr("\n- `util/erase.cc:99`\n"));
}

TEST(MarkdownReport, HasColumnsForWhatSizeAndTypeAre) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[0].outcome->input = "text->size()";
  manifest.functions[0].outcome->type = "v.index()";
  EXPECT_THAT(writeMarkdownReport(manifest, {}),
              HasSubstr("\n| function | place | size | type | model | date | drift | prompt |\n"
                        "|---|---|---|---|---|---|---|---|\n"
                        "| `kv::Store::put` | `db/store.cc:10` | `text->size()` | `v.index()` | "));
}

// The pipes that a table sees: those that no backslash stands before.
std::size_t bareBars(std::string_view line) {
  std::size_t bars = 0;
  for (std::size_t i = 0; i < line.size(); ++i)
    bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
  return bars;
}

TEST(MarkdownReport, ForeignTextTakesNoEffect) {
  model::Manifest manifest = test::sampleManifest();
  for (model::AnnotatedFunction& function : manifest.functions) {
    function.name = function.file = test::kHostile;
    function.tag.model = function.tag.normalizedModel = function.tag.date = function.tag.prompt =
        test::kHostile;
    function.outcome =
        model::Outcome{model::Coverage::Skipped, test::kHostile, test::kHostile, "", test::kHostile};
  }
  const std::string text = writeMarkdownReport(manifest, {});
  const std::regex spans("(`+)(?!`).*?[^`]\\1(?!`)");
  for (const char* harm : {"\033", "\xE2\x80\xAE", "\xFF", "\n# heading"})
    EXPECT_THAT(text, Not(HasSubstr(harm)));
  for (std::string_view line : split(text, '\n')) {
    const bool isRow = line.starts_with("| `");
    EXPECT_TRUE(!isRow || bareBars(line) == 4 || bareBars(line) == 9) << line;
    const std::string outside = std::regex_replace(std::string(line), spans, "");
    EXPECT_EQ(outside.find_first_of("<[`!"), std::string::npos) << line << '\n' << outside;
  }
}

TEST(MarkdownReport, LongListsAreCut) {
  model::Manifest manifest;
  for (unsigned i = 0; i < 57; ++i) manifest.functions.push_back(test::tagged("f", "a.cc", 2, 3));
  EXPECT_THAT(writeMarkdownReport(manifest, {}), HasSubstr("\n… and 37 more (`--format json` lists all)\n"));
  EXPECT_THAT(writeMarkdownReport({}, {}), HasSubstr("Nothing needs attention."));
}

}  // namespace
}  // namespace assay::emit::report
