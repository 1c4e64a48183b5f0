// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/prometheus_text.h"

#include <gtest/gtest.h>

namespace assay::exporting {
namespace {

MetricFamily counter(Labels labels, std::uint64_t value) {
  return {"x_calls_total", "Calls.", MetricType::Counter, "", {{std::move(labels), value}}};
}

std::string textOf(const MetricFamily& family, TextFormat format = TextFormat::Prometheus) {
  return metricsText({&family, 1}, format);
}

TEST(PrometheusText, OfACounter) {
  const MetricFamily family = counter({{"f", "a"}}, 18446744073709551615u);
  EXPECT_EQ(textOf(family),
            "# HELP x_calls_total Calls.\n# TYPE x_calls_total counter\nx_calls_total{f=\"a\"} "
            "18446744073709551615\n");
  EXPECT_EQ(
      textOf(family, TextFormat::OpenMetrics),
      "# HELP x_calls Calls.\n# TYPE x_calls counter\nx_calls_total{f=\"a\"} 18446744073709551615\n# EOF\n");
}

TEST(PrometheusText, OfFacts) {
  const MetricFamily family{"x_info", "Facts.", MetricType::Info, "", {{{{"a", "b"}}, 1}}};
  EXPECT_EQ(textOf(family), "# HELP x_info Facts.\n# TYPE x_info gauge\nx_info{a=\"b\"} 1\n");
  EXPECT_EQ(textOf(family, TextFormat::OpenMetrics),
            "# HELP x Facts.\n# TYPE x info\nx_info{a=\"b\"} 1\n# EOF\n");
}

TEST(PrometheusText, OfAHistogram) {
  MetricFamily family{"x_seconds", "Times.", MetricType::Histogram, "seconds", {}};
  family.samples.push_back({{{"f", "a"}}, 0, {{{1e-7, 1}, {0.5, 2}, {1, 2}}, 3, 12.25}});
  EXPECT_EQ(textOf(family),
            "# HELP x_seconds Times.\n# TYPE x_seconds histogram\n"
            "x_seconds_bucket{f=\"a\",le=\"1e-07\"} 1\nx_seconds_bucket{f=\"a\",le=\"0.5\"} 2\n"
            "x_seconds_bucket{f=\"a\",le=\"1\"} 2\nx_seconds_bucket{f=\"a\",le=\"+Inf\"} 3\n"
            "x_seconds_sum{f=\"a\"} 12.25\nx_seconds_count{f=\"a\"} 3\n");
  const std::string open = textOf(family, TextFormat::OpenMetrics);
  EXPECT_NE(open.find("# UNIT x_seconds seconds\n"), std::string::npos) << open;
  EXPECT_NE(open.find("le=\"1.0\"} 2\n"), std::string::npos) << open;
}

TEST(PrometheusText, WithoutLabelsThereAreNoBraces) {
  EXPECT_TRUE(textOf(counter({}, 1)).ends_with("\nx_calls_total 1\n"));
}

TEST(PrometheusText, AFamilyWithoutSamplesIsLeftOut) {
  const MetricFamily family{"x", "X.", MetricType::Gauge, "", {}};
  EXPECT_EQ(textOf(family), "");
  EXPECT_EQ(textOf(family, TextFormat::OpenMetrics), "# EOF\n");
}

TEST(PrometheusText, ForeignTextCannotBreakOut) {
  const std::string text = textOf(counter({{"f", "a\"} 1\nb{c=\"\\"}}, 7));
  EXPECT_TRUE(text.ends_with("x_calls_total{f=\"a\\\"} 1\\nb{c=\\\"\\\\\"} 7\n")) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3);
}

TEST(PrometheusText, HelpIsEscapedAsEachFormatSays) {
  MetricFamily family = counter({}, 1);
  family.help = "a\\b\n\"c\"";
  EXPECT_TRUE(textOf(family).starts_with("# HELP x_calls_total a\\\\b\\n\"c\"\n"));
  EXPECT_TRUE(textOf(family, TextFormat::OpenMetrics).starts_with("# HELP x_calls a\\\\b\\n\\\"c\\\"\n"));
}

TEST(PrometheusText, WhatIsNoUtf8IsReplaced) {
  EXPECT_EQ(validUtf8("plain é"), "plain é");
  EXPECT_EQ(validUtf8("two\nlines"), "two\nlines");
  EXPECT_EQ(validUtf8("\x1b[31mred\x7f\u009b\u202e"),
            "\xEF\xBF\xBD[31mred\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(validUtf8("a\xff\xc0\x80z"), "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST(PrometheusText, HasItsContentType) {
  EXPECT_EQ(contentType(TextFormat::Prometheus), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_TRUE(
      contentType(TextFormat::OpenMetrics).starts_with("application/openmetrics-text; version=1.0.0"));
}

}  // namespace
}  // namespace assay::exporting
