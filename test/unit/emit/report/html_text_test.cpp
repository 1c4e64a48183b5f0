// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/html_text.h"

#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

TEST(HtmlText, IsNoMarkup) {
  EXPECT_EQ(htmlText("<a href=\"x\" title='y'>&amp;</a>"),
            "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  EXPECT_EQ(htmlText(test::kHostile).find('<'), std::string::npos);
  EXPECT_EQ(htmlText("naïve 中"), "naïve 中");
}

TEST(HtmlText, LineBreaksStayAndControlsAreSeen) {
  EXPECT_EQ(htmlText("\none\r\ntwo\n"), "\none\ntwo\n");
  EXPECT_EQ(htmlText(std::string("\0\033\xFF", 3)), "\\x00\\x1B\\xFF");
}

}  // namespace
}  // namespace assay::emit::report
