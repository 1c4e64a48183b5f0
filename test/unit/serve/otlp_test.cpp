// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/otlp.h"

#include <gmock/gmock.h>

#include <memory>

#include "export/prometheus_text.h"
#include "support/http_receiver.h"

namespace assay::serve {
namespace {

using test::httpAnswer;
using test::HttpReceiver;
using ::testing::HasSubstr;

constexpr exporting::Nanoseconds kSecond = 1'000'000'000;
constexpr exporting::Nanoseconds kBegunAt = 1'769'900'000 * kSecond;
constexpr std::chrono::seconds kLong{30};

exporting::MetricFamily callsFamily(std::uint64_t calls) {
  return {
      "ai_code_calls_total", "Calls.", exporting::MetricType::Counter, "", {{{{"function", "f"}}, calls}}};
}

class ToAReceiver : public ::testing::Test {
 protected:
  Otlp& start(std::vector<std::string> answers, std::chrono::milliseconds timeout = kLong) {
    receiver_ = std::make_unique<HttpReceiver>(std::move(answers));
    OtlpTarget target{{"127.0.0.1", receiver_->port()}, "/v1/metrics"};
    target.timeout = timeout;
    target.headers = {{"api-key", "k"}};
    otlp_ = std::make_unique<Otlp>(HttpClient::open(target.peer).value(), target,
                                   exporting::OtlpForm{{}, "1.0", 1});
    otlp_->begin({}, kBegunAt);
    return *otlp_;
  }
  void flush(std::uint64_t calls, int after = 10) {
    otlp_->flush(std::vector{callsFamily(calls)},
                 kBegunAt + static_cast<exporting::Nanoseconds>(after) * kSecond);
  }
  // Until something became of a request, or nothing is to be done soon, at whatever time it is asked for.
  void pollUntilIdle(Otlp::Clock::time_point now) {
    const OtlpTally before = otlp_->tally();
    while (otlp_->poll(now) && otlp_->tally() == before) {
    }
  }
  std::string said() {
    Diagnostics diagnostics;
    otlp_->report(diagnostics);
    std::string all;
    for (const Diagnostic& one : diagnostics.all()) all += one.id + ": " + one.message + "\n";
    return all;
  }

  std::unique_ptr<HttpReceiver> receiver_;
  std::unique_ptr<Otlp> otlp_;
  Otlp::Clock::time_point now_ = Otlp::Clock::now();
};

TEST_F(ToAReceiver, WhatIsTakenIsSaid) {
  start({httpAnswer(200, "{}")});
  EXPECT_TRUE(otlp_->hasBegun());
  EXPECT_FALSE(otlp_->poll(now_)) << "nothing is to be sent";
  flush(3);
  pollUntilIdle(now_);
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.sent = 1, .requests = 1}));
  EXPECT_EQ(said(), "");
  const auto requests = receiver_->requests();
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_THAT(requests[0].head, HasSubstr("Content-Type: application/json"));
  EXPECT_THAT(requests[0].head, HasSubstr("api-key: k"));
  EXPECT_THAT(requests[0].body, HasSubstr("\"asInt\":\"3\""));
  EXPECT_THAT(requests[0].body, HasSubstr("\"startTimeUnixNano\":\"1769900000000000000\""));
}

TEST_F(ToAReceiver, ABusyOneIsTriedAgainWhenItWants) {
  start({httpAnswer(503, "busy", "Retry-After: 5\r\n"), httpAnswer(200)});
  flush(3);
  pollUntilIdle(now_);
  EXPECT_THAT(said(), HasSubstr("assay-serve-003"));
  EXPECT_EQ(said(), "") << "once";
  EXPECT_TRUE(otlp_->poll(now_ + std::chrono::milliseconds(4900)));
  EXPECT_EQ(receiver_->requests().size(), 1u);
  pollUntilIdle(now_ + std::chrono::milliseconds(5100));
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.sent = 1, .requests = 1, .failures = 1}));
  const auto requests = receiver_->requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_EQ(requests[0].body, requests[1].body);
}

TEST_F(ToAReceiver, WhoWantsToWaitLongIsNotAskedMeanwhile) {
  start({httpAnswer(429, "", "Retry-After: 3600\r\n")});
  flush(3);
  pollUntilIdle(now_);
  EXPECT_FALSE(otlp_->poll(now_ + kLong)) << "no reason to look again every 10 ms";
  flush(4);
  EXPECT_FALSE(otlp_->poll(now_ + kLong));
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.replaced = 1, .failures = 1}));
}

TEST_F(ToAReceiver, ALaterReadingTakesThePlaceOfOneThatWaits) {
  start({"", httpAnswer(200)});
  flush(3);
  pollUntilIdle(now_);
  flush(8, 20);
  pollUntilIdle(now_ + kLong);
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.sent = 1, .replaced = 1, .requests = 1, .failures = 1}));
  EXPECT_THAT(receiver_->requests().back().body, HasSubstr("\"asInt\":\"8\""));
}

