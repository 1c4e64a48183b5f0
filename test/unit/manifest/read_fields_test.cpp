// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_fields.h"

#include <gtest/gtest.h>

namespace assay::manifest {
namespace {

TEST(FieldReader, KeepsTheFirstError) {
  const std::string name = "m.yaml";
  Diagnostics diagnostics;
  FieldReader reader(name, diagnostics);
  const document::Value value = document::parseYaml("a: 1\nb: x\n", name).value();
  EXPECT_EQ(reader.text(*value.find("a"), "a"), "");
  EXPECT_EQ(reader.count(*value.find("b"), "b"), 0u);
  ASSERT_TRUE(reader.error());
  EXPECT_EQ(reader.error()->message, "`a` must be text, not a whole number");
  EXPECT_EQ(reader.error()->where, (Location{"m.yaml", 1, 4}));
}

TEST(FieldReader, NothingIsAnEmptyListButNoMap) {
  const std::string name = "m.yaml";
  Diagnostics diagnostics;
  FieldReader reader(name, diagnostics);
  EXPECT_TRUE(reader.list(document::Value(), "a").empty());
  EXPECT_FALSE(reader.error());
  EXPECT_TRUE(reader.map(document::Value(), "a").empty());
  EXPECT_TRUE(reader.error());
}

TEST(FieldReader, KeepsUnknownValuesAsYaml) {
  const document::Value value = document::parseYaml("x: {a: [1, 'true']}\n", "m").value();
  const auto kept = keepUnknown({&value.asObject()->front()});
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].key, "x");
  EXPECT_EQ(kept[0].yaml, "{a: [1, \"true\"]}\n");
}

}  // namespace
}  // namespace assay::manifest
