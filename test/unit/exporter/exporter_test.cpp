// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/exporter.h"

#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <chrono>
#include <thread>

#include "own_segment.h"
#include "serve/http_client.h"
#include "support/dogstatsd_agent.h"
#include "support/http_receiver.h"

namespace assay::exporter {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

std::optional<std::string> noVariables(const char*) {
  return std::nullopt;
}

class Exporting : public ::testing::Test {
 protected:
  void run(const std::string& words) {
    thread_ = std::thread([this, words] { exporter_.run(words); });
  }
  void end() {
    exporter_.stop();
    thread_.join();
  }

  test::TemporaryFolder folder_;
  OwnSegment own_{folder_, 5};
  OwnMetrics metrics_{folder_.path(), {}};
  std::vector<std::string> said_;
  Exporter exporter_{metrics_, noVariables, [this](const std::string& line) { said_.push_back(line); }};
  std::thread thread_;
};

TEST_F(Exporting, ToAnAgent) {
  auto agent = test::DogstatsdAgent::udp();
  run(agent.url());
  end();
  const std::vector<std::string> packets = agent.received();
  ASSERT_FALSE(packets.empty());
  EXPECT_THAT(packets[0], HasSubstr("ai_code.calls:5|c|#function:f,id:0x0000000000000007,ai_source:unknown"));
  EXPECT_THAT(said_, IsEmpty());
}

TEST_F(Exporting, ToAReceiver) {
  test::HttpReceiver receiver({test::httpAnswer(200, "{}")});
  run("otlp://127.0.0.1:" + std::to_string(receiver.port()));
  end();
  const auto requests = receiver.requests();
  ASSERT_FALSE(requests.empty());
  EXPECT_THAT(requests.back().body, HasSubstr("\"asInt\":\"5\""));
  EXPECT_THAT(requests.back().body, HasSubstr("process.pid"));
  EXPECT_THAT(said_, IsEmpty());
}

TEST_F(Exporting, ToWhoScrapes) {
  run("prometheus://127.0.0.1:0");
  while (exporter_.descriptor() < 0) std::this_thread::yield();
  sockaddr_in address{};
  socklen_t bytes = sizeof address;
  ASSERT_EQ(::getsockname(exporter_.descriptor(), reinterpret_cast<sockaddr*>(&address), &bytes), 0);
  auto client = serve::HttpClient::open({"127.0.0.1", ntohs(address.sin_port)});
  client->send({"GET", "/metrics"}, std::chrono::seconds(60));
  client->finish(std::chrono::seconds(60));
  const auto outcome = client->takeOutcome();
  ASSERT_TRUE(outcome.has_value());
  EXPECT_THAT(outcome->body, HasSubstr("ai_code_calls_total{function=\"f\""));
  EXPECT_THAT(said_, IsEmpty());
  end();
}

TEST_F(Exporting, EndsAtOnceWhereNothingCanBeOpened) {
  exporter_.run("prometheus://192.0.2.1:1");
  exporter_.run("nonsense");
  exporter_.run("nonsense");
  EXPECT_THAT(
      said_, ElementsAre(StartsWith("ASSAY_EXPORT: `prometheus://192.0.2.1:1`: cannot listen on 192.0.2.1:1"),
                         StartsWith("ASSAY_EXPORT: `nonsense`: ")));
  EXPECT_THAT(said_, Each(Not(AnyOf(HasSubstr("hint"), HasSubstr("\n")))))
      << "of a program that is not there";
}

TEST_F(Exporting, WhatCannotBeOpenedKeepsNothingElseFromIt) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit none{0, before.rlim_max};
  exporter_.stop();
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  exporter_.run("prometheus://127.0.0.1:0 otlp://127.0.0.1:1");
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  ASSERT_GE(said_.size(), 2u);
  EXPECT_THAT(said_[0], AllOf(HasSubstr("`prometheus://127.0.0.1:0`"), HasSubstr("open files")));
  EXPECT_THAT(said_[1], HasSubstr("cannot list the segments")) << "it goes on, for the receiver";
}

TEST_F(Exporting, AnEndedOneKeepsNoPort) {
  run("prometheus://127.0.0.1:0");
  while (exporter_.descriptor() < 0) std::this_thread::yield();
  end();
  EXPECT_EQ(exporter_.descriptor(), -1);
}

TEST_F(Exporting, EndsBeforeItHasBegun) {
  auto agent = test::DogstatsdAgent::udp();
  exporter_.stop();
  exporter_.run(agent.url());
  EXPECT_FALSE(agent.received().empty());
}

}  // namespace
}  // namespace assay::exporter
