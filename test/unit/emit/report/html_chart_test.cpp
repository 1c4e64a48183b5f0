// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/html_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlChart, BarsAreAsLongAsTheLinesAreMany) {
  const std::string html =
      htmlChart({"by-model", "By model", {{"a", 3, 1000, {}}, {"b", 1, 1, {}}, {"c", 2, 0, {}}}});
  EXPECT_THAT(html, HasSubstr("<figcaption>By model</figcaption>"));
  EXPECT_THAT(
      html,
      HasSubstr("width=\"250\" height=\"14\" rx=\"2\"/><text x=\"476\" y=\"16\">3 functions, 1,000 lines<"));
  EXPECT_THAT(html,
              HasSubstr("width=\"1\" height=\"14\" rx=\"2\"/><text x=\"227\" y=\"40\">1 function, 1 line<"));
  EXPECT_THAT(html, HasSubstr("width=\"0\" height=\"14\""));
  EXPECT_THAT(html, HasSubstr("viewBox=\"0 0 640 72\""));
}

TEST(HtmlChart, NamesAreCutAndAreNoMarkup) {
  const std::string html = htmlChart(
      {"by-model", "By model", {{std::string(50, 'x') + "<end>", 1, 1, {}}, {test::kHostile, 1, 1, {}}}});
  EXPECT_THAT(html, HasSubstr("<title>" + std::string(50, 'x') + "&lt;end&gt;</title>"));
  EXPECT_THAT(html, HasSubstr(">…" + std::string(24, 'x') + "&lt;end&gt;</text>"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
}

TEST(HtmlChart, OfMonthsTheLatestAreDrawn) {
  Breakdown breakdown{"by-month", "By month", {}};
  for (int year = 2000; year < 2025; ++year)
    breakdown.groups.push_back({std::to_string(year) + "-01", 1, 1, {}});
  EXPECT_THAT(htmlChart(breakdown),
              testing::AllOf(HasSubstr("2024-01"), HasSubstr("and 5 more"), Not(HasSubstr("2004-01"))));
  breakdown.code = "by-directory";
  EXPECT_THAT(htmlChart(breakdown),
              testing::AllOf(HasSubstr("2000-01"), HasSubstr("and 5 more"), Not(HasSubstr("2020-01"))));
}

}  // namespace
}  // namespace assay::emit::report
