// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_segments.h"

#include <gtest/gtest.h>

#include "assay/review_input.h"
#include "steady_calls.h"
#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

using history::Seconds;
using telemetry::ProcessSnapshot;

constexpr Seconds kRunDay = 86400;
constexpr Seconds kRunsBegin = 20'000 * kRunDay;
constexpr ReviewQuestion kTwoWeeks = {
    {kRunsBegin, kRunsBegin + 7 * kRunDay}, {kRunsBegin + 7 * kRunDay, kRunsBegin + 14 * kRunDay}, 43200};

// A job of ten minutes.
ProcessSnapshot job(Seconds begin, std::uint64_t ticks) {
  ProcessSnapshot process;
  process.startRealtime = static_cast<std::uint64_t>(begin) * 1'000'000'000;
  process.observedSeconds = 600;
  process.secondsPerTick = 1e-8;
  telemetry::SiteCounts site;
  site.id = 7;
  site.name = "f";
  test::addSteadyCalls(site, 400, ticks);
  site.failures = {{true, process.startRealtime + 1, 0, 0, "", "E"}};
  process.sites = {site};
  return process;
}

std::vector<ProcessSnapshot> twoJobsADay(std::uint64_t later) {
  std::vector<ProcessSnapshot> jobs;
  for (Seconds half = 0; half < 28; ++half)
    jobs.push_back(job(kRunsBegin + half * 43200 + 60, half < 14 ? 1000 : later));
  return jobs;
}

TEST(ReviewOfSegments, ComparesTheProcessesOfTwoPeriods) {
  SegmentsSource source(twoJobsADay(2000), nullptr);
  const auto document = *readReview(source, kTwoWeeks, nullptr);
  ASSERT_EQ(document.functions.size(), 1u);
  const insight::FunctionReview& review = document.functions[0];
  EXPECT_EQ(review.subject.name, "f");
  EXPECT_EQ(review.callsBefore, 14 * 400);
  EXPECT_EQ(review.callsAfter, 14 * 400);
  EXPECT_TRUE(review.comparable);
  EXPECT_EQ(review.standing, insight::Standing::Worse);
  EXPECT_NEAR(review.times.meanAfter.value, 20'000, 1) << "nanoseconds, of ticks of ten";
  EXPECT_EQ(review.failures.size(), telemetry::kMostFailures);
  EXPECT_EQ(document.coverage.known.since, kRunsBegin + 60);
  EXPECT_EQ(document.coverage.known.until, kRunsBegin + 27 * 43200 + 60 + 600 + 1);
  EXPECT_EQ(document.coverage.limits.size(), 2u);
}

TEST(ReviewOfSegments, CountsAProcessWholeWhereItEnded) {
  std::vector<ProcessSnapshot> processes = {job(kRunsBegin + 7 * kRunDay - 300, 1000),
                                            job(kRunsBegin - 700, 1000)};
  SegmentsSource source(std::move(processes), nullptr);
  const auto document = *readReview(source, kTwoWeeks, nullptr);
  EXPECT_EQ(document.functions[0].callsBefore, 0);
  EXPECT_EQ(document.functions[0].callsAfter, 400);
  EXPECT_EQ(document.coverage.limits.back(), "processes that began before the period in which they count: 1");
}

TEST(ReviewOfSegments, KnowsFunctionsByTheManifest) {
  model::Manifest manifest;
  manifest.functions.resize(1);
  manifest.functions[0].id = 7;
  manifest.functions[0].name = "ns::f";
  manifest.functions[0].tag.model = "GPT-4";
  const SegmentsSource source(twoJobsADay(1000), &manifest);
  EXPECT_EQ(source.subject({7, 0}).name, "ns::f");
  EXPECT_EQ(source.subject({7, 0}).model, "GPT-4");
}

TEST(ReviewOfSegments, HasNoBodies) {
  SegmentsSource source(twoJobsADay(1000), nullptr);
  EXPECT_EQ(source.lives(kTwoWeeks.after).error().code, ErrorCode::Usage);
}

TEST(ReviewOfSegments, FailsWithoutOne) {
  test::TemporaryFolder folder;
  Diagnostics said;
  EXPECT_EQ(SegmentsSource::open(folder.path(), nullptr, said).error().code, ErrorCode::Input);
}

class ReviewSourceChoice : public ::testing::Test {
 protected:
  ErrorCode codeOf() { return reviewSourceOf(settings_, nullptr, said_).error().code; }
  void set(const char* key, const std::filesystem::path& value, config::Origin origin) {
    settings_.set(key, {value.string()}, origin);
  }

  test::TemporaryFolder folder_;
  config::Settings settings_;
  Diagnostics said_;
};

TEST_F(ReviewSourceChoice, IsOneOfThem) {
  set("segments", folder_.path(), config::Origin::CommandLine);
  set("history", folder_.path() / "none", config::Origin::TopLevel);
  EXPECT_EQ(codeOf(), ErrorCode::Input) << "the empty folder";
  set("history", folder_.path() / "none", config::Origin::CommandLine);
  EXPECT_EQ(codeOf(), ErrorCode::Usage);
}

// What the collectors of a project read does not make a review one of segments.
TEST_F(ReviewSourceChoice, IsNotWhatTheFileSaysForAllVerbs) {
  set("segments", folder_.path(), config::Origin::TopLevel);
  set("history", folder_.path() / "none", config::Origin::CommandLine);
  EXPECT_EQ(codeOf(), ErrorCode::Usage) << "no history is asked for";
  set("segments", folder_.path(), config::Origin::Section);
  EXPECT_EQ(codeOf(), ErrorCode::Usage) << "the command line wins";
}

}  // namespace
}  // namespace assay::tool
