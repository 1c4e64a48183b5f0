// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include <random>

#include "unit/tag/reading.h"

namespace assay::tag {
namespace {

using model::Authorship;
using model::Tag;

TEST(Print, TheCanonicalForm) {
  EXPECT_EQ(printTag({Authorship::Generated, "GPT-4", "openai/gpt-4", "", "2024-01-15", "optimize", "", {}}),
            "// AI-generated: GPT-4, 2024-01-15, prompt: \"optimize\"");
  EXPECT_EQ(printTag({Authorship::Assisted, "", "", "ChatGPT", "", "", "", {}}), "// AI-assisted: ChatGPT");
  EXPECT_EQ(printTag({Authorship::Modified, "", "", "", "", "", "", {}}), "// AI-modified");
  EXPECT_EQ(printTag({Authorship::Human, "", "", "", "", "", "", {{"reviewed-by", "Ann Lee"}}}),
            "// AI-generated: no, reviewed-by: Ann Lee");
}

TEST(Print, WhatCouldBeMisreadIsKeyedOrQuoted) {
  EXPECT_EQ(printTag({Authorship::Generated, "no", "", "", "", "", "", {}}), "// AI-generated: model: no");
  EXPECT_EQ(printTag({Authorship::Generated, "a, b", "", "", "", "", "", {}}),
            "// AI-generated: model: \"a, b\"");
  EXPECT_EQ(printTag({Authorship::Generated, "", "", "", "", "a*/b\n", "", {}}),
            "// AI-generated: prompt: \"a*\\/b\\n\"");
}

TEST(Print, WhatWouldShowALineOtherwiseThanItIsIsEscaped) {
  EXPECT_EQ(printTag({Authorship::Generated, "", "", "", "", "a\u202Eb\u2066\u0085\xFFé中", "", {}}),
            "// AI-generated: prompt: \"a\\xE2\\x80\\xAEb\\xE2\\x81\\xA6\\xC2\\x85\\xFFé中\"");
  EXPECT_EQ(printTag({Authorship::Generated, "", "", "", "", "/* a */*", "", {}}),
            "// AI-generated: prompt: \"/\\x2A a *\\/\\x2A\"");
}

class TagMaker {
 public:
  explicit TagMaker(unsigned seed) : random_(seed) {}

  Tag make() {
    Tag tag;
    tag.authorship = static_cast<Authorship>(random_() % 4);
    if (random_() % 2)
      tag.model = random_() % 2 ? text()
                                : oneOf({"GPT-4", "Claude Opus 4", "o3", "InternalCoder", "no", "yes",
                                         "Cursor", "a 2024-01-15", "GPT-4 (x)", "x - y", "0%"});
    tag.normalizedModel = normalizeModel(tag.model);
    if (random_() % 3 == 0)
      tag.tool = random_() % 2 ? text() : oneOf({"Cursor", "GitHub Copilot", "Codex (x)", "GPT-4"});
    if (random_() % 2)
      tag.date = oneOf({"2024-01-15", "2024-02-29", "2026-07-08T14:32:00Z", "2026-07-08 14:32"});
    if (random_() % 2) tag.prompt = text();
    if (random_() % 3 == 0) tag.note = text();
    for (auto i = random_() % 4; i > 0; --i)
      tag.extra.emplace_back(
          oneOf({"reviewed-by", "monitor", "sample", "ticket", "x_y", "a-b", "complexity", "zeta9"}), text());
    return tag;
  }

 private:
  std::string oneOf(std::vector<std::string> words) { return words[random_() % words.size()]; }

  std::string text() {
    static const std::vector<std::string> kPieces = {"a",
                                                     "word",
                                                     " ",
                                                     "  ",
                                                     "\n",
                                                     "\"",
                                                     "'",
                                                     "\\",
                                                     "*/",
                                                     "/*",
                                                     "//",
                                                     "\\n",
                                                     "\\x41",
                                                     "é",
                                                     "中",
                                                     "🤖",
                                                     "“",
                                                     "”",
                                                     "«",
                                                     "»",
                                                     ",",
                                                     "|",
                                                     ";",
                                                     " - ",
                                                     "—",
                                                     ":",
                                                     "(",
                                                     ")",
                                                     "[",
                                                     "]",
                                                     "#",
                                                     "*",
                                                     "=",
                                                     "-",
                                                     "%",
                                                     "\t",
                                                     "\r",
                                                     "AI-generated: x",
                                                     "prompt: y",
                                                     "2024-01-15",
                                                     "assay:ignore",
                                                     "assay-ignore-start",
                                                     "```",
                                                     "@code",
                                                     "?\?/",
                                                     "\x01",
                                                     "\x7F",
                                                     "\xFF",
                                                     "`",
                                                     "END AI-GENERATED",
                                                     "GPT-4",
                                                     "no",
                                                     "."};
    std::string made;
    for (auto i = 1 + random_() % 7; i > 0; --i) made += kPieces[random_() % kPieces.size()];
    if (random_() % 50 == 0) made += std::string(1, '\0') + "z";
    return made;
  }

  std::mt19937 random_;
};

TEST(Print, APrintedTagReadsBackAsTheSameTag) {
  for (unsigned seed : {1u, 2u, 3u}) {
    TagMaker maker(seed);
    for (int i = 0; i < 4000; ++i) {
      const Tag tag = maker.make();
      const std::string printed = printTag(tag);
      ASSERT_EQ(printed.find('\n'), std::string::npos);
      const Reading made = reading("int a;\n" + printed + "\nint f();\n");
      ASSERT_EQ(made.count(), 1u) << printed;
      ASSERT_EQ(printTag(made.tag()), printed);
      ASSERT_TRUE(made.tag() == tag) << printed;
      ASSERT_TRUE(made.diagnostics.all().empty()) << printed << "\n"
                                                  << render(made.diagnostics.all()[0], false);
      ASSERT_EQ(made.result.tags[0].history.size(), 0u);
    }
  }
}

TEST(Print, APrintedTagReadsBackFromABlockCommentToo) {
  TagMaker maker(9);
  for (int i = 0; i < 2000; ++i) {
    const Tag tag = maker.make();
    const Reading made = reading("int a;\n/* " + printTag(tag).substr(3) + " */\nint f();\n");
    ASSERT_EQ(made.count(), 1u) << printTag(tag);
    ASSERT_TRUE(made.tag() == tag) << printTag(tag);
  }
}

}  // namespace
}  // namespace assay::tag
