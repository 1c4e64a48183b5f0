// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/inventory.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

const Breakdown& breakdown(const Inventory& inventory, std::string_view code) {
  return *std::ranges::find(inventory.breakdowns, code, &Breakdown::code);
}

TEST(Inventory, CountsWhatIsComparableWithTheTree) {
  const model::Manifest manifest = test::sampleManifest();
  const Inventory inventory = takeInventory(manifest);
  EXPECT_EQ(inventory.taggedFunctions, 3u);  // neither the lambda nor the human's nor the tag alone
  EXPECT_EQ(inventory.taggedLines, 35u);     // the lambda's lines are get's
  EXPECT_EQ(inventory.taggedFiles, 2u);
  EXPECT_EQ(inventory.functions.size(), 4u);
  EXPECT_EQ(inventory.humanEntries, 1u);
}

TEST(Inventory, SpellingsOfAModelAreOneGroup) {
  const model::Manifest manifest = test::sampleManifest();
  const Inventory inventory = takeInventory(manifest);
  const auto& groups = breakdown(inventory, "by-model").groups;
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].name, "openai/gpt-4");
  EXPECT_EQ(groups[0].functions, 3u);
  EXPECT_EQ(groups[0].lines, 30u);
  EXPECT_EQ(groups[0].spellings, (std::vector<std::string>{"GPT-4", "gpt 4"}));
  EXPECT_EQ(groups[1].name, "(no model)");
}

TEST(Inventory, DirectoriesByNumberMonthsByTime) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[0].tag.date = "2025-02-01";
  manifest.functions[1].tag.date = "2023-12-31T10:00:00Z";
  manifest.functions[2].tag.date = "2025-02-28";
  const Inventory inventory = takeInventory(manifest);
  EXPECT_EQ(breakdown(inventory, "by-directory").groups[0].name, "db");
  EXPECT_EQ(breakdown(inventory, "by-directory").groups[1].name, "util");
  std::vector<std::string> months;
  for (const Group& group : breakdown(inventory, "by-month").groups) months.push_back(group.name);
  EXPECT_EQ(months, (std::vector<std::string>{"(no date)", "2023-12", "2025-02"}));
}

TEST(Inventory, EveryBreakdownAddsUpToAllFunctions) {
  const model::Manifest manifest = test::sampleManifest();
  const Inventory inventory = takeInventory(manifest);
  EXPECT_EQ(inventory.breakdowns.size(), 8u);
  for (const Breakdown& entry : inventory.breakdowns) {
    std::size_t sum = 0;
    for (const Group& group : entry.groups) sum += group.functions;
    EXPECT_EQ(sum, inventory.functions.size()) << entry.code;
  }
}

TEST(Inventory, TheSizeIsWhatInstrumentTookOrTheScanFound) {
  model::AnnotatedFunction function = test::tagged("f", "a.cc", 1, 2);
  function.inputs = {{"text", "text.size()", ""}};
  EXPECT_EQ(sizeOfInput(function), "") << "its guard has no place for one";
  function.outcome->input = "text.size()";
  EXPECT_EQ(sizeOfInput(function), "text.size()");
  function.outcome->input = model::kTakenBack;
  EXPECT_EQ(sizeOfInput(function), "");
  function.outcome.reset();
  EXPECT_EQ(sizeOfInput(function), "text.size()");
  function.inputs.clear();
  EXPECT_EQ(sizeOfInput(function), "");
}

TEST(Inventory, TheTypeIsWhatInstrumentTookOrTheScanFound) {
  model::AnnotatedFunction function = test::tagged("f", "a.cc", 1, 2);
  function.inputs = {{"", "", "", "v.index()"}};
  EXPECT_EQ(typeOfInput(function), "");
  function.outcome->type = "v.index()";
  EXPECT_EQ(typeOfInput(function), "v.index()");
  function.outcome->type = model::kTakenBack;
  EXPECT_EQ(typeOfInput(function), "");
  function.outcome.reset();
  EXPECT_EQ(typeOfInput(function), "v.index()");
}

TEST(Inventory, OfNothingIsEmpty) {
  const Inventory inventory = takeInventory({});
  EXPECT_TRUE(inventory.breakdowns.empty());
  EXPECT_TRUE(inventory.concerns.empty());
  EXPECT_EQ(percentage(0, 0), "n/a");
  EXPECT_EQ(percentage(1, 3), "33.3 %");
}

}  // namespace
}  // namespace assay::emit::report
