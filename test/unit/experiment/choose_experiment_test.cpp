// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "experiment/choose_experiment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/replacement.h"

namespace assay::experiment {
namespace {

using testing::HasSubstr;

model::AnnotatedFunction rolledOut(std::uint64_t id, const std::string& name, const std::string& old) {
  model::AnnotatedFunction function;
  function.id = id;
  function.name = name;
  function.replaces.push_back({.asked = old, .name = old, .id = id + 100});
  function.outcome.emplace().rollout = "10%";
  return function;
}

std::vector<KnownExperiment> someExperiments() {
  model::Manifest manifest;
  manifest.functions = {rolledOut(1, "a::rankFast", "a::rank"), rolledOut(2, "b::rankFast", "b::rank"),
                        rolledOut(3, "parse2", "parse")};
  model::AnnotatedFunction plain;
  plain.id = 4;
  plain.name = "plain";
  manifest.functions.push_back(plain);
  return knownExperiments(manifest, {{.id = 3, .name = "parse2", .share = 2500}, {.id = 9, .name = "gone"}});
}

TEST(Experiments, OfManifestAndControlFileTogether) {
  const auto all = someExperiments();
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0].name, "a::rankFast");
  EXPECT_EQ(all[0].share(), 1000u);
  EXPECT_EQ(all[2].name, "gone");
  EXPECT_FALSE(all[2].inManifest);
  EXPECT_EQ(all[3].share(), 2500u);
  EXPECT_EQ(all[3].replaces, "parse");
}

TEST(Experiments, AShadowIsOneOfThem) {
  model::Manifest manifest;
  manifest.functions = {rolledOut(1, "fast", "slow"), rolledOut(2, "shadow", "slow")};
  manifest.functions[1].outcome->rollout = "shadow 25%";
  const auto all = knownExperiments(manifest, {});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].shadowId, 0u);
  EXPECT_EQ(all[1].share(), 2500u);
  EXPECT_EQ(all[1].shadowId, model::shadowId(2));
}

TEST(Experiments, OneThatIsStoppedHasNoShare) {
  KnownExperiment stopped{.tagShare = 1000, .inControl = true};
  stopped.control.share = 1000;
  stopped.control.state = ControlState::Stopped;
  EXPECT_EQ(stopped.share(), 0u);
}

TEST(Experiments, AreNamedByTheNewOrTheOldFunctionOrTheId) {
  const auto all = someExperiments();
  for (const char* name : {"a::rankFast", "a::rank", "0x1", "0x0000000000000001"}) {
    const auto chosen = chooseExperiment(name, all);
    ASSERT_TRUE(chosen) << name;
    EXPECT_EQ((*chosen)->id, 1u) << name;
  }
  EXPECT_EQ((*chooseExperiment("parse", all))->id, 3u);
}

TEST(Experiments, SeveralOfOneNameAreListed) {
  const auto chosen = chooseExperiment("rank", someExperiments());
  ASSERT_FALSE(chosen);
  EXPECT_THAT(chosen.error().message,
              HasSubstr("0x0000000000000001 a::rankFast, 0x0000000000000002 b::rankFast"));
}

TEST(Experiments, TheWholeNameWins) {
  std::vector<KnownExperiment> all(2);
  all[0].id = 1, all[0].name = "f", all[0].replaces = "g";
  all[1].id = 2, all[1].name = "p::f", all[1].replaces = "p::g";
  for (const char* name : {"f", "g"}) {
    const auto chosen = chooseExperiment(name, all);
    ASSERT_TRUE(chosen) << name;
    EXPECT_EQ((*chosen)->id, 1u) << name;
  }
}

TEST(Experiments, AnUnknownNameIsAnError) {
  const auto all = someExperiments();
  EXPECT_FALSE(chooseExperiment("an", all));
  EXPECT_FALSE(chooseExperiment("", all));
  EXPECT_FALSE(chooseExperiment("0x77", all));
}

TEST(Experiments, ErrorsThatEndOneAreTheDecisionsOrTheTags) {
  KnownExperiment known;
  EXPECT_EQ(known.errorLimit(), 5u);
  known.breaker = model::Breaker{.errors = 3};
  EXPECT_EQ(known.errorLimit(), 3u);
  known.control.errorLimit = 7;
  EXPECT_EQ(known.errorLimit(), 7u);
  known.control.errorLimit = vocabulary::kNoErrorLimit;
  EXPECT_EQ(known.errorLimit(), 0u);
  model::Manifest manifest;
  manifest.functions = {rolledOut(1, "fast", "slow")};
  manifest.functions[0].tag.extra = {{"rollout", "10%"}, {"breaker", "off"}};
  EXPECT_EQ(knownExperiments(manifest, {})[0].errorLimit(), 0u);
}

}  // namespace
}  // namespace assay::experiment
