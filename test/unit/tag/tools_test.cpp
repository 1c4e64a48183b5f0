// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/tools.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Tools, NamesAreKnownHoweverTheyAreSpelt) {
  for (std::string_view name : {"GitHub Copilot", "github-copilot", "Claude Code", "claude_code", "CHATGPT",
                                "Codex", "Gemini CLI", "Cursor"})
    EXPECT_TRUE(isToolName(name)) << name;
  for (std::string_view name : {"", "Claude", "GPT-4", "Copilots", "Curso"})
    EXPECT_FALSE(isToolName(name)) << name;
}

TEST(Tools, AMisspeltNameFindsItsTool) {
  EXPECT_EQ(nearestTool("GitHib Copilot"), "GitHub Copilot");
  EXPECT_EQ(nearestTool("ChatGTP"), std::nullopt);
  EXPECT_EQ(nearestTool("Copilott"), "Copilot");
  EXPECT_EQ(nearestTool("GitHub Copilot"), std::nullopt);
  EXPECT_EQ(nearestTool("something else"), std::nullopt);
}

TEST(Tools, DistanceCountsEditsUpToItsLimit) {
  EXPECT_EQ(editDistance("generated", "GENERATED", 2), 0u);
  EXPECT_EQ(editDistance("genarated", "generated", 2), 1u);
  EXPECT_EQ(editDistance("generatd", "generated", 2), 1u);
  EXPECT_EQ(editDistance("abc", "xyz", 2), 3u);
  EXPECT_EQ(editDistance("", "abcd", 2), 3u);
}

}  // namespace
}  // namespace assay::tag
