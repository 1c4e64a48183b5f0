// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_tag.h"

#include <gtest/gtest.h>

namespace assay::manifest {
namespace {

TEST(ReadTag, HistoryIsOldestFirst) {
  const std::string name = "m.yaml";
  Diagnostics diagnostics;
  FieldReader reader(name, diagnostics);
  const auto value = document::parseYaml(
      "- {tag: generated, model: A, extra: {k: v}}\n- {tag: modified, extra: [{k: 1st}, {k: 2nd}], mood: "
      "good}\n",
      name);
  const std::vector<model::Tag> history = readHistory(reader, value.value());
  ASSERT_FALSE(reader.error());
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[0].model, "A");
  EXPECT_EQ(history[0].extra, (std::vector<std::pair<std::string, std::string>>{{"k", "v"}}));
  EXPECT_EQ(history[1].authorship, model::Authorship::Modified);
  EXPECT_EQ(history[1].extra, (std::vector<std::pair<std::string, std::string>>{{"k", "1st"}, {"k", "2nd"}}));
  ASSERT_EQ(diagnostics.all().size(), 1u);  // there is nowhere to keep `mood`
  EXPECT_EQ(diagnostics.all()[0].id, "assay-manifest-004");
}

}  // namespace
}  // namespace assay::manifest
