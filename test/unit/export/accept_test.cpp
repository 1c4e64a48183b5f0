// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/accept.h"

#include <gtest/gtest.h>

namespace assay::exporting {
namespace {

TEST(Accept, PlainTextUnlessOpenMetricsIsNamed) {
  for (const char* accept :
       {"", "*/*", "text/plain", "text/html, */*;q=0.8", "nonsense", ";;;q=,,,", "application/*"})
    EXPECT_EQ(formatFor(accept), TextFormat::Prometheus) << accept;
}

TEST(Accept, WhatPrometheusSends) {
  EXPECT_EQ(
      formatFor(
          "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
          "text/plain;version=0.0.4;q=0.5,*/*;q=0.1"),
      TextFormat::OpenMetrics);
  EXPECT_EQ(
      formatFor(
          "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6,"
          "text/plain;version=0.0.4;q=0.5,*/*;q=0.1"),
      TextFormat::Prometheus);
}

TEST(Accept, QualityDecides) {
  EXPECT_EQ(formatFor("application/openmetrics-text; q=0.4, text/plain; q=0.5"), TextFormat::Prometheus);
  EXPECT_EQ(formatFor("Application/OpenMetrics-Text ; Version=1.0.0 ; Q=0.5, text/plain;q=0.5"),
            TextFormat::OpenMetrics);
  EXPECT_EQ(formatFor("application/openmetrics-text;q=0"), TextFormat::Prometheus) << "not acceptable";
  for (const char* quality : {"2", "-1", "0.12345", "x", "0.x", ""})
    EXPECT_EQ(formatFor(std::string("application/openmetrics-text;q=") + quality), TextFormat::Prometheus)
        << quality;
}

TEST(Accept, AnotherVersionIsAnotherFormat) {
  EXPECT_EQ(formatFor("application/openmetrics-text;version=2.0.0"), TextFormat::Prometheus);
  EXPECT_EQ(formatFor("application/openmetrics-text;version=0.0.1"), TextFormat::Prometheus);
}

}  // namespace
}  // namespace assay::exporting
