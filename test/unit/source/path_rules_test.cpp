// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/path_rules.h"

#include <gtest/gtest.h>

#include <string>

namespace assay::source {
namespace {

struct GlobCase {
  const char* glob;
  const char* path;
  bool matches;
};

TEST(GlobMatches, FollowsGitsGrammar) {
  constexpr GlobCase kCases[] = {
      {"a.c", "a.c", true},
      {"a.c", "b.c", false},
      {"*.c", "a.c", true},
      {"*.c", "x/a.c", false},
      {"**/*.c", "x/y/a.c", true},
      {"**/*.c", "a.c", true},
      {"x/**", "x/a/b.c", true},
      {"x/**/b.c", "x/b.c", true},
      {"x/**/b.c", "x/1/2/b.c", true},
      {"x/**/b.c", "y/b.c", false},
      {"**/b", "ab", false},
      {"**/b", "a/b", true},
      {"?.c", "a.c", true},
      {"?.c", "/.c", false},
      {"[a-c].h", "b.h", true},
      {"[!a-c].h", "b.h", false},
      {"[!a-c].h", "d.h", true},
      {"[]].h", "].h", true},
      {"\\*.c", "*.c", true},
      {"\\*.c", "a.c", false},
      {"a*b*c", "aXXbYYc", true},
      {"a*b*c", "aXXbYY", false},
      {"**", "any/thing", true},
      {"third_party/*/src", "third_party/x/src", true},
      {"[", "[", false},
      {"[a", "[a", false},
      {"**", "", true},
      {"a/**", "a", false},
      {"a/**/b", "a/xb", false},
      {"a**b", "a/b", false},
      {"a**b", "axxb", true},
      {"x/a**/b", "x/a/y/b", false},
      {"***/b", "x/y/b", true},
      {"**/a/**/b", "a/x/a/y/b", true},
      {"[[:digit:]x].c", "7.c", true},
      {"[[:digit:]x].c", "x.c", true},
      {"[[:digit:]x].c", "y.c", false},
      {"[\\]]", "]", true},
      {"[a\\-z]", "-", true},
      {"[a\\-z]", "b", false},
      {"[!a]", "/", false},
      {"\\", "\\", false},
      {"", "", true},
      {"", "a", false},
  };
  for (const GlobCase& it : kCases)
    EXPECT_EQ(globMatches(it.glob, it.path), it.matches) << it.glob << " on " << it.path;
}

TEST(GlobMatches, ManyStarsStayFast) {
  std::string glob;
  for (int i = 0; i < 50; ++i) glob += "a*";
  EXPECT_FALSE(globMatches(glob + "b", std::string(5000, 'a')));
}

TEST(PathRules, TheLastRuleThatMatchesDecides) {
  PathRules rules;
  rules.addText("# generated\n*.pb.cc\n!keep.pb.cc\n\n/top.c\nsub/only.c\nbuild/\r\n");
  EXPECT_EQ(rules.decide("x/a.pb.cc", false), true);
  EXPECT_EQ(rules.decide("x/keep.pb.cc", false), false);
  EXPECT_EQ(rules.decide("top.c", false), true);
  EXPECT_EQ(rules.decide("x/top.c", false), std::nullopt);
  EXPECT_EQ(rules.decide("sub/only.c", false), true);
  EXPECT_EQ(rules.decide("x/sub/only.c", false), std::nullopt);
  EXPECT_EQ(rules.decide("x/build", true), true);
  EXPECT_EQ(rules.decide("x/build", false), std::nullopt);
}

TEST(PathRules, EmptyAndCommentLinesAreNoRules) {
  PathRules rules;
  rules.addText("\n#x\n   \n/\n");
  EXPECT_TRUE(rules.empty());
}

TEST(PathRules, CoverAFileByItsFolders) {
  PathRules rules;
  rules.addText("src/net\n*_parser.cc\n!src/net/keep.cc\n");
  EXPECT_TRUE(rules.covers("src/net/tcp/a.cc"));
  EXPECT_TRUE(rules.covers("x/y_parser.cc"));
  EXPECT_FALSE(rules.covers("src/network.cc"));
  EXPECT_TRUE(rules.covers("src/net/keep.cc"));  // as in git: its folder is named
}

}  // namespace
}  // namespace assay::source
