// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/assembler_label.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

TEST(AssemblerLabel, IsANameWithAColonAtTheBeginningOfAStatement) {
  for (const char* text : {"here:", "\t.globl here\nhere:\n", "nop; here : nop", ".Lhere:", "1: here: nop",
                           "/* stop */ here: nop", "here_${0:c}: nop", "# a comment; of one line\nhere:"})
    EXPECT_TRUE(definesLabel(text)) << text;
}

TEST(AssemblerLabel, IsNoNumberAndNothingThatIsUnique) {
  for (const char* text : {"", "nop", "1: jmp 1b", ".Lhere${:uid}: nop", "mov %fs:0, %rax", "# note: none",
                           ";;\n", "movl $0, %gs:here", "jmp here"})
    EXPECT_FALSE(definesLabel(text)) << text;
}

TEST(AssemblerLabel, AMacroMayNotBeThereTwiceEither) {
  EXPECT_TRUE(definesLabel(".macro once\nnop\n.endm"));
  EXPECT_TRUE(definesLabel(".equiv one, 1"));
  EXPECT_FALSE(definesLabel(".set one, 1"));
}

}  // namespace
}  // namespace assay::scan
