// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "document/value.h"
#include "emit/review/review.h"
#include "sample_document.h"

namespace assay::emit::review {
namespace {

using document::Value;

Value parsed(const std::string& json) {
  return *document::parseJson(json, "review");
}

const Value& at(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  EXPECT_NE(found, nullptr) << key;
  static const Value kNone;
  return found == nullptr ? kNone : *found;
}

const Value& functionIn(const Value& review, const std::string& name) {
  for (const Value& function : *at(review, "functions").asArray())
    if (*at(function, "name").asString() == name) return function;
  ADD_FAILURE() << name;
  return review;
}

TEST(JsonReview, HasTheEvidenceOfEachFunction) {
  const Value review = parsed(writeJson(test::sampleDocument()));
  EXPECT_EQ(at(review, "version").asInteger(), 1);
  EXPECT_EQ(at(review, "functions").asArray()->size(), 7u);
  const Value& failing = functionIn(review, "failing");
  EXPECT_EQ(*at(failing, "standing").asString(), "worse");
  EXPECT_EQ(*at(at(failing, "findings").asArray()->front(), "code").asString(), "more-errors");
  EXPECT_GT(*at(at(at(failing, "errors"), "rateAfter"), "low").asNumber(), 0.005);
  EXPECT_FALSE(at(failing, "errorsByInput").asArray()->empty());
  const Value& slow = functionIn(review, "slow\x1b");
  EXPECT_NEAR(*at(at(at(at(slow, "times"), "changeAtSameSizes"), "factor"), "value").asNumber(), 1.4, 0.15);
  EXPECT_EQ(at(slow, "bodies").asArray()->size(), 2u);
}

TEST(JsonReview, HasNullForWhatIsNotKnown) {
  const Value review = parsed(writeJson(test::sampleDocument()));
  EXPECT_TRUE(at(functionIn(review, "entry"), "times").isNull());
  EXPECT_TRUE(at(functionIn(review, "entry"), "model").isNull());
  Document document = test::sampleDocument();
  document.coverage = {};
  EXPECT_TRUE(at(at(parsed(writeJson(document)), "coverage"), "neverCalled").isNull());
}

TEST(JsonReview, HasMemoryWhereItIsKnown) {
  Document document = test::sampleDocument();
  EXPECT_TRUE(at(functionIn(parsed(writeJson(document)), "steady"), "memory").isNull());
  for (insight::FunctionReview& review : document.functions) {
    review.memory.callsAfter = 10;
    review.memory.keptAfter = {64, {60, 68}};
  }
  const Value review = parsed(writeJson(document));
  const Value& memory = at(functionIn(review, "steady"), "memory");
  EXPECT_EQ(at(memory, "callsAfter").asInteger(), 10);
  EXPECT_EQ(*at(at(memory, "keptBytesAfter"), "low").asNumber(), 60);
}

TEST(JsonReview, HasGroupsWithIntervals) {
  const Value review = parsed(writeJson(test::sampleDocument()));
  const auto& models = *at(review, "models").asArray();
  ASSERT_EQ(models.size(), 3u);
  EXPECT_EQ(*at(models[0], "name").asString(), "Claude");
  EXPECT_EQ(*at(models[1], "name").asString(), "GPT-4");
  EXPECT_LT(*at(at(models[1], "errorRate"), "low").asNumber(),
            *at(at(models[1], "errorRate"), "high").asNumber());
  EXPECT_EQ(at(review, "vendors").asArray()->size(), 1u);
  EXPECT_EQ(at(at(review, "coverage"), "neverCalled").asArray()->size(), 1u);
}

TEST(JsonReview, HasWhatToLookAtFirst) {
  const Value review = parsed(writeJson(test::sampleDocument()));
  const auto& attention = *at(review, "attention").asArray();
  ASSERT_EQ(attention.size(), 2u);
  EXPECT_EQ(*at(attention[0], "name").asString(), "failing");
  EXPECT_EQ(*at(attention[0], "harmSeconds").asNumber(), *at(attention[0], "failures").asNumber());
  EXPECT_GT(*at(attention[0], "harmSeconds").asNumber(), *at(attention[1], "harmSeconds").asNumber());
  EXPECT_EQ(at(attention[0], "steps").asArray()->size(), at(attention[0], "next").asArray()->size());
}

TEST(JsonReview, ExplainsOneFunction) {
  const Document document = test::sampleDocument();
  const Value value = parsed(writeExplanationJson(document, test::reviewOf(document, "steady")));
  EXPECT_EQ(*at(at(value, "function"), "name").asString(), "steady");
  EXPECT_EQ(*at(at(value, "function"), "standing").asString(), "trusted");
}

TEST(JsonReview, IsTheSameEachTime) {
  EXPECT_EQ(writeJson(test::sampleDocument()), writeJson(test::sampleDocument()));
}

}  // namespace
}  // namespace assay::emit::review
