// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "tag/read_tags.h"

namespace assay::tag {
namespace {

TEST(Prefilter, EveryHeadIsSeen) {
  for (std::string_view text : {"// AI-generated", "//ai_assisted", "// Ai Modified: x", "/* AI use: none */",
                                "// AI CODE STARTS", "// AI_SECTION START", "// BEGIN AI  section",
                                "// AI\u2011generated", "// AI-Assistance disclosure:"})
    EXPECT_TRUE(mayHaveTags(text, {})) << text;
}

TEST(Prefilter, OrdinaryTextIsPassedOver) {
  for (std::string_view text : {"", "A", "AI", "// the main function waits", "// AI moves",
                                "fail_generated(); rain-", "// AI-", "// AI-gen"})
    EXPECT_FALSE(mayHaveTags(text, {})) << text;
}

TEST(Prefilter, AHeadIsSeenAtEveryOffset) {
  for (std::size_t before = 4080; before < 4110; ++before) {
    EXPECT_TRUE(mayHaveTags(std::string(before, 'a') + " AI-generated", {})) << before;
    EXPECT_FALSE(mayHaveTags(std::string(before, 'a') + " AI-generate", {})) << before;
  }
}

TEST(Prefilter, AliasesAndSuspectsAreSeenWhenAskedFor) {
  ReadOptions options;
  options.aliases = {{"KI-generiert", model::Authorship::Generated},
                     {"自動生成", model::Authorship::Generated},
                     {"", model::Authorship::Human}};
  EXPECT_TRUE(mayHaveTags("// ki-GENERIERT", options));
  EXPECT_TRUE(mayHaveTags("// 自動生成", options));
  EXPECT_FALSE(mayHaveTags("// KI", options));
  EXPECT_FALSE(mayHaveTags("//thanks chatGPT", options));
  options.suspects = true;
  EXPECT_TRUE(mayHaveTags("//thanks chatGPT", options));
}

}  // namespace
}  // namespace assay::tag
