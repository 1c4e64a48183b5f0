// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_versions.h"

#include <gtest/gtest.h>

#include <functional>

#include "history/recorder.h"
#include "support/file.h"
#include "support/simulated_production.h"
#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

using history::Seconds;
using Kind = BodyChoice::Kind;

constexpr Seconds kDayLong = 86400;
constexpr Seconds kBodiesBegin = 20'000 * kDayLong;
constexpr int kHalves = 56;

VersionsQuestion questionOf(BodyChoice before, BodyChoice after) {
  return {std::move(before), std::move(after), {{kBodiesBegin, kBodiesBegin + 28 * kDayLong}, 6 * 3600}};
}

BodyPair meant(BodyChoice before, BodyChoice after, std::vector<BodyLife> lives) {
  return bodiesMeant(questionOf(std::move(before), std::move(after)), 7, std::move(lives));
}

const std::vector<BodyLife> kLives = {
    {0xabcdef1111111111, 200, 300}, {0, 150, 400}, {1, 0, 100}, {2, 100, 200}};

TEST(BodiesMeant, AreTheLatestAndTheOneBefore) {
  const BodyPair pair = meant({Kind::Previous}, {Kind::Latest}, kLives);
  EXPECT_EQ(pair.after, 0xabcdef1111111111u);
  EXPECT_EQ(pair.before, 2u);
  EXPECT_EQ(meant({Kind::Previous}, {Kind::Latest}, {{1, 0, 100}}).before, 0u) << "there is no other";
  EXPECT_EQ(meant({Kind::Previous}, {Kind::Latest}, {{0, 0, 100}}).after, 0u) << "which body is not known";
}

TEST(BodiesMeant, AreThoseOfAManifest) {
  const BodyChoice manifest{Kind::Manifest, "v1.yaml", {{7, 2}}};
  EXPECT_EQ(meant({Kind::Previous}, manifest, kLives).before, 1u) << "the one before that one";
  EXPECT_EQ(meant(manifest, {Kind::Latest}, kLives).before, 2u);
  EXPECT_EQ(meant({Kind::Manifest, "v1.yaml", {{7, 99}}}, {Kind::Latest}, kLives).before, 0u);
  EXPECT_EQ(meant({Kind::Manifest, "v1.yaml", {{8, 2}}}, {Kind::Latest}, kLives).before, 0u);
  EXPECT_EQ(meant({Kind::Previous}, {Kind::Manifest, "v0.yaml", {{7, 1}}}, kLives).before, 0u);
}

TEST(BodiesMeant, AreThoseOfAFingerprint) {
  EXPECT_EQ(meant({Kind::Fingerprint, "000000"}, {Kind::Fingerprint, "abcdef"}, kLives).before, 2u)
      << "the latest that fits";
  EXPECT_EQ(meant({Kind::Fingerprint, "ffffff"}, {Kind::Latest}, kLives).before, 0u);
}

TEST(BodyChoice, IsAWordAFileOrDigits) {
  Diagnostics said;
  const auto kindOf = [&](const std::string& text) { return bodyChoiceOf(text, said)->kind; };
  EXPECT_EQ(kindOf("latest"), Kind::Latest);
  EXPECT_EQ(kindOf("previous"), Kind::Previous);
  EXPECT_EQ(kindOf("ABCDEF"), Kind::Fingerprint);
  EXPECT_EQ(bodyChoiceOf("ABCDEF", said)->asked, "abcdef");
  for (const char* text : {"", "7d", "v1.2", "abcde", "00000000000000000"})
    EXPECT_FALSE(bodyChoiceOf(text, said)) << text;
  const test::TemporaryFolder folder;
  const std::string file = (folder.path() / "a.yaml").string();
  ASSERT_TRUE(writeFileAtomically(file, "no manifest\n"));
  EXPECT_EQ(bodyChoiceOf(file, said).error().code, ErrorCode::Input);
}

TEST(VersionsQuestion, IsAskedByAnOption) {
  Diagnostics said;
  config::Settings settings;
  settings.set("against", {"14d"});
  EXPECT_FALSE(versionsQuestionOf(settings, kBodiesBegin, said)->has_value());
  settings.set("version", {"latest"}, config::Origin::CommandLine);
  const auto question = **versionsQuestionOf(settings, kBodiesBegin, said);
  EXPECT_EQ(question.before.kind, Kind::Previous) << "a period of .assay.yaml is no version";
  EXPECT_EQ(question.of.period.until - question.of.period.since, 28 * kDayLong);
  EXPECT_EQ(question.of.step, 6 * 3600);
  settings.set("against", {"14d"}, config::Origin::CommandLine);
  EXPECT_FALSE(versionsQuestionOf(settings, kBodiesBegin, said));
}

// Four weeks, two processes a day; a body for each.
struct Life {
  std::function<std::uint64_t(int half)> body;
  std::function<test::Production(int half)> production;
};

