// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/dogstatsd_socket.h"

#include <gtest/gtest.h>

#include <optional>

#include "support/dogstatsd_agent.h"
#include "support/temporary_folder.h"

namespace assay::serve {
namespace {

using Packets = std::vector<std::string>;

DogstatsdSocket socketTo(const std::string& url) {
  return DogstatsdSocket::open(dogstatsdAddressOf(url).value()).value();
}

class SocketToAnAgent : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "s"; }
  test::TemporaryFolder folder_;
};

TEST_F(SocketToAnAgent, TakesDatagramsAndStreams) {
  auto udp = test::DogstatsdAgent::udp();
  auto datagram = test::DogstatsdAgent::unixDatagram(folder_.path() / "d");
  auto stream = test::DogstatsdAgent::unixStream(folder_.path() / "t");
  for (test::DogstatsdAgent* agent : {&udp, &datagram, &stream}) {
    DogstatsdSocket socket = socketTo(agent->url());
    ASSERT_TRUE(socket.connect()) << agent->url() << socket.trouble();
    EXPECT_EQ(socket.send("first\nsecond"), SendResult::Sent);
    EXPECT_EQ(socket.send("third"), SendResult::Sent);
    EXPECT_EQ(agent->received(), (Packets{"first\nsecond", "third"})) << agent->url();
  }
}

TEST_F(SocketToAnAgent, KeepsToTheKindThatIsAskedFor) {
  const auto agent = test::DogstatsdAgent::unixDatagram(path());
  EXPECT_FALSE(socketTo("unixstream://" + path().string()).connect());
  EXPECT_TRUE(socketTo("unixgram://" + path().string()).connect());
}

TEST_F(SocketToAnAgent, FindsOneThatComesLate) {
  DogstatsdSocket socket = socketTo("unix://" + path().string());
  EXPECT_FALSE(socket.connect());
  EXPECT_EQ(socket.trouble(), "No such file or directory");
  EXPECT_EQ(socket.send("x"), SendResult::Gone);
  auto agent = test::DogstatsdAgent::unixStream(path());
  EXPECT_TRUE(socket.connect());
  EXPECT_EQ(socket.send("x"), SendResult::Sent);
  EXPECT_EQ(agent.received(), Packets{"x"});
}

TEST_F(SocketToAnAgent, FindsOneThatIsStartedAgain) {
  for (const bool asStream : {false, true}) {
    const auto start = [&] {
      return asStream ? test::DogstatsdAgent::unixStream(path()) : test::DogstatsdAgent::unixDatagram(path());
    };
    DogstatsdSocket socket = socketTo("unix://" + path().string());
    {
      auto agent = start();
      EXPECT_EQ(socket.send("one"), SendResult::Sent);
      EXPECT_EQ(agent.received(), Packets{"one"});
    }
    EXPECT_EQ(socket.send("two"), SendResult::Gone);
    EXPECT_FALSE(socket.connect());
    auto agent = start();
    EXPECT_EQ(socket.send("two"), SendResult::Sent);
    EXPECT_EQ(agent.received(), Packets{"two"});
  }
}

TEST_F(SocketToAnAgent, NeverBlocks) {
  auto datagram = test::DogstatsdAgent::unixDatagram(folder_.path() / "d");
  auto stream = test::DogstatsdAgent::unixStream(folder_.path() / "t");
  for (test::DogstatsdAgent* agent : {&datagram, &stream}) {
    DogstatsdSocket socket = socketTo(agent->url());
    std::size_t sent = 0;
    const std::string packet(8000, 'x');
    while (socket.send(packet) == SendResult::Sent) ++sent;
    ASSERT_GT(sent, 0u);
    // The same again: of a stream the part that had room is not sent twice.
    Packets received = agent->received();
    while (socket.send(packet) == SendResult::Later) {
    }
    for (std::string& more : agent->received()) received.push_back(std::move(more));
    EXPECT_EQ(received, Packets(sent + 1, packet)) << agent->url();
  }
}

TEST_F(SocketToAnAgent, SaysThatNobodyListensByUdp) {
  std::optional<test::DogstatsdAgent> agent(test::DogstatsdAgent::udp());
  DogstatsdSocket socket = socketTo(agent->url());
  EXPECT_EQ(socket.send("one"), SendResult::Sent);
  agent.reset();
  EXPECT_EQ(socket.send("lost"), SendResult::Sent);
  EXPECT_EQ(socket.send("kept"), SendResult::Refused);
  EXPECT_EQ(socket.trouble(), "Connection refused");
}

TEST_F(SocketToAnAgent, SaysWhatIsTooLong) {
  const auto agent = test::DogstatsdAgent::udp();
  EXPECT_EQ(socketTo(agent.url()).send(std::string(70'000, 'x')), SendResult::TooLong);
}

TEST_F(SocketToAnAgent, RefusesAHostWithoutAddress) {
  const auto socket = DogstatsdSocket::open(dogstatsdAddressOf("udp://256.0.0.1.invalid").value());
  ASSERT_FALSE(socket.has_value());
  EXPECT_EQ(socket.error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace assay::serve
