// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/fingerprint.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

TEST(Fingerprint, LayoutAndCommentsDoNotCount) {
  EXPECT_EQ(fingerprint("{ return a+b; }"), fingerprint("{\n  // why\n  return a +\n b; /* so */\n}"));
  EXPECT_EQ(fingerprint("{\n#if A\nx();\n#endif\n}"), fingerprint("{\n#  if   A // B\nx();\n#endif\n}"));
}

TEST(Fingerprint, CodeCounts) {
  EXPECT_NE(fingerprint("{ return a+b; }"), fingerprint("{ return a-b; }"));
  EXPECT_NE(fingerprint("{ a + ++b; }"), fingerprint("{ a++ + b; }"));
  EXPECT_NE(fingerprint("{ int ab; }"), fingerprint("{ int a b; }"));
  EXPECT_NE(fingerprint("{\n#if A\n}"), fingerprint("{\n#if B\n}"));
}

TEST(Fingerprint, EveryByteOfAStringCounts) {
  EXPECT_NE(fingerprint("{ s = \"a b\"; }"), fingerprint("{ s = \"a  b\"; }"));
  EXPECT_NE(fingerprint("{ s = \"// a\"; }"), fingerprint("{ s = \"// b\"; }"));
}

TEST(Fingerprint, NoBodyIsZero) {
  EXPECT_EQ(fingerprint(""), 0U);
  EXPECT_NE(fingerprint("{}"), 0U);
}

}  // namespace
}  // namespace assay::scan
