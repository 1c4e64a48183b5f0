// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_input.h"

#include <gtest/gtest.h>

#include <optional>

#include "history/recorder.h"
#include "support/simulated_production.h"
#include "support/temporary_folder.h"
#include "telemetry/site_totals.h"

namespace assay::tool {
namespace {

using history::Seconds;

constexpr Seconds kOneDay = 86400;
constexpr Seconds kStart = 20'000 * kOneDay;
constexpr ReviewQuestion kQuestion = {
    {kStart, kStart + 7 * kOneDay}, {kStart + 7 * kOneDay, kStart + 14 * kOneDay}, 43200};

// What a server records of one process that goes on and on, twice a day for two weeks.
class ReviewOfAHistory : public ::testing::Test {
 protected:
  ReviewOfAHistory() {
    Diagnostics said;
    recorder_.emplace(*history::Recorder::open({file_, "here", *history::retentionOf("")}, said));
    process_.files = {{"/segments/1", 1, 1}};
    process_.pid = 1;
    process_.secondsPerTick = 1e-9;
  }

  void record(Seconds time, std::uint64_t body) {
    Diagnostics said;
    process_.sites.assign(1, total_);
    processes_.assign(1, process_);
    EXPECT_TRUE(recorder_->record(
        time, {processes_, {}},
        [&](std::uint64_t id) {
          return history::FunctionVersion{{id, body}, "f", "GPT-4", "openai", "", "a prompt", "a.cc", 3};
        },
        said));
  }

  void live() {
    test::Simulation simulation(1);
    total_.id = 7;
    total_.name = "f";
    for (int half = 0; half < 28; ++half) {
      telemetry::addCounts(total_, simulation.window({.calls = 100}));
      record(kStart + half * 43200 + 60, 1);
    }
  }

  emit::review::Document read(const model::Manifest* manifest = nullptr) {
    HistorySource source(*history::Reader::open(file_));
    return *readReview(source, kQuestion, manifest);
  }

  test::TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "history.db";
  std::optional<history::Recorder> recorder_;
  telemetry::ProcessSnapshot process_;
  std::vector<telemetry::ProcessSnapshot> processes_;
  telemetry::SiteCounts total_;
};

TEST_F(ReviewOfAHistory, HasEachCallOnce) {
  live();
  const auto document = read();
  ASSERT_EQ(document.functions.size(), 1u);
  const insight::FunctionReview& review = document.functions[0];
  EXPECT_EQ(review.callsBefore + review.callsAfter, static_cast<double>(total_.calls));
  EXPECT_TRUE(review.comparable);
  EXPECT_EQ(review.subject.name, "f");
  EXPECT_EQ(review.subject.model, "GPT-4");
  EXPECT_EQ(review.subject.promptHash.size(), 16u);
  ASSERT_EQ(review.bodies.size(), 1u);
  EXPECT_EQ(review.bodies[0].calls, static_cast<double>(total_.calls));
  EXPECT_FALSE(document.coverage.hasManifest);
}

model::AnnotatedFunction entryOf(std::uint64_t id, std::string name) {
  model::AnnotatedFunction entry;
  entry.id = id;
  entry.name = std::move(name);
  return entry;
}

TEST_F(ReviewOfAHistory, SaysWhatTheManifestHasBesides) {
  live();
  model::Manifest manifest;
  manifest.functions = {entryOf(7, "f"), entryOf(8, "never"), entryOf(9, "left"), entryOf(10, "byHand"),
                        entryOf(11, "")};
  manifest.functions[2].outcome = model::Outcome{model::Coverage::Skipped, "constexpr", "it is constexpr"};
  manifest.functions[3].tag.authorship = model::Authorship::Human;
  const auto coverage = read(&manifest).coverage;
  EXPECT_TRUE(coverage.hasManifest);
  ASSERT_EQ(coverage.neverCalled.size(), 1u);
  EXPECT_EQ(coverage.neverCalled[0].name, "never");
  ASSERT_EQ(coverage.partly.size(), 1u);
  EXPECT_EQ(coverage.partly[0].what, "it is constexpr");
}

TEST_F(ReviewOfAHistory, OfNothingIsEmpty) {
  EXPECT_TRUE(read().functions.empty());
}

}  // namespace
}  // namespace assay::tool
