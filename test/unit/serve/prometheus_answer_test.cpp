// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/prometheus_answer.h"

#include <gmock/gmock.h>

namespace assay::serve {
namespace {

using ::testing::HasSubstr;

// As Prometheus 2.42 wrote them.
constexpr const char* kRange =
    R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"id":"0x000000000000002a","le":"0.001"},"values":[[1796256000,"12.5"],[1796259600,"NaN"],[1796263200,"7"]]},{"metric":{},"values":[[1796256000,"1e+06"]]}]}})";
constexpr const char* kInstant =
    R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"id":"0x2a"},"value":[1796256000.123,"3"]}]}})";
// As VictoriaMetrics 1.79 does.
constexpr const char* kOfVictoria =
    R"({"status":"success","isPartial":false,"data":{"resultType":"matrix","result":[{"metric":{"id":"0x2a"},"values":[[1796256000,"4"]]}]}})";
constexpr const char* kRefusal =
    R"({"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 1:5: parse error"})";

TEST(SeriesIn, HasLabelsAndValues) {
  const auto series = seriesIn(kRange, "db:9090");
  ASSERT_TRUE(series);
  ASSERT_EQ(series->size(), 2u);
  EXPECT_EQ(series->front().label("le"), "0.001");
  EXPECT_EQ(series->front().label("none"), "");
  EXPECT_EQ(series->front().values,
            (std::vector<std::pair<double, double>>{{1796256000, 12.5}, {1796263200, 7}}));
  EXPECT_EQ(series->back().values[0].second, 1e6);
  EXPECT_EQ(seriesIn(kInstant, "db:9090")->at(0).values[0].second, 3);
  EXPECT_EQ(seriesIn(kOfVictoria, "db:8428")->at(0).values[0].second, 4);
  EXPECT_TRUE(seriesIn(R"({"status":"success","data":{"resultType":"vector","result":[]}})", "db")->empty());
}

TEST(SeriesIn, SaysWhyTheServerRefused) {
  const auto series = seriesIn(kRefusal, "db:9090");
  ASSERT_FALSE(series);
  EXPECT_EQ(series.error().code, ErrorCode::Input);
  EXPECT_EQ(series.error().message,
            "db:9090 refuses the question: invalid parameter \"query\": 1:5: parse error");
}

TEST(SeriesIn, RefusesWhatIsNoAnswer) {
  for (const char* body :
       {"", "<html>", "{}", "[]", R"({"status":"success"})", R"({"status":"success","data":[]})"}) {
    const auto series = seriesIn(body, "db:80");
    ASSERT_FALSE(series) << body;
    EXPECT_THAT(series.error().message, HasSubstr("what answers at db:80 is no Prometheus")) << body;
  }
}

// What has another form than it should is left out, and nothing breaks.
TEST(SeriesIn, TakesNoHarmFromOddValues) {
  const auto series = seriesIn(
      R"({"status":"success","data":{"result":[1,{"metric":[],"values":{}},{"metric":{"a":1},"values":[1,[],[1],["x","1"],[1,2],[1,"x"],[1,"+Inf"]]}]}})",
      "db");
  ASSERT_TRUE(series);
  for (const ServerSeries& one : *series) EXPECT_TRUE(one.labels.empty() && one.values.empty());
}

TEST(NamesIn, AreThoseOfTheList) {
  EXPECT_EQ(*namesIn(R"({"status":"success","data":["ai_code_calls_total"]})", "db"),
            std::vector<std::string>{"ai_code_calls_total"});
  EXPECT_TRUE(namesIn(R"({"status":"success","data":[]})", "db")->empty());
  EXPECT_FALSE(namesIn(R"({"status":"success","data":{}})", "db"));
}

}  // namespace
}  // namespace assay::serve
