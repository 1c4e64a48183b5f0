// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/first_error.h"

#include <gtest/gtest.h>

namespace assay::launch {
namespace {

std::string firstOf(std::string_view printed) {
  const auto error = firstError(printed);
  if (!error) return "none";
  return error->where.file + "|" + std::to_string(error->where.line) + "|" +
         std::to_string(error->where.column) + "|" + error->text;
}

TEST(FirstError, OfGccAndClang) {
  EXPECT_EQ(
      firstOf("a.c: In function 'f':\na.c:3:7: warning: w\na.c:4:1: error: too large [-Werror=x]\n  4 | x\n"),
      "a.c|4|1|error: too large [-Werror=x]");
  EXPECT_EQ(firstOf("/a b/c:d.cpp:12:3: fatal error: no\r\n"), "/a b/c:d.cpp|12|3|fatal error: no");
  EXPECT_EQ(firstOf("a.c:4: error: without a column\n"), "a.c|4|0|error: without a column");
}

TEST(FirstError, InColoursAndInOtherLanguages) {
  EXPECT_EQ(
      firstOf(
          "\x1b[01m\x1b[Ka.c:4:1:\x1b[m\x1b[K \x1b[01;31m\x1b[Kerror: \x1b[m\x1b[Kno [\x1b]8;;https://x\x1b"
          "\\-Werror\x1b]8;;\x1b\\]\n"),
      "a.c|4|1|error: no [-Werror]");
  EXPECT_EQ(firstOf("a.c:4:1: Fehler: nein\n"), "a.c|4|1|Fehler: nein");
}

TEST(FirstError, IsNoneWithoutAPlace) {
  EXPECT_EQ(firstOf(""), "none");
  EXPECT_EQ(firstOf("a.c:3:5: warning: unused\na.c:3:5: note: here\nld: undefined reference\n"), "none");
  EXPECT_EQ(firstOf("cc1: all warnings being treated as errors\n12:30:01 something: else\nx:y:z\n:4:1: x"),
            "none");
}

TEST(GuardedFunctionAt, IsThatOfTheGuardBefore) {
  const std::string text =
      "int f() { ASSAY_INSERTED_GUARD(0x1, \"n::f\"); ASSAY_INSERTED_SIZE(0x1, a.size());\nreturn 1; }\n\n"
      "int g()\n{ ASSAY_INSERTED_COUNT(0x2, \"g\"); }";
  EXPECT_EQ(guardedFunctionAt(text, 1), "n::f");
  EXPECT_EQ(guardedFunctionAt(text, 4), "n::f");
  EXPECT_EQ(guardedFunctionAt(text, 5), "g");
  EXPECT_EQ(guardedFunctionAt(text, 50), "g");
  EXPECT_EQ(guardedFunctionAt("int f();\n", 1), "");
  EXPECT_EQ(guardedFunctionAt("", 1), "");
}

}  // namespace
}  // namespace assay::launch
