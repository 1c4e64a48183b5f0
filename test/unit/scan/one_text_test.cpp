// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/one_text.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::PointKind;
using model::Trait;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

AnnotatedFunction named(const std::string& name) {
  AnnotatedFunction entry;
  entry.name = name;
  return entry;
}

FoundFunction bodyAt(const std::string& name, std::uint64_t id, source::Span body) {
  FoundFunction function;
  function.entry = named(name);
  function.entry.id = id;
  function.body = body;
  function.extent = {0, body.end};
  return function;
}

TEST(OneText, NamesAreThereOnceAndInOrder) {
  AnnotatedFunction kept = named("m");
  AnnotatedFunction other = named("z");
  other.also = {"a", "m"};
  addSameText(kept, other);
  addSameText(kept, named("m"));
  addSameText(kept, named("b"));
  EXPECT_EQ(kept.name, "m");
  EXPECT_THAT(kept.also, ElementsAre("a", "b", "z"));
}

TEST(OneText, AGuardMustSuitAllOfThem) {
  AnnotatedFunction kept = named("a");
  kept.traits = {Trait::C};
  AnnotatedFunction other = named("b");
  other.traits = {Trait::Noreturn};
  other.precision = model::Precision::Inferred;
  addSameText(kept, other);
  EXPECT_EQ(kept.traits, (model::TraitSet{Trait::C, Trait::Noreturn}));
  EXPECT_EQ(kept.precision, model::Precision::Inferred);
}

TEST(OneText, AFailureIsOneForAllOfThemOrForNone) {
  AnnotatedFunction kept = named("a");
  kept.points = {{PointKind::Try, {1, 1}, {9, 1}},
                 {PointKind::Nullptr, {2, 1}, {2, 9}},
                 {PointKind::Nullptr, {3, 1}, {3, 9}}};
  AnnotatedFunction other = named("b");
  other.points = {{PointKind::Nullptr, {2, 1}, {2, 9}}, {PointKind::Signed, {3, 1}, {3, 9}}};
  addSameText(kept, other);
  ASSERT_THAT(kept.points, SizeIs(2));
  EXPECT_EQ(kept.points[0].kind, PointKind::Try) << "the guard cannot stand without it";
  EXPECT_EQ(kept.points[1].begin.line, 2U);
}

TEST(OneText, OfEachBodyTheFirstByNameStays) {
  FileFacts facts;
  facts.functions = {bodyAt("z", 1, {10, 20}), bodyAt("b", 2, {10, 20}), bodyAt("c", 3, {10, 20}),
                     bodyAt("d", 4, {30, 40}), bodyAt("made", 5, {}),    bodyAt("made_too", 6, {})};
  ASSERT_TRUE(sharesBodies(facts));
  const FileFacts result = withOneOfEachBody(facts);
  ASSERT_THAT(result.functions, SizeIs(4));
  EXPECT_EQ(result.functions[0].entry.name, "b");
  EXPECT_THAT(result.functions[0].entry.also, ElementsAre("c", "z"));
  EXPECT_EQ(result.functions[1].entry.name, "d");
  EXPECT_THAT(result.functions[1].entry.also, IsEmpty());
  EXPECT_FALSE(sharesBodies(result)) << "those without a body in the file share none";
}

TEST(OneText, WhatGoesByUnseenInOneOfThemDoesSo) {
  AnnotatedFunction kept = named("a");
  AnnotatedFunction other = named("b");
  kept.points = {{PointKind::Signed, {1, 8}, {1, 9}}, {PointKind::UnseenNumber, {2, 1}, {2, 9}}};
  other.points = {{PointKind::UnseenNumber, {1, 1}, {1, 10}}};
  addSameText(kept, other);
  EXPECT_THAT(kept.points, ElementsAre(model::EditPoint{PointKind::UnseenNumber, {1, 1}, {1, 10}},
                                       model::EditPoint{PointKind::UnseenNumber, {2, 1}, {2, 9}}));
}

}  // namespace
}  // namespace assay::scan
