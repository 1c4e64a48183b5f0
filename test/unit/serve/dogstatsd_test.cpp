// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd.h"

#include <gtest/gtest.h>

#include <optional>

#include "support/dogstatsd_agent.h"
#include "support/dogstatsd_grammar.h"
#include "support/temporary_folder.h"

namespace assay::serve {
namespace {

using telemetry::ProcessSnapshot;

std::vector<ProcessSnapshot> partsWith(std::uint64_t calls) {
  telemetry::SiteCounts site;
  site.id = 7;
  site.name = "f";
  site.calls = calls;
  ProcessSnapshot process;
  process.sites = {site};
  return {process};
}

class FlushesToAnAgent : public ::testing::Test {
 protected:
  void flush(std::uint64_t calls) { dogstatsd_.flush(partsWith(calls), {}, said_); }
  void start() { agent_.emplace(test::DogstatsdAgent::unixDatagram(path_)); }
  // By the packets that have arrived.
  double arrived() {
    double calls = 0;
    for (const std::string& packet : agent_->received()) {
      const auto messages = test::readDogstatsd(packet).value();
      for (const test::DogstatsdMessage& message : messages)
        if (message.name == "ai_code.calls") calls += message.sum();
    }
    return calls;
  }

  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "s";
  Dogstatsd dogstatsd_{DogstatsdSocket::open(dogstatsdAddressOf("unix://" + path_.string()).value()).value(),
                       {}};
  std::optional<test::DogstatsdAgent> agent_;
  Diagnostics said_;
};

TEST_F(FlushesToAnAgent, SendWhatCameSinceTheBeginning) {
  start();
  EXPECT_FALSE(dogstatsd_.hasBegun());
  dogstatsd_.begin(partsWith(100));
  EXPECT_TRUE(dogstatsd_.hasBegun());
  flush(105);
  EXPECT_EQ(arrived(), 5);
  flush(105);
  EXPECT_TRUE(agent_->received().empty());
  flush(112);
  EXPECT_EQ(arrived(), 7);
  EXPECT_TRUE(said_.all().empty());
}

TEST_F(FlushesToAnAgent, KeepWhatCameWhileTheAgentWasAway) {
  for (std::uint64_t calls = 1; calls < kFlushesKept; ++calls) flush(calls);
  start();
  flush(kFlushesKept);
  EXPECT_EQ(arrived(), kFlushesKept);
  EXPECT_EQ(dogstatsd_.sender().dropped(), DogstatsdTally{});
  agent_.reset();
  flush(20);
  start();
  flush(30);
  EXPECT_EQ(arrived(), 30 - kFlushesKept);
  ASSERT_FALSE(said_.all().empty());
  EXPECT_EQ(said_.all()[0].id, "assay-serve-001");
  EXPECT_NE(said_.all()[0].message.find("No such file"), std::string::npos);
}

TEST_F(FlushesToAnAgent, DropWhatIsTooOld) {
  for (std::uint64_t calls = 1; calls <= kFlushesKept; ++calls) flush(calls);
  EXPECT_EQ(dogstatsd_.sender().dropped().messages, 2u) << "calls and successes";
  flush(10);
  start();
  flush(11);
  EXPECT_EQ(arrived(), 11 - kFlushesKept);
}

TEST(FlushesByUdp, SayThatNobodyListens) {
  std::optional<test::DogstatsdAgent> agent(test::DogstatsdAgent::udp());
  Dogstatsd dogstatsd(DogstatsdSocket::open(dogstatsdAddressOf(agent->url()).value()).value(), {});
  agent.reset();
  Diagnostics said;
  for (std::uint64_t calls = 1; calls <= kFlushesKept; ++calls) {
    dogstatsd.flush(partsWith(calls), {}, said);
    EXPECT_EQ(dogstatsd.sender().dropped().packets, 0u);
  }
  ASSERT_FALSE(said.all().empty());
  EXPECT_NE(said.all()[0].message.find("Connection refused"), std::string::npos);
  dogstatsd.flush(partsWith(kFlushesKept + 1), {}, said);
  EXPECT_EQ(dogstatsd.sender().dropped().packets, 2u) << "the first flush, and what came in the minute";
  EXPECT_EQ(dogstatsd.sender().sent(), DogstatsdTally{});
}

TEST_F(FlushesToAnAgent, EndInTime) {
  flush(3);
  dogstatsd_.finish();
  EXPECT_EQ(dogstatsd_.sender().dropped().messages, 0u) << "nothing was on its way";
  start();
  flush(5);
  EXPECT_FALSE(dogstatsd_.sendMore());
  dogstatsd_.finish();
  EXPECT_EQ(arrived(), 5);
}

}  // namespace
}  // namespace assay::serve
