// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/html_text.h"

#include <gtest/gtest.h>

namespace assay::emit::review {
namespace {

TEST(HtmlText, LeavesNoMarkup) {
  EXPECT_EQ(htmlText("a<b> & \"c\" 'd'"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
  EXPECT_EQ(htmlText("\x1b[1m"), "\\x1B[1m");
  EXPECT_EQ(htmlText("\xff"), "\\xFF");
  EXPECT_EQ(htmlText("größer"), "größer");
}

}  // namespace
}  // namespace assay::emit::review
