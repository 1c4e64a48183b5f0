// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/cli/roff.h"

#include <gtest/gtest.h>

namespace assay::emit::cli {
namespace {

TEST(Roff, TextIsShownAsItIs) {
  EXPECT_EQ(roffText("plain words"), "plain words");
  EXPECT_EQ(roffText("a-b \\ `c` it's ~ ^"), "a\\-b \\e \\(gac\\(ga it\\(aqs \\(ti \\(ha");
}

TEST(Roff, NoLineIsARequest) {
  EXPECT_EQ(roffText(".assay.yaml\n.so /etc/passwd\n'x"), "\\&.assay.yaml\n\\&.so /etc/passwd\n\\&\\(aqx");
  EXPECT_EQ(roffText("a.b"), "a.b");
}

TEST(Roff, CharactersBeyondAsciiHaveNumbers) {
  EXPECT_EQ(roffText("a\u2026b\u00e9"), "a\\[u2026]b\\[u00E9]");
  EXPECT_EQ(roffText("\U0001F600"), "\\[u1F600]");
  EXPECT_EQ(roffText("\xff\xe2\x80"), "\\[uFFFD]\\[uFFFD]\\[uFFFD]");
}

TEST(Roff, FontsEndWhereTheTextEnds) {
  EXPECT_EQ(roffBold("-p"), "\\fB\\-p\\fR");
  EXPECT_EQ(roffItalic("DIR"), "\\fIDIR\\fR");
}

}  // namespace
}  // namespace assay::emit::cli
