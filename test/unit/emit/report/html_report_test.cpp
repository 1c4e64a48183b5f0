// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/report/writers.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlReport, HasFiguresChartsAndRows) {
  const std::string html = writeHtmlReport(test::sampleManifest(), {});
  EXPECT_THAT(html,
              HasSubstr("<tr><th>tagged</th><td class=\"number\">3</td><td class=\"number\">35</td></tr>"));
  EXPECT_THAT(html, HasSubstr("<p>1 declared as human work, not counted.</p>"));
  for (const char* title : {"By model", "By month", "By directory"})
    EXPECT_THAT(html, HasSubstr("<figcaption>" + std::string(title) + "</figcaption>"));
  EXPECT_THAT(html,
              HasSubstr("<td class=\"code\">kv::Store::put</td><td "
                        "class=\"code\">db/store.cc:10</td><td class=\"number\">10</td>"
                        "<td>generated</td><td>openai/gpt-4</td><td></td><td>2024-01-15</td><td></td><td "
                        "class=\"prompt\">make it fast</td><td>full</td>"));
  EXPECT_THAT(html, HasSubstr("<summary>tags that belong to no function: 1</summary>"));
  EXPECT_THAT(html, HasSubstr("<small>as GPT-4, gpt 4</small>"));
}

TEST(HtmlReport, OfNothingThereIsNoTable) {
  const std::string html = writeHtmlReport({}, {});
  EXPECT_THAT(html, HasSubstr("Nothing needs attention."));
  EXPECT_THAT(html, Not(HasSubstr("id=\"functions\"")));
  EXPECT_THAT(html, Not(HasSubstr("<figure>")));
}

TEST(HtmlReport, WhatTagsSayIsNoMarkup) {
  model::Manifest manifest;
  manifest.functions = {test::tagged(test::kHostile, test::kHostile, 2, 3)};
  model::AnnotatedFunction& function = manifest.functions[0];
  function.signature = function.tag.model = function.tag.tool = function.tag.date = function.tag.prompt =
      test::kHostile;
  function.tag.normalizedModel = "";
  function.outcome = model::Outcome{model::Coverage::Skipped, test::kHostile, test::kHostile};
  const std::string html = writeHtmlReport(manifest, {});
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("\033")));
}

}  // namespace
}  // namespace assay::emit::report
