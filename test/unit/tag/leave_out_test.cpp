// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/leave_out.h"

#include <gmock/gmock.h>

namespace assay::tag {
namespace {

constexpr std::string_view kGone[] = {"replaces", "rollout", "side-effects"};

std::string leftOf(std::string_view code, unsigned line = 1) {
  const auto text = withoutFields(source::SourceText("a.cpp", std::string(code)), line, kGone, {});
  return text ? *text : "error: " + text.error().message;
}

TEST(LeaveOut, TakesTheSeparatorsAlong) {
  EXPECT_EQ(
      leftOf("// AI-generated: GPT-5, 2026-03-02, prompt: \"a, b\", replaces: old, rollout: 10%\nint f();\n"),
      "// AI-generated: GPT-5, 2026-03-02, prompt: \"a, b\"\nint f();\n");
  EXPECT_EQ(leftOf("// AI-generated: GPT-5, replaces: old, 2026-03-02, rollout: 10%, note: x\n"),
            "// AI-generated: GPT-5, 2026-03-02, note: x\n");
  EXPECT_EQ(leftOf("// AI-generated: replaces: old, rollout: 10%, model: GPT-5\n"),
            "// AI-generated: model: GPT-5\n");
  EXPECT_EQ(leftOf("/* AI-generated: GPT-5; replaces=old; side_effects: none */ int f();\n"),
            "/* AI-generated: GPT-5 */ int f();\n");
}

TEST(LeaveOut, TakesWholeLinesThatHeldNothingElse) {
  EXPECT_EQ(leftOf("// AI-generated: GPT-5, 2026-03-02,\n//   replaces: old,\n//   rollout: 10%\nint f();\n"),
            "// AI-generated: GPT-5, 2026-03-02\nint f();\n");
  EXPECT_EQ(leftOf("/*\n * AI-generated: GPT-5\n * replaces: old\n * prompt: \"p\"\n */\nint f();\n", 2),
            "/*\n * AI-generated: GPT-5\n * prompt: \"p\"\n */\nint f();\n");
}

TEST(LeaveOut, OtherTagsStay) {
  const std::string two =
      "// AI-generated: GPT-5, replaces: old\nint f();\n// AI-generated: GPT-5, replaces: old\nint g();\n";
  EXPECT_EQ(leftOf(two, 3),
            "// AI-generated: GPT-5, replaces: old\nint f();\n// AI-generated: GPT-5\nint g();\n");
}

TEST(LeaveOut, WhereNothingIsToBeTakenThatIsSaid) {
  EXPECT_EQ(leftOf("// AI-generated: GPT-5\nint f();\n"), "error: no tag that says this begins here");
  EXPECT_EQ(leftOf("int x;\n// AI-generated: GPT-5, replaces: old\nint f();\n", 1),
            "error: no tag that says this begins here");
}

// Without its fields the second line would go on with the sentence before it.
TEST(LeaveOut, ATagThatWouldNoMoreBeOneIsLeftAlone) {
  EXPECT_EQ(leftOf("// It is, as they say,\n// AI-generated: replaces: old\nint f();\n", 2),
            "error: the rest of this tag would be read as something else");
}

}  // namespace
}  // namespace assay::tag
