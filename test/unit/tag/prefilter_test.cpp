// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <random>

#include "support/strings.h"
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

// The same question, asked byte by byte.
bool hasHeadPlainly(const std::string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (lower(text[i]) != 'a' || lower(text[i + 1]) != 'i') continue;
    std::string_view rest = std::string_view(text).substr(i + 2);
    bool joined = false;
    for (std::string_view joiner : {"\u2010", "\u2011", "\u2013", "-", "_", " "})
      if (!joined && rest.starts_with(joiner)) {
        joined = true;
        rest.remove_prefix(joiner.size());
      }
    if (!joined && !rest.starts_with('\t')) continue;
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '_')) rest.remove_prefix(1);
    for (std::string_view word : {"generated", "assisted", "modified", "use", "assistance", "code", "section",
                                  "block", "region", "part", "content"})
      if (startsWithIgnoringCase(rest, word)) return true;
  }
  return false;
}

TEST(Prefilter, TheVerdictIsThatOfASearchByteByByte) {
  constexpr std::string_view kParts[] = {"A",    "i",         "I",    "a",   "-",     "_",  " ",
                                         "\t",   "\u2011",    "\xE2", "use", "block", "\n", "generated",
                                         "cODE", "assistanc", "ai-",  "AI ", "modi"};
  std::mt19937 random(7);
  const auto below = [&](std::size_t limit) { return random() % limit; };
  int seen = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text(below(4) == 0 ? below(2200) : below(20), below(2) == 0 ? 'a' : ' ');
    for (std::size_t part = below(8); part > 0; --part) text += kParts[below(std::size(kParts))];
    text.append(below(3) == 0 ? below(1100) : 0, 'i');
    ASSERT_EQ(mayHaveTags(text, {}), hasHeadPlainly(text)) << text;
    seen += hasHeadPlainly(text) ? 1 : 0;
  }
  EXPECT_GT(seen, 500);
  EXPECT_LT(seen, 19500);
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
