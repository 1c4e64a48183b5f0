// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "manifest/manifest.h"

namespace assay::manifest {
namespace {

using model::AnnotatedFunction;

// Of `count` statements the last `others` are none of those that all such bodies have.
model::BodySketch bodyOf(unsigned count, unsigned others = 0) {
  std::vector<std::uint64_t> statements;
  for (std::uint64_t i = 0; i < count; ++i) statements.push_back((i < count - others ? i : 1000 + i) << 48);
  return model::sketchOf(1 + count + 100 * others, std::move(statements));
}

AnnotatedFunction functionWith(model::BodySketch sketch) {
  AnnotatedFunction function;
  function.id = 7;
  function.name = "feeOf";
  function.file = "fee.cc";
  function.tag.model = "GPT-4";
  function.tag.date = "2024-01-15";
  function.sketch = std::move(sketch);
  return function;
}

AnnotatedFunction kept(const AnnotatedFunction& before, const AnnotatedFunction& now) {
  model::Manifest fresh{{}, {}, {now}, {}};
  keepTaggedBodies({{}, {}, {before}, {}}, fresh);
  return fresh.functions.front();
}

TEST(KeepTaggedBodies, AnUntouchedBodyHasNotDrifted) {
  const AnnotatedFunction function = kept(functionWith(bodyOf(10)), functionWith(bodyOf(10)));
  EXPECT_EQ(function.drift, 0U);
  EXPECT_EQ(function.sketch, bodyOf(10));
}

TEST(KeepTaggedBodies, AnEditedBodyKeepsTheSketchOfTheTaggedOne) {
  const AnnotatedFunction function = kept(functionWith(bodyOf(10)), functionWith(bodyOf(10, 3)));
  EXPECT_EQ(function.drift, 30U);
  EXPECT_EQ(function.sketch, bodyOf(10));
}

TEST(KeepTaggedBodies, EditsAddUpFromOneScanToTheNext) {
  const AnnotatedFunction once = kept(functionWith(bodyOf(10)), functionWith(bodyOf(10, 3)));
  EXPECT_EQ(kept(once, functionWith(bodyOf(10, 6))).drift, 60U);
  EXPECT_EQ(kept(once, functionWith(bodyOf(10))).drift, 0U);
}

TEST(KeepTaggedBodies, ATagThatIsRenewedStartsAgain) {
  AnnotatedFunction now = functionWith(bodyOf(10, 3));
  for (std::string model::Tag::* field : {&model::Tag::date, &model::Tag::model, &model::Tag::prompt}) {
    AnnotatedFunction renewed = now;
    renewed.tag.*field = "another";
    const AnnotatedFunction function = kept(functionWith(bodyOf(10)), renewed);
    EXPECT_EQ(function.drift, 0U);
    EXPECT_EQ(function.sketch, bodyOf(10, 3));
  }
}

TEST(KeepTaggedBodies, ATagThatIsCompletedOrSpeltAnewDoesNot) {
  AnnotatedFunction before = functionWith(bodyOf(10)), now = functionWith(bodyOf(10, 3));
  before.tag.normalizedModel = now.tag.normalizedModel = "openai/gpt-4";
  now.tag.model = "gpt4";
  now.tag.extra.emplace_back("reviewed-by", "Ann");
  EXPECT_EQ(kept(before, now).drift, 30U);
}

TEST(KeepTaggedBodies, AFunctionIsKnownAgainInAnotherFile) {
  AnnotatedFunction now = functionWith(bodyOf(10, 3));
  now.file = "moved.cc";
  EXPECT_EQ(kept(functionWith(bodyOf(10)), now).drift, 30U);
}

TEST(KeepTaggedBodies, AFunctionIsKnownAgainWithOtherParameters) {
  AnnotatedFunction now = functionWith(bodyOf(10, 3));
  now.id = 8;
  EXPECT_EQ(kept(functionWith(bodyOf(10)), now).drift, 30U);
}

TEST(KeepTaggedBodies, OverloadsAreNotTakenForEachOther) {
  AnnotatedFunction now = functionWith(bodyOf(10, 3));
  now.id = 8;
  AnnotatedFunction other = functionWith(bodyOf(5));
  other.id = 9;
  model::Manifest fresh{{}, {}, {now, other}, {}};
  keepTaggedBodies({{}, {}, {functionWith(bodyOf(10))}, {}}, fresh);
  EXPECT_EQ(fresh.functions[0].drift, 0U);
  EXPECT_EQ(fresh.functions[1].drift, 0U);
}

// Of functions of one name in several programs the first file's has the plain id.
TEST(KeepTaggedBodies, AnIdThatIsDealtAnewIsNoSignOfAMove) {
  const auto fuzzer = [](std::uint64_t id, const char* file, model::BodySketch sketch) {
    AnnotatedFunction function = functionWith(std::move(sketch));
    function.id = id;
    function.file = file;
    return function;
  };
  model::Manifest before{{}, {}, {fuzzer(7, "b.cc", bodyOf(10)), fuzzer(8, "c.cc", bodyOf(10, 5))}, {}};
  model::Manifest more{
      {},
      {},
      {fuzzer(7, "a.cc", bodyOf(3)), fuzzer(9, "b.cc", bodyOf(10)), fuzzer(8, "c.cc", bodyOf(10, 5))},
      {}};
  keepTaggedBodies(before, more);
  for (const AnnotatedFunction& function : more.functions) EXPECT_EQ(function.drift, 0U) << function.file;
  model::Manifest fewer{{}, {}, {fuzzer(7, "c.cc", bodyOf(10, 5))}, {}};
  keepTaggedBodies(before, fewer);
  EXPECT_EQ(fewer.functions[0].drift, 0U);
}

// Two definitions under #if: the second has the first one's id with a number, until one is written between
// them.
TEST(KeepTaggedBodies, WhatIsWrittenInFrontDoesNotChangeWhoseBodyIsWhose) {
  AnnotatedFunction first = functionWith(bodyOf(10)), second = functionWith(bodyOf(20)),
                    written = functionWith(bodyOf(5));
  first.bodyFingerprint = 10;
  second.bodyFingerprint = 20;
  written.bodyFingerprint = 5;
  second.id = 8;
  const model::Manifest before{{}, {}, {first, second}, {}};
  second.id = 9;
  written.id = 8;
  model::Manifest now{{}, {}, {first, written, second}, {}};
  keepTaggedBodies(before, now);
  for (const AnnotatedFunction& function : now.functions) EXPECT_EQ(function.drift, 0U) << function.id;
  EXPECT_EQ(now.functions[1].sketch, bodyOf(5));
  EXPECT_EQ(now.functions[2].sketch, bodyOf(20));
}

TEST(KeepTaggedBodies, OneOfSeveralThatIsEditedIsKnownByItsId) {
  AnnotatedFunction first = functionWith(bodyOf(10)), second = functionWith(bodyOf(20));
  first.bodyFingerprint = 10;
  second.bodyFingerprint = 20;
  second.id = 8;
  const model::Manifest before{{}, {}, {first, second}, {}};
  second.sketch = bodyOf(20, 4);
  second.bodyFingerprint = 24;
  model::Manifest now{{}, {}, {first, second}, {}};
  keepTaggedBodies(before, now);
  EXPECT_EQ(now.functions[0].drift, 0U);
  EXPECT_EQ(now.functions[1].drift, 20U);
}

TEST(KeepTaggedBodies, AManifestWithoutSketchesStartsNow) {
  const AnnotatedFunction function = kept(functionWith({}), functionWith(bodyOf(10, 3)));
  EXPECT_EQ(function.drift, 0U);
  EXPECT_EQ(function.sketch, bodyOf(10, 3));
}

TEST(KeepTaggedBodies, WhatCannotBeReadThisTimeIsNotForgotten) {
  const AnnotatedFunction function = kept(functionWith(bodyOf(10)), functionWith({}));
  EXPECT_EQ(function.drift, 0U);
  EXPECT_EQ(function.sketch, bodyOf(10));
}

TEST(KeepTaggedBodies, ABlockIsNotComparedWithAWholeBody) {
  AnnotatedFunction now = functionWith(bodyOf(10, 3));
  now.covered = {3, 4};
  EXPECT_EQ(kept(functionWith(bodyOf(10)), now).drift, 0U);
}

}  // namespace
}  // namespace assay::manifest
