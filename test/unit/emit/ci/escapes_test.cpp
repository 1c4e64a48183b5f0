// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/ci/escapes.h"

#include <gtest/gtest.h>

namespace assay::emit::ci {
namespace {

TEST(CiEscapes, APathIsAUri) {
  EXPECT_EQ(uriOf("src/a-b_c.d~/e.cpp"), "src/a-b_c.d~/e.cpp");
  EXPECT_EQ(uriOf("a b:c%d#e?\xC3\xA4\xFF.c"), "a%20b%3Ac%25d%23e%3F%C3%A4%FF.c");
  EXPECT_EQ(uriOf("/usr/include/x.h"), "file:///usr/include/x.h");
  EXPECT_EQ(uriOf("../x.h"), "../x.h");
}

TEST(CiEscapes, TextOfXml) {
  EXPECT_EQ(xmlText("a<b> & \"c\"\td"), "a&lt;b&gt; &amp; &quot;c&quot;&#9;d");
  EXPECT_EQ(xmlText(std::string_view("\x01\0\x1B", 3)), "\\x01\\x00\\x1B");
  EXPECT_EQ(xmlText("\xFF\xEF\xBF\xBE\xEF\xBF\xBF"), "\\xFF\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace
}  // namespace assay::emit::ci
