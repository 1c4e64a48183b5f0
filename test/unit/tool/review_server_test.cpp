// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_server.h"

#include <gmock/gmock.h>

#include "assay/review_input.h"
#include "support/hash.h"

namespace assay::tool {
namespace {

using history::Seconds;
using serve::ServerSeries;
using ::testing::HasSubstr;

constexpr Seconds kScrapedDay = 86400;
constexpr Seconds kScrapedFrom = 20'000 * kScrapedDay;
constexpr ReviewQuestion kScrapedWeeks = {{kScrapedFrom, kScrapedFrom + 7 * kScrapedDay},
                                          {kScrapedFrom + 7 * kScrapedDay, kScrapedFrom + 14 * kScrapedDay},
                                          43200};
const std::string kScrapedId = "0x0000000000000007";

// A server that has one function; another body since the second week, with twice the time.
class Scraped : public ::testing::Test {
 protected:
  ServerSource source(const model::Manifest* manifest = nullptr) {
    return ServerSource(
        {"db:9090",
         [this](const std::string& expression, serve::Moments moments) {
           return answer(expression, moments);
         },
         [this](const std::string&, serve::Moments) { return Expected<std::vector<std::string>>(names_); }},
        manifest);
  }

  std::vector<std::string> asked_;
  std::vector<std::string> names_ = {"ai_code_calls_total"};
  bool empty_ = false;

 private:
  using Values = std::vector<std::pair<double, double>>;

  static bool isLater(double time) { return time > static_cast<double>(kScrapedFrom + 7 * kScrapedDay); }

  // A value for each moment.
  template <class Value>
  static Values valuesAt(serve::Moments moments, const Value& valueOf) {
    Values values;
    const Seconds step = std::max<Seconds>(moments.step, 1);
    for (Seconds time = moments.first; time <= moments.last; time += step)
      if (const double value = valueOf(static_cast<double>(time)); value > 0)
        values.emplace_back(static_cast<double>(time), value);
    return values;
  }

  Expected<std::vector<ServerSeries>> answer(const std::string& expression, serve::Moments moments) {
    asked_.push_back(expression);
    if (empty_) return std::vector<ServerSeries>();
    const auto all = [&](double value) { return valuesAt(moments, [=](double) { return value; }); };
    const auto has = [&](const char* metric) { return expression.find(metric) != std::string::npos; };
    if (has("ai_code_calls_total"))
      return std::vector<ServerSeries>{
          {{{"id", kScrapedId}, {"function", "f"}, {"ai_source", "GPT-4"}}, all(400)}};
    if (has("ai_code_success_total")) return std::vector<ServerSeries>{{{{"id", kScrapedId}}, all(400)}};
    if (has("seconds_bucket")) return buckets(moments);
    if (has("execution_time_seconds_sum"))
      return std::vector<ServerSeries>{
          {{{"id", kScrapedId}}, valuesAt(moments, [](double t) { return isLater(t) ? 0.8 : 0.4; })}};
    if (has("ai_code_function_info")) return versions(moments);
    return std::vector<ServerSeries>();
  }

  static std::vector<ServerSeries> buckets(serve::Moments moments) {
    const auto first = valuesAt(moments, [](double t) { return isLater(t) ? 0 : 400; });
    const auto all = valuesAt(moments, [](double) { return 400; });
    return {{{{"id", kScrapedId}, {"le", "0.001"}}, first},
            {{{"id", kScrapedId}, {"le", "0.0025"}}, all},
            {{{"id", kScrapedId}, {"le", "+Inf"}}, all}};
  }

