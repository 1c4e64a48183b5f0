// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_function.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay::manifest {
namespace {

using ::testing::HasSubstr;

struct ReadEntry {
  model::AnnotatedFunction function;
  std::optional<Error> error;
  Diagnostics diagnostics;
};

ReadEntry readEntry(const std::string& text) {
  ReadEntry result;
  const std::string name = "m.yaml";
  const document::Value value = document::parseYaml(text, name).value();
  FieldReader reader(name, result.diagnostics);
  result.function = readFunction(reader, value);
  result.error = reader.error();
  return result;
}

TEST(ReadFunction, WhatIsLeftOutIsTheUsualCase) {
  const ReadEntry result = readEntry("{id: '0x1f', tag: assisted, file: a.cc}");
  EXPECT_FALSE(result.error);
  EXPECT_EQ(result.function.id, 0x1fu);
  EXPECT_EQ(result.function.tag.authorship, model::Authorship::Assisted);
  EXPECT_EQ(result.function.state, model::State::Active);
  EXPECT_EQ(result.function.precision, model::Precision::Exact);
  EXPECT_EQ(result.function.scope, model::Scope::Function);
  EXPECT_EQ(result.function.outcome, std::nullopt);
}

TEST(ReadFunction, AnIdWithoutQuotesIsTheSame) {
  EXPECT_EQ(readEntry("{id: 0x1f, tag: human}").function.id, 0x1fu);
}

TEST(ReadFunction, WrongValuesAreRefusedWithTheirPlace) {
  const std::pair<const char*, const char*> cases[] = {
      {"id: 12x", "`id` must be"},
      {"lines: 9-3", "`lines` must be"},
      {"lines: [1, 2]", "`lines` must be text, not a list"},
      {"covers: x", "`covers` must be"},
      {"body: 1-2", "`body` must be"},
      {"tag-at: nowhere", "`tag-at` must be"},
      {"kind: gadget", "`kind` cannot be `gadget`"},
      {"state: asleep", "`state` cannot be `asleep`"},
      {"fingerprint: xyz", "`fingerprint` must be"},
      {"sketch: \"9:3q2+7w==\"", "`sketch` must be"},
      {"drift: 101", "`drift` must be"},
      {"model: 4", "`model` must be text, not a whole number"},
      {"traits: const", "`traits` must be a list"},
      {"costs: recursion 3", "`costs` must be a list"},
      {"outcome: full", "`outcome` must be a map"},
      {"extra: [x]", "`extra` must be a map"},
  };
  for (const auto& [line, message] : cases) {
    const ReadEntry result = readEntry(std::string("tag: generated\n") + line + "\n");
    ASSERT_TRUE(result.error) << line;
    EXPECT_THAT(result.error->message, HasSubstr(message));
    EXPECT_EQ(result.error->where.line, 2u) << line;
  }
}

TEST(ReadFunction, IdAndTagAreRequired) {
  EXPECT_THAT(readEntry("{tag: generated}").error->message, HasSubstr("no `id`"));
  EXPECT_THAT(readEntry("{id: '0x1'}").error->message, HasSubstr("no `tag`"));
}

TEST(ReadFunction, AnUnknownPointIsAWarning) {
  const ReadEntry result =
      readEntry("{id: '0x1', tag: generated, points: ['try 1:2-3:4', 'quantum 1:2-3:4', 'try 3:4']}");
  EXPECT_FALSE(result.error);
  EXPECT_EQ(result.function.points, (std::vector<model::EditPoint>{{model::PointKind::Try, {1, 2}, {3, 4}}}));
  ASSERT_EQ(result.diagnostics.all().size(), 2u);
  EXPECT_EQ(result.diagnostics.all()[0].id, "assay-manifest-003");
}

TEST(ReadFunction, AnUnknownTraitIsAWarning) {
  const ReadEntry result = readEntry("{id: '0x1', tag: generated, traits: [const, quantum]}");
  EXPECT_FALSE(result.error);
  EXPECT_TRUE(result.function.traits.has(model::Trait::Const));
  ASSERT_EQ(result.diagnostics.all().size(), 1u);
  EXPECT_EQ(result.diagnostics.all()[0].id, "assay-manifest-003");
}

TEST(ReadFunction, AnUnknownCostIsAWarning) {
  const ReadEntry result = readEntry("{id: '0x1', tag: generated, costs: [recursion 4, magic 5, recursion]}");
  EXPECT_FALSE(result.error);
  EXPECT_EQ(result.function.costs, (std::vector<source::CostSignSeen>{{source::CostSign::Recursion, 4, 0}}));
  ASSERT_EQ(result.diagnostics.all().size(), 2u);
  EXPECT_EQ(result.diagnostics.all()[0].id, "assay-manifest-003");
}

TEST(ReadFunction, AnInputIsAMapOrAListOfThem) {
  using ::testing::ElementsAre;
  EXPECT_THAT(readEntry("tag: human\ninput: {of: p, size: p->size(), when: p}").function.inputs,
              ElementsAre(model::Input{"p", "p->size()", "p"}));
  EXPECT_THAT(readEntry("tag: human\ninput: {of: p, size: n, type: typeid(*p)}").function.inputs,
              ElementsAre(model::Input{"p", "n", "", "typeid(*p)"}));
  EXPECT_THAT(readEntry("tag: human\ninput: {type: v.index()}").function.inputs,
              ElementsAre(model::Input{"", "", "", "v.index()"}));
  EXPECT_THAT(readEntry("tag: human\ninput: [{of: p, size: n}, {of: n, size: n}]").function.inputs,
              ElementsAre(model::Input{"p", "n", ""}, model::Input{"n", "n", ""}));
  EXPECT_TRUE(readEntry("tag: human").function.inputs.empty()) << "as of an older version";
  EXPECT_THAT(readEntry("tag: human\ninput: n").error->message, HasSubstr("`input` must be a map"));
  const ReadEntry newer = readEntry("tag: human\ninput: {of: p, size: n, shape: round}");
  EXPECT_EQ(newer.diagnostics.all().at(0).id, "assay-manifest-004");
}

}  // namespace
}  // namespace assay::manifest
