// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/function_list.h"

#include <gtest/gtest.h>

#include "document/value.h"
#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::serve {
namespace {

using document::Value;

class FunctionList : public ::testing::Test {
 protected:
  Value list(const exporting::FactsById& facts = {}) {
    Diagnostics said;
    EXPECT_TRUE(collector_.collect(said));
    return *document::parseJson(functionListJson(collector_, facts), "list");
  }
  void count(const std::string& name, int calls) {
    test::SegmentImage image;
    const auto shard = image.addShard(image.addSite(7, name));
    for (int i = 0; i < calls; ++i) image.call(shard, 1000, i % 10 == 0);
    folder_.write("1.assayseg", image.bytes());
  }
  static const Value& at(const Value& list, std::size_t place) {
    return list.find("functions")->asArray()->at(place);
  }
  static std::string text(const Value& row, const char* key) { return *row.find(key)->asString(); }

  test::TemporaryFolder folder_;
  Collector collector_{folder_.path()};
};

TEST_F(FunctionList, HasWhatWasCountedAndWhatTheManifestSays) {
  count("f", 100);
  const Value all = list({{7,
                           {.model = "GPT-4",
                            .vendor = "openai",
                            .date = "2024-01-15",
                            .promptHash = "h",
                            .file = "a.cc",
                            .line = 3,
                            .name = "f",
                            .prompt = "make it fast",
                            .coverage = "partial",
                            .gap = "a jump"}}});
  ASSERT_EQ(all.find("functions")->asArray()->size(), 1u);
  const Value& row = at(all, 0);
  EXPECT_EQ(text(row, "id"), "0x0000000000000007");
  EXPECT_EQ(text(row, "model"), "GPT-4");
  EXPECT_EQ(text(row, "prompt"), "make it fast");
  EXPECT_EQ(text(row, "state"), "ended");
  EXPECT_EQ(row.find("line")->asUnsigned(), 3u);
  EXPECT_EQ(text(row, "coverage"), "partial");
  EXPECT_EQ(text(row, "notCovered"), "a jump");
  EXPECT_EQ(row.find("calls")->asUnsigned(), 100u);
  EXPECT_EQ(row.find("errors")->asUnsigned(), 10u);
  EXPECT_NEAR(*row.find("p50Seconds")->asNumber(), 1e-6, 0.07e-6);
  EXPECT_NEAR(*row.find("p90Seconds")->asNumber(), 1e-6, 0.07e-6);
  EXPECT_TRUE(row.find("ratePerSecond")->isNull()) << "nothing to compare with yet";
}

TEST_F(FunctionList, HasWhatNoManifestKnowsAndWhatWasNeverCalled) {
  count("b", 5);
  const Value all = list({{9, {.name = "a", .prompt = ""}}, {10, {}}});
  ASSERT_EQ(all.find("functions")->asArray()->size(), 2u) << "a tag without a function is none";
  EXPECT_EQ(text(at(all, 0), "name"), "a");
  EXPECT_EQ(text(at(all, 0), "state"), "unseen");
  EXPECT_EQ(text(at(all, 0), "model"), "not given");
  EXPECT_EQ(at(all, 0).find("calls")->asUnsigned(), 0u);
  EXPECT_TRUE(at(all, 0).find("errors")->isNull());
  EXPECT_EQ(text(at(all, 1), "model"), "unknown");
  EXPECT_TRUE(at(all, 1).find("file")->isNull());
  EXPECT_TRUE(at(all, 1).find("coverage")->isNull());
}

TEST_F(FunctionList, TakesHostileText) {
  count("<script>\"\\\x01\xff", 5);
  const Value all = list({{7, {.name = "f", .prompt = std::string(5000, 'p')}}});
  EXPECT_EQ(text(at(all, 0), "name"), "<script>\"\\\x01\xEF\xBF\xBD");
  EXPECT_LT(text(at(all, 0), "prompt").size(), 400u);
}

TEST_F(FunctionList, OfNothingIsEmpty) {
  EXPECT_TRUE(list().find("functions")->asArray()->empty());
}

}  // namespace
}  // namespace assay::serve