  static std::vector<ServerSeries> versions(serve::Moments moments) {
    std::map<std::string, std::string> labels = {
        {"id", kScrapedId},   {"function", "f"},      {"ai_source", "GPT-4"},
        {"vendor", "openai"}, {"date", "2026-10-01"}, {"prompt_hash", hex64(hash64("write f"))},
        {"file", "a.cc"},     {"line", "3"}};
    labels["body"] = "000000000000000a";
    const ServerSeries old{labels, valuesAt(moments, [](double t) { return isLater(t) ? 0 : 1; })};
    labels["body"] = "000000000000000b";
    return {old, {labels, valuesAt(moments, [](double t) { return isLater(t) ? 1 : 0; })}};
  }
};

TEST_F(Scraped, IsReviewedAsAHistoryIs) {
  ServerSource server = source();
  const auto document = *readReview(server, kScrapedWeeks, nullptr);
  ASSERT_EQ(document.functions.size(), 1u);
  const insight::FunctionReview& review = document.functions[0];
  EXPECT_EQ(review.callsBefore, 14 * 400);
  EXPECT_EQ(review.callsAfter, 14 * 400);
  EXPECT_EQ(review.standing, insight::Standing::Worse);
  EXPECT_NEAR(review.times.meanBefore.value, 1e6, 1);
  EXPECT_NEAR(review.times.meanAfter.value, 2e6, 1);
  EXPECT_EQ(review.subject.name, "f");
  EXPECT_EQ(review.subject.vendor, "openai");
  EXPECT_EQ(review.subject.line, 3u);
  ASSERT_EQ(review.bodies.size(), 2u);
  EXPECT_EQ(review.bodies[1].body, 0xbu);
  EXPECT_EQ(review.bodies[1].first, kScrapedWeeks.after.since);
  EXPECT_EQ(document.coverage.known.since, kScrapedFrom);
  EXPECT_EQ(document.coverage.known.until, kScrapedWeeks.after.until);
  EXPECT_EQ(document.coverage.limits.size(), 4u);
}

TEST_F(Scraped, IsAskedForAFewWindowsAtATime) {
  ServerSource server = source();
  ASSERT_TRUE(server.eachWindow(kScrapedWeeks.after, 43200, [](const SeenWindow&) {}));
  EXPECT_EQ(asked_.size(), 4 * (exporting::scrapedFamilies().size() + 1)) << "14 windows, four at a time";
  EXPECT_EQ(asked_[0], "sum by (id, function, ai_source) (increase(ai_code_calls_total[43200s])) > 0");
  EXPECT_THAT(asked_, ::testing::Contains(
                          "sum by (id, le) (increase(ai_code_execution_time_seconds_bucket[43200s])) > 0"));
}

// The last window is what is left of the period.
TEST_F(Scraped, HasEachMomentOfAPeriodOnce) {
  ServerSource server = source();
  std::vector<Seconds> starts;
  ASSERT_TRUE(server.eachWindow({kScrapedFrom, kScrapedFrom + 250}, 60, [&](const SeenWindow& seen) {
    starts.push_back(seen.start - kScrapedFrom);
  }));
  EXPECT_EQ(starts, (std::vector<Seconds>{0, 60, 120, 180, 240}));
  EXPECT_THAT(asked_.back(), HasSubstr("[10s]"));
}

TEST_F(Scraped, KnowsTheBodies) {
  ServerSource server = source();
  const Lives lives = *server.lives({kScrapedFrom, kScrapedFrom + 14 * kScrapedDay});
  ASSERT_EQ(lives.at(7).size(), 2u);
  EXPECT_EQ(lives.at(7)[0].body, 0xau);
  EXPECT_EQ(lives.at(7)[0].last, kScrapedFrom + 7 * kScrapedDay);
  EXPECT_EQ(lives.at(7)[1].first, kScrapedFrom + 7 * kScrapedDay);
}

// They are in no metric, and the manifest has those of the same hash.
TEST_F(Scraped, HasPromptsFromTheManifest) {
  model::Manifest manifest;
  manifest.functions.resize(1);
  manifest.functions[0].id = 7;
  manifest.functions[0].tag.prompt = "write f";
  ServerSource server = source(&manifest);
  EXPECT_EQ(readReview(server, kScrapedWeeks, nullptr)->functions[0].subject.prompt, "write f");
  manifest.functions[0].tag.prompt = "write g";
  EXPECT_EQ(server.subject({7, 0xb}).prompt, "");
}

TEST_F(Scraped, WithoutAMetricOfAssayIsAnError) {
  empty_ = true;
  ServerSource server = source();
  EXPECT_TRUE(readReview(server, kScrapedWeeks, nullptr)->functions.empty()) << "nothing was called";
  names_.clear();
  const auto document = readReview(server, kScrapedWeeks, nullptr);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::Input);
  EXPECT_EQ(document.error().message, "db:9090 has no metrics of assay in this period");
}

}  // namespace
}  // namespace assay::tool
