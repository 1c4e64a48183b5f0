// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/inventory_results.h"

#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

TEST(InventoryResults, AreTheFunctionsAndWhatNeedsAttention) {
  const model::Manifest manifest = test::sampleManifest();
  const Inventory inventory = takeInventory(manifest);
  const auto groups = resultsOf(inventory);
  ASSERT_EQ(groups.size(), 1 + inventory.concerns.size());
  EXPECT_EQ(groups[0].code, "ai-code");
  ASSERT_EQ(groups[0].results.size(), inventory.functions.size());
  EXPECT_EQ(groups[0].results[0].message, "`kv::Store::put` is AI-generated (openai/gpt-4, 2024-01-15)");
  EXPECT_EQ(groups[0].results[3].message, "`erase` is AI-assisted");
  EXPECT_EQ(groups[1].code, "unattached");
  EXPECT_EQ(groups[1].results.at(0).message, "the tag: tags that belong to no function");
  EXPECT_EQ(groups[2].code, "skipped");
  EXPECT_EQ(groups[2].results.at(0).message,
            "`kv::Store::get::(lambda)`: functions that instrument leaves alone (constexpr: a constant "
            "expression)");
}

TEST(InventoryResults, OfNothingIsOneGroupWithout) {
  const model::Manifest manifest;
  const Inventory inventory = takeInventory(manifest);
  const auto groups = resultsOf(inventory);
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_TRUE(groups[0].results.empty());
}

TEST(InventoryResults, APlaceIsTheTags) {
  model::AnnotatedFunction entry = test::tagged("f", "a.cc", 5, 9);
  EXPECT_EQ(resultFile(entry, "lib/"), "lib/a.cc");
  EXPECT_EQ(resultLine(entry), 4u);
  entry.tagFile = "/usr/include/a.h";
  EXPECT_EQ(resultFile(entry, "lib/"), "/usr/include/a.h");
  entry.tagLine = 0;
  EXPECT_EQ(resultFile(entry, ""), "a.cc");
  EXPECT_EQ(resultLine(entry), 5u);
}

}  // namespace
}  // namespace assay::emit::report