TEST_F(ToAReceiver, WhatIsRefusedIsNotSentAgain) {
  start({httpAnswer(400, "no good"), httpAnswer(200)});
  flush(3);
  pollUntilIdle(now_);
  EXPECT_THAT(said(), HasSubstr("assay-serve-004: the OTLP receiver at http://127.0.0.1"));
  EXPECT_FALSE(otlp_->poll(now_ + kLong));
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.rejected = 1, .failures = 1}));
  flush(5, 20);
  pollUntilIdle(now_);
  EXPECT_THAT(receiver_->requests().back().body, HasSubstr("\"asInt\":\"5\"")) << "the next has all of it";
}

TEST_F(ToAReceiver, APartThatIsRefusedIsCountedAndSaid) {
  start({httpAnswer(200, R"({"partialSuccess":{"rejectedDataPoints":"1","errorMessage":"too old"}})"),
         httpAnswer(200, R"({"partialSuccess":{"rejectedDataPoints":99}})"),
         httpAnswer(200, R"({"partialSuccess":{"errorMessage":"beware"}})"), httpAnswer(200, "not JSON")});
  flush(3);
  pollUntilIdle(now_);
  EXPECT_THAT(said(), HasSubstr("too old"));
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.rejected = 1, .requests = 1}));
  flush(4, 20);
  pollUntilIdle(now_);
  EXPECT_EQ(otlp_->tally().rejected, 2u) << "no more than there were";
  flush(5, 30);
  pollUntilIdle(now_);
  EXPECT_THAT(said(), HasSubstr("beware"));
  flush(6, 40);
  pollUntilIdle(now_);
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.sent = 2, .rejected = 2, .requests = 4}));
}

TEST_F(ToAReceiver, EachRequestIsForItself) {
  start({httpAnswer(200), httpAnswer(400), httpAnswer(200)});
  otlp_->flush(
      std::vector{callsFamily(1),
                  exporting::MetricFamily{"g", "", exporting::MetricType::Gauge, "", {{{}, 1}, {{}, 2}}}},
      kBegunAt + 10 * kSecond);
  for (int i = 0; i < 3; ++i) pollUntilIdle(now_);
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.sent = 2, .rejected = 1, .requests = 2, .failures = 1}));
}

TEST_F(ToAReceiver, TheEndIsSentThoughAnEarlierRequestHangs) {
  start({HttpReceiver::kSilence, httpAnswer(200)});
  flush(3);
  while (receiver_->requests().empty()) otlp_->poll(now_);
  flush(4, 20);
  Diagnostics diagnostics;
  otlp_->finish(std::chrono::seconds(4), diagnostics);
  EXPECT_TRUE(diagnostics.all().empty());
  EXPECT_THAT(receiver_->requests().back().body, HasSubstr("\"asInt\":\"4\""));
  EXPECT_EQ(otlp_->tally(), (OtlpTally{.sent = 1, .replaced = 1, .requests = 1}));
}

TEST_F(ToAReceiver, WhatDoesNotArriveAtTheEndIsSaid) {
  start({HttpReceiver::kSilence});
  flush(3);
  Diagnostics diagnostics;
  otlp_->finish(std::chrono::milliseconds(50), diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].id, "assay-serve-005");
  EXPECT_EQ(otlp_->tally().lost, 1u);
}

TEST_F(ToAReceiver, TheEndDoesNotWaitForWhoWantsToWaitLonger) {
  start({httpAnswer(503, "", "Retry-After: 3600\r\n")});
  flush(3);
  Diagnostics diagnostics;
  otlp_->finish(std::chrono::minutes(1), diagnostics);
  EXPECT_EQ(diagnostics.all().size(), 2u);
  EXPECT_EQ(otlp_->tally().lost, 1u);
}

TEST_F(ToAReceiver, TimeGoesOnWhateverTheClockSays) {
  start({httpAnswer(200)});
  flush(3, 0);
  pollUntilIdle(now_);
  flush(4, -100);
  pollUntilIdle(now_);
  const auto requests = receiver_->requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_THAT(requests[0].body, HasSubstr("\"timeUnixNano\":\"1769900000000000001\""));
  EXPECT_THAT(requests[1].body, HasSubstr("\"timeUnixNano\":\"1769900000000000002\""));
}

TEST(OtlpMetrics, AreByState) {
  const auto families = otlpMetrics({.sent = 1, .rejected = 2, .replaced = 3, .requests = 5, .failures = 6});
  const std::string text = exporting::metricsText(families, exporting::TextFormat::Prometheus);
  EXPECT_THAT(text, HasSubstr("ai_code_otlp_points_total{state=\"replaced\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("ai_code_otlp_requests_total{state=\"failed\"} 6\n"));
}

}  // namespace
}  // namespace assay::serve