emit::review::Document reviewed(std::uint64_t seed, const Life& life, std::uint64_t functions = 1) {
  const test::TemporaryFolder folder;
  Diagnostics said;
  auto recorder = *history::Recorder::open({folder.path() / "h.db", "here", *history::retentionOf("")}, said);
  test::Simulation simulation(seed);
  std::vector<telemetry::ProcessSnapshot> processes;
  for (int half = 0; half < kHalves; ++half) {
    telemetry::ProcessSnapshot process;
    process.pid = static_cast<std::uint32_t>(half + 1);
    process.files = {{"/segments/" + std::to_string(half), 1, process.pid}};
    process.secondsPerTick = 1e-9;
    for (std::uint64_t id = 7; id < 7 + functions; ++id) {
      telemetry::SiteCounts counts = simulation.window(life.production(half));
      counts.id = id;
      counts.name = "f";
      process.sites.push_back(counts);
    }
    processes.push_back(process);
    const auto version = [&](std::uint64_t id) {
      return history::FunctionVersion{{id, life.body(half)}, "f", "GPT-4", "openai", "", "", "a.cc", 3};
    };
    EXPECT_TRUE(recorder.record(kBodiesBegin + half * kDayLong / 2 + 60, {processes, {}}, version, said));
  }
  HistorySource source(*history::Reader::open(folder.path() / "h.db"));
  return *readVersions(source, questionOf({Kind::Previous, "previous"}, {Kind::Latest, "latest"}), nullptr);
}

test::Production usual() {
  return {.nanoseconds = [](double n) { return 500 + 5 * n; },
          .failing = [](double) { return 0.001; },
          .smallest = 1,
          .largest = 1000,
          .calls = 200};
}

std::uint64_t releasedInTheMiddle(int half) {
  return half < kHalves / 2 ? 1 : 2;
}

test::Production slowerIn(int half, int since) {
  test::Production production = usual();
  if (half >= since) production.nanoseconds = [](double n) { return 1.5 * (500 + 5 * n); };
  return production;
}

TEST(ReviewOfVersions, FindsABodyThatIsSlower) {
  const auto document =
      reviewed(1, {releasedInTheMiddle, [](int half) { return slowerIn(half, kHalves / 2); }});
  ASSERT_EQ(document.functions.size(), 1u);
  const insight::FunctionReview& review = document.functions[0];
  EXPECT_EQ(review.standing, insight::Standing::Worse);
  EXPECT_NEAR(review.times.sameSizes.change.factor.value, 1.5, 0.15);
  ASSERT_EQ(review.bodies.size(), 2u);
  EXPECT_EQ(review.bodies[1].body, 2u);
  EXPECT_EQ(document.versions->after, "latest");
  EXPECT_GE(document.courses.at(7).size(), 28u);
}

TEST(ReviewOfVersions, LooksAtBodiesAndNotAtTime) {
  // Each body has the same calls, one half day after the other; all become slower.
  const auto document = reviewed(2, {[](int half) -> std::uint64_t { return half % 2 + 1; },
                                     [](int half) { return slowerIn(half, kHalves / 2); }});
  EXPECT_NE(document.functions[0].standing, insight::Standing::Worse);
  EXPECT_TRUE(document.functions[0].comparable);
}

TEST(ReviewOfVersions, ComparesAtTheSameSizes) {
  const auto document = reviewed(3, {releasedInTheMiddle, [](int half) {
                                       test::Production production = usual();
                                       if (half >= kHalves / 2) production.smallest = 30;
                                       return production;
                                     }});
  EXPECT_NE(document.functions[0].standing, insight::Standing::Worse);
  EXPECT_GT(document.functions[0].times.mean.factor.interval.low, 1.1);
}

TEST(ReviewOfVersions, BlamesNoBodyThatDoesTheSame) {
  const auto document = reviewed(100, {releasedInTheMiddle, [](int) { return usual(); }}, 40);
  ASSERT_EQ(document.functions.size(), 40u);
  for (const insight::FunctionReview& review : document.functions)
    EXPECT_NE(review.standing, insight::Standing::Worse) << review.subject.id;
}

TEST(ReviewOfVersions, CountsWhatCannotBeCompared) {
  const auto same = reviewed(4, {[](int) -> std::uint64_t { return 1; }, [](int) { return usual(); }});
  EXPECT_TRUE(same.functions.empty());
  EXPECT_EQ(same.versions->same, 1u);
  const auto unknown = reviewed(5, {[](int) -> std::uint64_t { return 0; }, [](int) { return usual(); }});
  EXPECT_EQ(unknown.versions->missing, 1u);
}

TEST(ReviewOfVersions, FailsForAFingerprintThatNothingHas) {
  const test::TemporaryFolder folder;
  Diagnostics said;
  ASSERT_TRUE(history::Recorder::open({folder.path() / "h.db", "here", *history::retentionOf("")}, said));
  HistorySource source(*history::Reader::open(folder.path() / "h.db"));
  const BodyChoice nobody{Kind::Fingerprint, "abcdef"}, latest{Kind::Latest, "latest"};
  for (const VersionsQuestion& question : {questionOf(latest, nobody), questionOf(nobody, latest)})
    EXPECT_EQ(readVersions(source, question, nullptr).error().code, ErrorCode::Usage);
  EXPECT_TRUE(readVersions(source, questionOf(latest, latest), nullptr))
      << "there is just nothing to compare";
}

TEST(ReviewOfVersions, CutsTheShorterLifeIntoFourteen) {
  const auto document = reviewed(
      6, {[](int half) -> std::uint64_t { return half < kHalves - 8 ? 1 : 2; }, [](int) { return usual(); }});
  EXPECT_TRUE(document.functions[0].comparable) << "four days are enough";
}

}  // namespace
}  // namespace assay::tool
