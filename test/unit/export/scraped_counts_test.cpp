// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/scraped_counts.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "export/function_metrics.h"
#include "telemetry/quantile.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::exporting {
namespace {

using telemetry::SiteCounts;

const ScrapedFamily& familyOf(Scraped what) {
  for (const ScrapedFamily& family : scrapedFamilies())
    if (family.what == what) return family;
  throw what;
}

std::string valueOfLabel(const Labels& labels, std::string_view name) {
  for (const auto& [key, value] : labels)
    if (key == name) return value;
  return {};
}

void addHistogramOf(ScrapedCounts& to, const ScrapedFamily& family, const HistogramValue& value) {
  if (family.suffix == std::string("_sum")) return to.add(family, "", value.sum);
  for (const auto& [bound, calls] : value.buckets)
    to.add(family, fmt::format("{}", bound), static_cast<double>(calls));
  to.add(family, "+Inf", static_cast<double>(value.count));
}

void addSamplesOf(ScrapedCounts& to, const ScrapedFamily& family, const MetricFamily& metric) {
  for (const Sample& sample : metric.samples) {
    const double number = sample.seconds > 0 ? sample.seconds : static_cast<double>(sample.value);
    if (metric.type == MetricType::Histogram)
      addHistogramOf(to, family, sample.histogram);
    else
      to.add(family, valueOfLabel(sample.labels, family.label), number);
  }
}

// All that metrics say, as if a server had seen it come from nothing.
SiteCounts scrapedFrom(const SiteCounts& site) {
  telemetry::ProcessSnapshot process;
  process.secondsPerTick = 1e-9;
  process.sites = {site};
  const auto families = functionMetrics(std::vector{process}, {}, 0);
  ScrapedCounts counts;
  for (const ScrapedFamily& family : scrapedFamilies())
    for (const MetricFamily& metric : families)
      if (metric.name == family.metric) addSamplesOf(counts, family, metric);
  return counts.counts();
}

SiteCounts busySite() {
  SiteCounts site;
  site.id = 7;
  site.name = "f";
  site.calls = 1000;
  site.timed = 900;
  site.estimated = 100;
  site.errors = 30;
  site.histogram.resize(vocabulary::kBucketCount);
  site.histogram[vocabulary::bucketOf(2'000'000)] = 880;
  site.histogram[vocabulary::bucketOf(40'000'000)] = 20;
  site.sumTicks = 2'560'000'000;
  site.maxTicks = 41'000'000;
  site.sizes.resize(vocabulary::kSizeBucketCount);
  site.sizes[0] = {10, 0, 1000};
  site.sizes[9] = {500, 20, 5000};
  site.sizes[10] = {390, 5, 6000};
  site.types = {{"Circle", {400, 0, 1'000'000'000}}, {"Polygon", {500, 25, 1'500'000'000}}};
  site.errorKinds = {{"std::bad_alloc", 28}, {"(returned)", 2}};
  site.memory = {900, 90'000, 45'000};
  return site;
}

TEST(ScrapedCounts, AreWhatWasExported) {
  const SiteCounts site = busySite(), back = scrapedFrom(site);
  EXPECT_EQ(std::tie(back.calls, back.timed, back.estimated, back.errors, back.sumTicks),
            std::tie(site.calls, site.timed, site.estimated, site.errors, site.sumTicks));
  EXPECT_FALSE(back.entryOnly);
  EXPECT_EQ(back.errorKinds, site.errorKinds);
  EXPECT_EQ(back.types.at("Polygon").errors, 25u);
  EXPECT_EQ(back.types.at("Polygon").sumTicks, 1'500'000'000u);
  EXPECT_EQ(back.memory.allocated, 90'000u);
  EXPECT_EQ(back.memory.freed, 45'000u);
  EXPECT_TRUE(back.coarseSizes);
  EXPECT_EQ(back.sizes[0].calls, 10u);
  EXPECT_EQ(back.sizes[9].calls, 0u) << "is in the one after";
  EXPECT_EQ(back.sizes[10].calls, 890u);
  EXPECT_EQ(back.sizes[10].errors, 25u);
}

// 2 ms is in (1 ms, 2.5 ms], 40 ms in (25 ms, 50 ms].
TEST(ScrapedCounts, HaveQuantilesWithinTheirBuckets) {
  const SiteCounts back = scrapedFrom(busySite());
  const double median = telemetry::quantile(back.histogram, 0.5, static_cast<double>(back.maxTicks));
  const double tail = telemetry::quantile(back.histogram, 0.99, static_cast<double>(back.maxTicks));
  EXPECT_GE(median, 0.95e6);
  EXPECT_LE(median, 2.6e6);
  EXPECT_GE(tail, 24e6);
  EXPECT_LE(tail, 51e6);
  std::uint64_t calls = 0;
  for (const std::uint64_t cell : back.histogram) calls += cell;
  EXPECT_EQ(calls, back.timed);
}

TEST(ScrapedCounts, OfEntriesHaveNoEnds) {
  ScrapedCounts counts;
  counts.add(familyOf(Scraped::Calls), "", 5);
  EXPECT_TRUE(counts.counts().entryOnly);
  counts.add(familyOf(Scraped::Success), "", 5);
  EXPECT_FALSE(counts.counts().entryOnly);
}

// A server extrapolates each bucket alone.
TEST(ScrapedCounts, OfBucketsThatFallAreNotBelowNothing) {
  ScrapedCounts counts;
  counts.add(familyOf(Scraped::Calls), "", 10.2);
  counts.add(familyOf(Scraped::Times), "0.001", 10.4);
  counts.add(familyOf(Scraped::Times), "0.0025", 9.6);
  counts.add(familyOf(Scraped::Times), "+Inf", 10.2);
  const SiteCounts back = counts.counts();
  EXPECT_EQ(back.calls, 10u);
  EXPECT_EQ(back.timed, 10u);
}

TEST(ScrapedCounts, HaveCallsOfAnyLength) {
  ScrapedCounts counts;
  counts.add(familyOf(Scraped::Times), "1e-07", 3);
  counts.add(familyOf(Scraped::Times), "+Inf", 1e6);
  const SiteCounts back = counts.counts();
  EXPECT_EQ(back.timed, 1'000'000u);
  EXPECT_EQ(back.maxTicks, 25'000'000'000u);
}

TEST(ScrapedCounts, LeaveOutWhatIsNone) {
  ScrapedCounts counts;
  for (const char* bound : {"", "x", "0.0015", "-1", "nan", "0.001x"})
    counts.add(familyOf(Scraped::Times), bound, 5);
  counts.add(familyOf(Scraped::Calls), "", -3);
  counts.add(familyOf(Scraped::Errors), "", 3);
  EXPECT_EQ(counts.counts().timed, 0u);
  EXPECT_EQ(counts.counts().errors, 0u) << "not more than calls";
}

}  // namespace
}  // namespace assay::exporting
