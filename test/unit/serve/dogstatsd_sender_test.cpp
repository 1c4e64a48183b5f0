// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd_sender.h"

#include <gtest/gtest.h>

#include <optional>

#include "export/prometheus_text.h"
#include "support/dogstatsd_agent.h"
#include "support/temporary_folder.h"

namespace assay::serve {
namespace {

DogstatsdSender senderTo(const std::string& url) {
  return DogstatsdSender(DogstatsdSocket::open(dogstatsdAddressOf(url).value()).value());
}

exporting::DogstatsdPackets numbered(int packets) {
  exporting::DogstatsdPackets all;
  for (int i = 0; i < packets; ++i) all.packets.push_back({std::to_string(1000 + i), 2});
  return all;
}

TEST(DogstatsdSender, SendsInBursts) {
  auto agent = test::DogstatsdAgent::udp();
  DogstatsdSender sender = senderTo(agent.url());
  EXPECT_FALSE(sender.send()) << "nothing to do";
  sender.add(numbered(40));
  EXPECT_TRUE(sender.send());
  EXPECT_EQ(agent.received().size(), 32u);
  EXPECT_FALSE(sender.send());
  EXPECT_EQ(agent.received().back(), "1039");
  sender.send();
  EXPECT_EQ(sender.sent(), (DogstatsdTally{80, 40, 160}));
  EXPECT_EQ(sender.dropped(), DogstatsdTally{});
}

TEST(DogstatsdSender, LosesNothingToASlowAgent) {
  const test::TemporaryFolder folder;
  auto agent = test::DogstatsdAgent::unixDatagram(folder.path() / "s");
  DogstatsdSender sender = senderTo(agent.url());
  sender.add(numbered(2000));
  std::size_t received = 0;
  while (sender.send()) received += agent.received().size();
  EXPECT_EQ(received + agent.received().size(), 2000u);
}

TEST(DogstatsdSender, KeepsWhatNobodyTakes) {
  const test::TemporaryFolder folder;
  DogstatsdSender sender = senderTo("unix://" + (folder.path() / "s").string());
  sender.add(numbered(3));
  EXPECT_FALSE(sender.send());
  EXPECT_FALSE(sender.isReachable());
  EXPECT_FALSE(sender.isEmpty());
  auto agent = test::DogstatsdAgent::unixStream(folder.path() / "s");
  EXPECT_TRUE(sender.isReachable());
  sender.finish(1000);
  EXPECT_EQ(agent.received().size(), 3u);
}

TEST(DogstatsdSender, CountsWhatIsDropped) {
  const test::TemporaryFolder folder;
  DogstatsdSender sender = senderTo("unix://" + (folder.path() / "s").string());
  sender.add(numbered(3));
  sender.dropQueue();
  exporting::DogstatsdPackets late = numbered(2);
  late.tooLong = 1;
  sender.drop(late);
  EXPECT_TRUE(sender.isEmpty());
  EXPECT_EQ(sender.dropped(), (DogstatsdTally{11, 5, 20}));
  EXPECT_EQ(sender.sent(), DogstatsdTally{});
}

TEST(DogstatsdSender, KeepsWhatNobodyHeard) {
  std::optional<test::DogstatsdAgent> agent(test::DogstatsdAgent::udp());
  DogstatsdSender sender = senderTo(agent->url());
  agent.reset();
  sender.add(numbered(3));
  EXPECT_FALSE(sender.send());
  EXPECT_TRUE(sender.isRefused());
  EXPECT_EQ(sender.sent(), DogstatsdTally{});
  sender.dropQueue();
  EXPECT_EQ(sender.dropped(), (DogstatsdTally{6, 3, 12})) << "the one that was on its way, too";
}

TEST(DogstatsdSender, KeepsTheLastOneThatNobodyHeard) {
  std::optional<test::DogstatsdAgent> agent(test::DogstatsdAgent::udp());
  DogstatsdSender sender = senderTo(agent->url());
  agent.reset();
  sender.add(numbered(1));
  EXPECT_FALSE(sender.send());
  EXPECT_TRUE(sender.isRefused());
  EXPECT_FALSE(sender.isEmpty());
}

// A counter that becomes less is a process that started again, to a Prometheus.
TEST(DogstatsdSender, NeverCountsBackwards) {
  std::optional<test::DogstatsdAgent> agent(test::DogstatsdAgent::udp());
  DogstatsdSender sender = senderTo(agent->url());
  std::uint64_t sent = 0;
  for (int i = 0; i < 10; ++i) {
    if (i == 4) agent.reset();
    sender.add(numbered(1));
    sender.send();
    EXPECT_GE(sender.sent().messages, sent) << i;
    sent = sender.sent().messages;
  }
  EXPECT_EQ(sent, 8u) << "four packets arrived";
}

TEST(DogstatsdSender, CountsTheLastOneWhenNobodyRefusedIt) {
  auto agent = test::DogstatsdAgent::udp();
  DogstatsdSender sender = senderTo(agent.url());
  sender.add(numbered(1));
  sender.send();
  EXPECT_EQ(sender.sent().packets, 0u);
  sender.send();
  EXPECT_EQ(sender.sent().packets, 1u);
}

TEST(DogstatsdSender, GoesOnWithAnotherAddressOfTheHost) {
  const auto agent = test::DogstatsdAgent::udp();
  std::string url = agent.url();
  url.replace(url.find("127.0.0.1"), 9, "localhost");
  DogstatsdSender sender = senderTo(url);
  sender.add(numbered(3));
  sender.send();
  sender.send();
  EXPECT_EQ(sender.sent().packets, 3u) << "of " << sender.socket().addresses() << " addresses";
}

TEST(DogstatsdSender, AFrameThatWasBegunAndDroppedEndsItsStream) {
  const test::TemporaryFolder folder;
  auto agent = test::DogstatsdAgent::unixStream(folder.path() / "s");
  DogstatsdSender sender = senderTo(agent.url());
  sender.add({{{std::string(4'000'000, 'x'), 1}}, 0});
  EXPECT_TRUE(sender.send()) << "a part of it fits";
  sender.dropQueue();
  sender.add(numbered(1));
  sender.finish(1000);
  EXPECT_EQ(sender.sent().packets, 1u);
  EXPECT_EQ(agent.received(), std::vector<std::string>{"1000"});
}

TEST(DogstatsdSender, HasMetrics) {
  auto agent = test::DogstatsdAgent::udp();
  DogstatsdSender sender = senderTo(agent.url());
  sender.add(numbered(3));
  sender.send();
  sender.send();
  sender.drop(numbered(1));
  const std::string text =
      exporting::metricsText(dogstatsdMetrics(sender), exporting::TextFormat::Prometheus);
  for (const char* line : {"ai_code_dogstatsd_messages_total{state=\"sent\"} 6\n",
                           "ai_code_dogstatsd_messages_total{state=\"dropped\"} 2\n",
                           "ai_code_dogstatsd_packets_total{state=\"sent\"} 3\n",
                           "ai_code_dogstatsd_packets_total{state=\"dropped\"} 1\n",
                           "ai_code_dogstatsd_bytes_total{state=\"sent\"} 12\n",
                           "ai_code_dogstatsd_bytes_total{state=\"dropped\"} 4\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

}  // namespace
}  // namespace assay::serve
