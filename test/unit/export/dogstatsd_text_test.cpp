// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/dogstatsd_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "support/dogstatsd_grammar.h"
#include "vocabulary/metrics.h"

namespace assay::exporting {
namespace {

using test::DogstatsdMessage;

FunctionGrowth namedGrowth(std::string name, std::uint64_t calls) {
  FunctionGrowth growth;
  growth.id = 7;
  growth.name = std::move(name);
  growth.calls = calls;
  return growth;
}

// What a strict reader has of the packets, all of which must be well-formed and of the right length.
std::vector<DogstatsdMessage> readAll(const DogstatsdPackets& packets, std::size_t packetBytes = 1432) {
  std::vector<DogstatsdMessage> all;
  for (const DogstatsdPacket& packet : packets.packets) {
    EXPECT_LE(packet.text.size(), packetBytes);
    const auto messages = test::readDogstatsd(packet.text);
    EXPECT_TRUE(messages.has_value()) << packet.text;
    if (!messages) continue;
    EXPECT_EQ(messages->size(), packet.messages);
    all.insert(all.end(), messages->begin(), messages->end());
  }
  return all;
}

std::string onlyText(const Growth& growth, const DogstatsdForm& form = {}) {
  const DogstatsdPackets packets = dogstatsdPackets(growth, {}, form);
  return packets.packets.size() == 1 ? packets.packets[0].text : "not one packet";
}

TEST(DogstatsdText, WordForWord) {
  FunctionGrowth growth = namedGrowth("feeOf", 12);
  growth.succeeded = 9;
  growth.failed = 3;
  growth.durations = {{1e-6, 1}, {2.5e-6, 3}, {4e-6, 1}, {0.1, 7}};
  growth.sizes = {{11.5, 2}};
  growth.types = {{"Transfer", 2}};
  growth.errorKinds = {{"(returned)", 3}};
  growth.memory = {.calls = 12, .allocated = 4096, .freed = 0};
  const std::string tags = "|#function:feeOf,id:0x0000000000000007,ai_source:unknown";
  EXPECT_EQ(onlyText({{growth}, 0}),
            "ai_code.calls:12|c" + tags + "\nai_code.success:9|c" + tags + "\nai_code.error:3|c" + tags +
                "\nai_code.execution_time:0.000001:0.000004|d" + tags +
                "\nai_code.execution_time:0.0000025|d|@0.3333333" + tags +
                "\nai_code.execution_time:0.1|d|@0.1428571" + tags + "\nai_code.input_size:11.5|d|@0.5" +
                tags + "\nai_code.memory_calls:12|c" + tags + "\nai_code.memory_allocated_bytes:4096|c" +
                tags + "\nai_code.input_type:2|c" + tags + ",type:Transfer\nai_code.error_kind:3|c" + tags +
                ",kind:(returned)");
}

TEST(DogstatsdText, TagsOfEveryMessageAndHistograms) {
  FunctionGrowth growth = namedGrowth("f", 0);
  growth.durations = {{1, 1}};
  const std::string text = onlyText({{growth}, 2}, {.histograms = true, .tags = {"env:prod", "team:a"}});
  EXPECT_EQ(text,
            "ai_code.execution_time:1|h|#function:f,id:0x0000000000000007,ai_source:unknown,env:prod,team:a\n"
            "ai_code.lost_calls:2|c|#env:prod,team:a");
  EXPECT_TRUE(dogstatsdPackets({}, {}, {}).packets.empty());
}

TEST(DogstatsdText, HostileNamesAreTagsAndNothingElse) {
  std::mt19937_64 random(1);
  constexpr char kNasty[] = ",|#@:\n\r\0\x7f\xff\xc3\xe2\x82\xac_e{1,1}:x|";
  const std::string_view nasty(kNasty, sizeof kNasty - 1);
  for (int round = 0; round < 2000; ++round) {
    std::string name;
    const std::size_t length = random() % (round % 10 == 0 ? 2000 : 30);
    for (std::size_t i = 0; i < length; ++i) name += nasty[random() % nasty.size()];
    FunctionGrowth growth = namedGrowth(name, 5);
    growth.types = {{name, 2}};
    growth.durations = {{1, 2}};
    FunctionFacts facts;
    facts.model = facts.vendor = name;
    const auto messages = readAll(dogstatsdPackets({{growth}, 0}, {{7, facts}}, {}));
    ASSERT_EQ(messages.size(), 3u) << name;
    for (const DogstatsdMessage& message : messages) EXPECT_EQ(message.tag("id"), "0x0000000000000007");
    EXPECT_EQ(messages[0].name, vocabulary::kStatsdCalls);
    EXPECT_EQ(messages[0].sum(), 5);
  }
}

TEST(DogstatsdText, CountsAndSumsComeOutRight) {
  std::mt19937_64 random(2);
  FunctionGrowth growth = namedGrowth("f", 1);
  std::uint64_t calls = 0;
  double seconds = 0;
  for (int i = 0; i < 305; ++i) {
    const double value = std::pow(10.0, -9 + i / 30.0);
    const std::uint64_t weight = 1 + random() % (i % 3 == 0 ? 3 : 1'000'000);
    growth.durations.emplace_back(value, weight);
    calls += weight;
    seconds += value * static_cast<double>(weight);
  }
  std::uint64_t readCalls = 0;
  double readSeconds = 0;
  for (const DogstatsdMessage& message : readAll(dogstatsdPackets({{growth}, 0}, {}, {}))) {
    if (message.name != vocabulary::kStatsdExecutionTime) continue;
    readCalls += message.count();
    readSeconds += message.sum();
  }
  EXPECT_EQ(readCalls, calls);
  EXPECT_NEAR(readSeconds, seconds, seconds * 1e-5);
}

TEST(DogstatsdText, PackedValuesFillPackets) {
  FunctionGrowth growth = namedGrowth(std::string(400, 'x'), 0);
  for (int i = 1; i <= 1000; ++i) growth.durations.emplace_back(i * 1.001e-6, 1);
  const DogstatsdPackets packets = dogstatsdPackets({{growth}, 0}, {}, {});
  std::size_t values = 0;
  for (const DogstatsdMessage& message : readAll(packets)) values += message.values.size();
  EXPECT_EQ(values, 1000u);
  EXPECT_LT(packets.packets.size(), 14u);
  EXPECT_EQ(readAll(dogstatsdPackets({{growth}, 0}, {}, {.packetBytes = 8192}), 8192).size(), 2u);
}

TEST(DogstatsdText, AMessageThatFitsIntoNoPacketIsCounted) {
  const DogstatsdPackets packets =
      dogstatsdPackets({{namedGrowth("f", 1)}, 1}, {}, {.tags = {std::string(1430, 't')}});
  EXPECT_EQ(packets.tooLong, 2u);
  EXPECT_TRUE(packets.packets.empty());
}

// A million times as many calls are sent in as many datagrams, twice as many functions in twice as many.
TEST(DogstatsdText, DatagramsAreProportionalToFunctionsAndNotToCalls) {
  const auto datagrams = [](std::uint64_t functions, std::uint64_t calls) {
    Growth growth;
    for (std::uint64_t id = 0; id < functions; ++id) {
      FunctionGrowth one = namedGrowth("function" + std::to_string(1000 + id), 20 * calls);
      for (std::uint64_t cell = 1; cell <= 20; ++cell)
        one.durations.emplace_back(static_cast<double>(cell) * 1e-6, calls + cell);
      growth.functions.push_back(std::move(one));
    }
    return static_cast<double>(dogstatsdPackets(growth, {}, {}).packets.size());
  };
  EXPECT_NEAR(datagrams(100, 1'000'000'000), datagrams(100, 1'000), datagrams(100, 1'000) * 0.2);
  EXPECT_NEAR(datagrams(200, 1'000), 2 * datagrams(100, 1'000), 2);
}

}  // namespace
}  // namespace assay::exporting
