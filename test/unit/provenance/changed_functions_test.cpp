// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/changed_functions.h"

#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::provenance {
namespace {

// Line 12 of sub/a.cc and line 3 of sub/a.h have changed, and all of sub/new.cc.
ChangesOfTree changesOf(const std::string& prefix = "sub/") {
  return {{{{"sub/a.cc", {{{12, 12}}, {30}, false}},
            {"sub/a.h", {{{3, 3}}, {}, false}},
            {"sub/new.cc", {{}, {}, true}}},
           {}},
          prefix};
}

TEST(ChangedFunctions, ALineOfTheFunctionOrOfItsTag) {
  EXPECT_TRUE(changesOf().touch(test::tagged("f", "a.cc", 10, 14)));
  EXPECT_TRUE(changesOf().touch(test::tagged("tagAt12", "a.cc", 13, 14)));
  EXPECT_FALSE(changesOf().touch(test::tagged("below", "a.cc", 14, 20)));
  EXPECT_TRUE(changesOf().touch(test::tagged("lostALine", "a.cc", 28, 31)));
  EXPECT_FALSE(changesOf().touch(test::tagged("elsewhere", "b.cc", 10, 14)));
  EXPECT_TRUE(changesOf().touch(test::tagged("new", "new.cc", 10, 14)));
}

TEST(ChangedFunctions, WhatStandsBetweenTheTagAndTheFunction) {
  model::AnnotatedFunction entry = test::tagged("f", "a.cc", 15, 20);
  entry.tagLine = 10;
  EXPECT_TRUE(changesOf().touch(entry));
}

TEST(ChangedFunctions, ATagThatStandsForManyReachesNotFromItselfToEach) {
  model::AnnotatedFunction entry = test::tagged("f", "a.cc", 15, 20);
  entry.scope = model::Scope::File;
  entry.tagLine = 1;
  EXPECT_FALSE(changesOf().touch(entry));
  entry.tagLine = 12;
  EXPECT_TRUE(changesOf().touch(entry));
}

TEST(ChangedFunctions, ATagInAnotherFile) {
  model::AnnotatedFunction entry = test::tagged("f", "b.cc", 15, 20);
  entry.tagFile = "a.h";
  entry.tagLine = 3;
  EXPECT_TRUE(changesOf().touch(entry));
  entry.tagLine = 4;
  EXPECT_FALSE(changesOf().touch(entry));
}

TEST(ChangedFunctions, OfABlockTheLinesThatItCovers) {
  model::AnnotatedFunction entry = test::tagged("f", "a.cc", 10, 20);
  entry.scope = model::Scope::Block;
  entry.covered = {15, 17};
  entry.tagLine = 14;
  EXPECT_FALSE(changesOf().touch(entry));
  entry.tagLine = 12;
  EXPECT_TRUE(changesOf().touch(entry));
}

TEST(ChangedFunctions, EveryLineOfATagIsTheTag) {
  const source::SourceText text(
      "a.h",
      "// AI-generated: GPT-4, 2024-01-15, prompt: \"all\"\nclass A {};\n\n"
      "/* AI-generated:\n   model: GPT-4\n   date: 2024-01-15\n   prompt: \"one\n   two\" */\n"
      "class B {\n};\n");
  const auto tags = longTagsOf(text, {});
  EXPECT_EQ(tags, (std::vector<LineRange>{{4, 8}}));
  model::AnnotatedFunction member = test::tagged("B::f", "a.cc", 40, 44);
  member.scope = model::Scope::Class;
  member.tagFile = "a.h";
  member.tagLine = 4;
  for (const std::uint32_t line : {4U, 6U, 8U, 9U}) {
    ChangesOfTree changes({{{"a.h", {{{line, line}}, {}, false}}}, {}}, "");
    EXPECT_EQ(changes.files(), std::vector<std::string>{"a.h"});
    changes.setLongTags("a.h", tags);
    EXPECT_EQ(changes.touch(member), line <= 8) << line;
    EXPECT_EQ(changes.touch("a.h", 5), line <= 8) << line;
  }
}

TEST(ChangedFunctions, ATagWithoutAFunction) {
  model::AnnotatedFunction entry;
  entry.file = "a.cc";
  entry.tagLine = 12;
  EXPECT_TRUE(changesOf().touch(entry));
}

TEST(ChangedFunctions, PathsAreThoseOfTheManifest) {
  EXPECT_TRUE(changesOf("").touch("sub/a.cc", 12));
  EXPECT_FALSE(changesOf("").touch("a.cc", 12));
  EXPECT_TRUE(changesOf().touch("a.cc", 0));
  EXPECT_FALSE(changesOf().touch("a.cc", 11));
}

}  // namespace
}  // namespace assay::provenance
