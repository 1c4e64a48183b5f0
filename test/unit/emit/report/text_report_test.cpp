// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/report/writers.h"
#include "support/sample_manifest.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(TextReport, SaysWhatThereIs) {
  EXPECT_THAT(writeTextReport(test::sampleManifest(), {.columns = 60, .colour = false}),
              ::testing::StartsWith("AI-tagged code                          functions      lines\n"
                                    "  tagged                                        3         35\n"
                                    "  all                                         100      1,000\n"
                                    "  share                                     3.0 %      3.5 %\n"
                                    "  in 2 of 12 files\n"
                                    "  1 declared as human work, not counted\n"
                                    "\n"
                                    "By authorship                           functions      lines\n"
                                    "  generated                                     3         30\n"
                                    "  assisted                                      1          5\n"
                                    "\n"
                                    "By model                                functions      lines\n"
                                    "  openai/gpt-4                                  3         30\n"
                                    "    as GPT-4, gpt 4\n"
                                    "  (no model)                                    1          5\n"
                                    "\n"
                                    "By directory                            fun"));
}

TEST(TextReport, NamesWhatNeedsAttention) {
  const std::string text = writeTextReport(test::sampleManifest(), {.columns = 70, .colour = false});
  EXPECT_THAT(text, HasSubstr("\nNeeds attention\n"));
  EXPECT_THAT(text, HasSubstr("  functions that instrument leaves alone: 1\n"));
  EXPECT_THAT(
      text,
      HasSubstr("    db/store.cc:34\n      kv::Store::get::(lambda): constexpr: a constant expression\n"));
  EXPECT_THAT(writeTextReport({}, {}), HasSubstr("Nothing needs attention.\n"));
}

TEST(TextReport, SaysWhatASizeIs) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[0].outcome->input = "text.size()";
  EXPECT_THAT(writeTextReport(manifest, {}),
              HasSubstr("    db/store.cc:10  kv::Store::put (size: text.size())\n"
                        "    db/store.cc:30  kv::Store::get\n"));
}

TEST(TextReport, SaysWhatATypeIs) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[0].outcome->type = "typeid(shape)";
  EXPECT_THAT(writeTextReport(manifest, {}), HasSubstr("kv::Store::put (type: typeid(shape))\n"));
  manifest.functions[0].outcome->input = "text.size()";
  EXPECT_THAT(writeTextReport(manifest, {}),
              HasSubstr("kv::Store::put (size: text.size(), type: typeid(shape))\n"));
}

TEST(TextReport, StaysWithinTheTerminal) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[0].file = std::string(200, 'd') + "/中文中文.cc";
  manifest.functions[0].name = std::string(300, 'n');
  manifest.functions[1].outcome->input = std::string(300, 'i') + ".size()";
  manifest.functions[1].tag.normalizedModel = std::string(100, 'm');
  manifest.totals.functionLines = 1234567890;
  for (std::size_t columns : {40u, 41u, 60u, 80u, 100u, 200u})
    for (std::string_view line :
         split(writeTextReport(manifest, {.columns = columns, .colour = false}), '\n'))
      EXPECT_LE(displayWidth(line), columns) << line;
}

TEST(TextReport, ColourOnlyWhereItIsWanted) {
  EXPECT_THAT(writeTextReport(test::sampleManifest(), {}), Not(HasSubstr("\033")));
  EXPECT_THAT(writeTextReport(test::sampleManifest(), {.columns = 80, .colour = true}), HasSubstr("\033[1m"));
}

TEST(TextReport, ForeignTextCannotDriveTheTerminal) {
  model::Manifest manifest = test::sampleManifest();
  for (model::AnnotatedFunction& function : manifest.functions) {
    function.name = function.file = function.tag.model = function.tag.normalizedModel = function.tag.date =
        test::kHostile;
    function.outcome =
        model::Outcome{model::Coverage::Skipped, test::kHostile, test::kHostile, "", test::kHostile};
  }
  const std::string text = writeTextReport(manifest, {.columns = 200, .colour = false});
  for (const char* harm : {"\033", "\xE2\x80\xAE", "\xFF", "\n# heading"})
    EXPECT_THAT(text, Not(HasSubstr(harm)));
}

TEST(TextReport, LongListsAreCut) {
  model::Manifest manifest;
  for (unsigned i = 0; i < 57; ++i)
    manifest.functions.push_back(test::tagged("f", "d" + std::to_string(i) + "/a.cc", 2, 3));
  for (model::AnnotatedFunction& function : manifest.functions) function.tag.prompt = "";
  const std::string text = writeTextReport(manifest, {});
  EXPECT_THAT(text, HasSubstr("    … and 37 more (--format json lists all)\n"));
  EXPECT_THAT(text, HasSubstr("  tags without a prompt: 57\n"));
  EXPECT_THAT(text, HasSubstr("    … and 52 more"));
  EXPECT_LT(split(text, '\n').size(), 100u);
}

}  // namespace
}  // namespace assay::emit::report
