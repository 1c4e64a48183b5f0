// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/api.h"

#include <gtest/gtest.h>

#include "document/value.h"
#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::serve {
namespace {

constexpr history::Seconds kApiTime = 1'700'000'000;

class Api : public ::testing::Test {
 protected:
  Api() {
    test::SegmentImage image;
    const auto shard = image.addShard(image.addSite(7, "f"));
    for (int i = 0; i < 5; ++i) image.call(shard, 100);
    folder_.write("segments/1.assayseg", image.bytes());
    collector_.recordInto(*history::Recorder::open({history_, "here", *history::retentionOf("")}, said_));
    EXPECT_TRUE(collector_.collect(said_));
    collector_.record(
        kApiTime, [](std::uint64_t id) { return history::FunctionVersion{.key = {id, 1}}; }, said_);
  }

  HttpResponse ask(const std::string& path, const std::string& query = {}, bool recorded = true) {
    return answerApi({path, query, ""},
                     {collector_, facts_, recorded ? std::optional(history_) : std::nullopt, kApiTime});
  }

  // Its status, and that it is what it should be.
  unsigned problemAt(const std::string& path, const std::string& query = {}, bool recorded = true) {
    const HttpResponse response = ask(path, query, recorded);
    const auto body = document::parseJson(response.body, "problem");
    EXPECT_EQ(response.contentType, "application/problem+json") << path;
    EXPECT_TRUE(body && body->find("status")->asUnsigned() == response.status) << path;
    return response.status;
  }

  test::TemporaryFolder folder_;
  std::filesystem::path history_ = folder_.path() / "history.db";
  Collector collector_{folder_.path() / "segments"};
  exporting::FactsById facts_;
  Diagnostics said_;
};

TEST_F(Api, HasTheTable) {
  const HttpResponse response = ask("/api/functions");
  EXPECT_EQ(response.status, 200u);
  EXPECT_EQ(response.contentType, "application/json");
  EXPECT_EQ(document::parseJson(response.body, "list")->find("functions")->asArray()->size(), 1u);
}

TEST_F(Api, HasTheHistoryOfAFunction) {
  const HttpResponse response = ask("/api/functions/0x0000000000000007/history", "since=-60&step=10");
  EXPECT_EQ(response.status, 200u) << response.body;
  const auto body = document::parseJson(response.body, "course");
  const auto& windows = *body->find("windows")->asArray();
  ASSERT_EQ(windows.size(), 1u);
  EXPECT_EQ(windows[0].find("calls")->asUnsigned(), 5u);
  EXPECT_EQ(windows[0].find("start")->asInteger(), kApiTime);
}

TEST_F(Api, SaysWhatIsWrong) {
  EXPECT_EQ(problemAt("/api/"), 404u);
  EXPECT_EQ(problemAt("/api/functions/"), 404u);
  EXPECT_EQ(problemAt("/api/functionsx/history"), 400u);
  EXPECT_EQ(problemAt("/api/functions/history"), 404u);
  EXPECT_EQ(problemAt("/api/functions/7/history"), 400u);
  EXPECT_EQ(problemAt("/api/functions/0x000000000000000g/history"), 400u);
  EXPECT_EQ(problemAt("/api/functions/0x-00000000000007/history"), 400u);
  EXPECT_EQ(problemAt("/api/functions/0x0000000000000007/history", "step=7"), 400u);
  EXPECT_EQ(problemAt("/api/functions", "x=y"), 400u);
  EXPECT_EQ(problemAt("/api/functions/0x0000000000000008/history"), 404u);
  EXPECT_EQ(problemAt("/api/functions/0x0000000000000007/history", "", false), 503u);
}

TEST_F(Api, KnowsAFunctionThatHasNoHistoryYet) {
  facts_[8] = {};
  EXPECT_EQ(ask("/api/functions/0x0000000000000008/history").status, 200u);
}

TEST_F(Api, SaysThatTheHistoryCannotBeRead) {
  history_ = folder_.write("other.db", "no database");
  EXPECT_EQ(problemAt("/api/functions/0x0000000000000007/history"), 503u);
}

TEST(ApiPath, BeginsAlike) {
  EXPECT_TRUE(isApiPath("/api/anything"));
  EXPECT_FALSE(isApiPath("/metrics"));
  EXPECT_FALSE(isApiPath("/apis"));
}

}  // namespace
}  // namespace assay::serve
