// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/keys.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Keys, SynonymsMeanTheirField) {
  EXPECT_EQ(leadingKey("model: x")->field, Field::Model);
  EXPECT_EQ(leadingKey("AI Model: x")->field, Field::Model);
  EXPECT_EQ(leadingKey("Generator: x")->field, Field::Tool);
  EXPECT_EQ(leadingKey("harness: x")->field, Field::Tool);
  EXPECT_EQ(leadingKey("Purpose: x")->field, Field::Note);
  EXPECT_EQ(leadingKey("Prompt used: x")->field, Field::Prompt);
  EXPECT_EQ(leadingKey("reviewer: x")->name, "reviewed-by");
  EXPECT_EQ(leadingKey("Reviewed_By: x")->name, "reviewed-by");
}

TEST(Keys, KeysThatAssayReadsAreKnown) {
  for (std::string_view key :
       {"reviewed-by", "monitor", "sample", "replaces", "rollout", "experiment", "complexity", "errors"}) {
    const auto found = leadingKey(std::string(key) + ": x");
    ASSERT_TRUE(found.has_value()) << key;
    EXPECT_TRUE(found->known) << key;
    EXPECT_EQ(found->name, key);
  }
}

TEST(Keys, AnUnknownKeyIsOneWordAndIsKept) {
  const auto key = leadingKey("Odd_Key_Name: none");
  ASSERT_TRUE(key.has_value());
  EXPECT_FALSE(key->known);
  EXPECT_EQ(key->name, "odd_key_name");
  EXPECT_EQ(key->value, 14u);
  EXPECT_FALSE(leadingKey("two words: x").has_value());
}

TEST(Keys, CodeAndAddressesAndNamesAreNoKeys) {
  for (std::string_view text : {"std::move(x)", "https://x", "GPT-4: x", "claude-code:claude-opus-5", ": x",
                                "4x: y", "key", "key = x", ""})
    EXPECT_FALSE(leadingKey(text).has_value()) << text;
}

TEST(Keys, AnEqualSignOrAnAtServesKnownKeys) {
  EXPECT_EQ(leadingKey("model = \"x\"")->value, 8u);
  EXPECT_EQ(leadingKey("@generator Kiro")->value, 11u);
  EXPECT_EQ(leadingKey("@verified-by: x")->name, "verified-by");
  EXPECT_FALSE(leadingKey("@param x").has_value());
}

TEST(Keys, LabelsOfDocumentationDoNotContinueATag) {
  EXPECT_FALSE(mayContinueTag(*leadingKey("Returns: x")));
  EXPECT_FALSE(mayContinueTag(*leadingKey("TODO: x")));
  EXPECT_TRUE(mayContinueTag(*leadingKey("ticket: x")));
  EXPECT_TRUE(mayContinueTag(*leadingKey("complexity: O(n)")));
}

TEST(Keys, AKnownKeyIsSeenInTheMiddle) {
  EXPECT_TRUE(knownKeyAt("date: 2024"));
  EXPECT_FALSE(knownKeyAt("foo: 2024"));
  EXPECT_FALSE(knownKeyAt("date 2024"));
}

}  // namespace
}  // namespace assay::tag
