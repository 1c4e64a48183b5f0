// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/http_client.h"

#include <gmock/gmock.h>

#include "support/http_receiver.h"

namespace assay::serve {
namespace {

using test::httpAnswer;
using test::HttpReceiver;
using ::testing::HasSubstr;

constexpr std::chrono::seconds kLongEnough{30};

HttpOutcome sendTo(std::uint16_t port, HttpSending sending,
                   std::chrono::milliseconds patience = kLongEnough) {
  HttpClient client = HttpClient::open({"127.0.0.1", port}).value();
  EXPECT_FALSE(client.poll()) << "nothing is under way";
  EXPECT_FALSE(client.takeOutcome().has_value());
  client.send(std::move(sending), patience);
  client.finish(kLongEnough);
  return client.takeOutcome().value_or(HttpOutcome{.trouble = "still under way"});
}

TEST(HttpClient, SendsAndHearsTheAnswer) {
  HttpReceiver receiver({httpAnswer(503, "busy\n", "Retry-After: 7\r\n")});
  const HttpOutcome outcome = sendTo(receiver.port(), {"POST", "/v1/metrics", {{"X-Key", "a b"}}, "{}"});
  EXPECT_EQ(outcome.status, 503u);
  EXPECT_EQ(outcome.retryAfter, "7");
  EXPECT_EQ(outcome.text(), "503 busy");
  const auto requests = receiver.requests();
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_THAT(requests[0].head, HasSubstr("POST /v1/metrics HTTP/1.1\r\n"));
  EXPECT_THAT(requests[0].head, HasSubstr("X-Key: a b"));
  EXPECT_THAT(requests[0].head, HasSubstr("Host: 127.0.0.1:"));
  EXPECT_EQ(requests[0].body, "{}");
}

TEST(HttpClient, FindsWhoAnswersAtOneAddressOfAName) {
  HttpReceiver receiver({httpAnswer(200)});
  HttpClient client = HttpClient::open({"localhost", receiver.port()}).value();
  client.send({"POST", "/"}, kLongEnough);
  client.finish(kLongEnough);
  EXPECT_EQ(client.takeOutcome()->status, 200u);
}

TEST(HttpClient, SaysWhyThereWasNoAnswer) {
  HttpReceiver closing({""});
  EXPECT_EQ(sendTo(closing.port(), {"POST", "/"}).status, 0u);
  EXPECT_EQ(sendTo(closing.port(), {"POST", "/"}).text(), "end of stream");
  HttpReceiver silent({HttpReceiver::kSilence});
  EXPECT_THAT(sendTo(silent.port(), {"POST", "/"}, std::chrono::milliseconds(20)).text(),
              HasSubstr("timeout"));
  std::uint16_t port = 0;
  {
    const HttpReceiver gone({""});
    port = gone.port();
  }
  EXPECT_EQ(sendTo(port, {"POST", "/"}).text(), "Connection refused");
}

TEST(HttpClient, AnAnswerThatIsTooLongHasItsStatus) {
  HttpReceiver receiver({httpAnswer(400, std::string(100'000, 'x'))});
  EXPECT_EQ(sendTo(receiver.port(), {"POST", "/"}).status, 400u);
}

TEST(HttpClient, AnAnswerIsShownSafely) {
  HttpReceiver receiver({httpAnswer(400, "\x1b[31m" + std::string(1000, 'x'))});
  const std::string text = sendTo(receiver.port(), {"POST", "/"}).text();
  EXPECT_LT(text.size(), 250u);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(HttpClient, ANewRequestEndsTheOneBefore) {
  HttpReceiver receiver({HttpReceiver::kSilence, httpAnswer(200)});
  HttpClient client = HttpClient::open({"127.0.0.1", receiver.port()}).value();
  client.send({"POST", "/", {}, "1"}, kLongEnough);
  while (receiver.requests().empty()) client.poll();
  client.send({"POST", "/", {}, "2"}, kLongEnough);
  client.finish(kLongEnough);
  EXPECT_EQ(client.takeOutcome()->status, 200u);
  EXPECT_EQ(receiver.requests().size(), 2u);
  client.send({"POST", "/", {}, "3"}, kLongEnough);
  client.stop();
  EXPECT_FALSE(client.poll());
  EXPECT_FALSE(client.takeOutcome().has_value());
}

TEST(HttpClient, RefusesAHostWithoutAddress) {
  const auto client = HttpClient::open({"256.0.0.1.invalid", 1});
  ASSERT_FALSE(client.has_value());
  EXPECT_EQ(client.error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace assay::serve
