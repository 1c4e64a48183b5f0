// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/metrics_source.h"

#include <gtest/gtest.h>

#include "support/segment_image.h"
#include "support/temporary_folder.h"
#include "vocabulary/metrics.h"

namespace assay::serve {
namespace {

std::string segmentWith(std::uint32_t pid, int calls) {
  test::SegmentImage image;
  image.header.pid = pid;
  const auto shard = image.addShard(image.addSite(7, "f"));
  for (int i = 0; i < calls; ++i) image.call(shard, 100);
  return image.bytes();
}

// The value of the first sample of a family; nothing when it has none.
std::optional<std::uint64_t> valueOf(const std::vector<exporting::MetricFamily>& families,
                                     std::string_view name) {
  for (const exporting::MetricFamily& family : families)
    if (family.name == name && !family.samples.empty()) return family.samples[0].value;
  return std::nullopt;
}

class MetricsOfAFolder : public ::testing::Test {
 protected:
  std::vector<exporting::MetricFamily> read(const exporting::FactsById& facts = {}) {
    auto families = source_.read(facts, said_);
    EXPECT_TRUE(families.has_value());
    return families ? *std::move(families) : std::vector<exporting::MetricFamily>();
  }
  std::optional<std::uint64_t> calls() { return valueOf(read(), vocabulary::kCallsTotal); }

  test::TemporaryFolder folder_;
  Collector collector_{folder_.path()};
  MetricsSource source_{collector_};
  Diagnostics said_;
};

TEST_F(MetricsOfAFolder, GrowWithIt) {
  EXPECT_EQ(calls(), std::nullopt);
  folder_.write("1.assayseg", segmentWith(1, 5));
  EXPECT_EQ(calls(), 5u);
  folder_.write("2.assayseg", segmentWith(2, 3));
  EXPECT_EQ(calls(), 8u);
}

TEST_F(MetricsOfAFolder, KeepWhatIsForgotten) {
  const auto first = folder_.write("1.assayseg", segmentWith(1, 5));
  folder_.write("2.assayseg", segmentWith(2, 3));
  EXPECT_EQ(calls(), 8u);
  std::filesystem::remove(first);
  EXPECT_EQ(calls(), 8u);
}

TEST_F(MetricsOfAFolder, SayWhatCannotBeRead) {
  folder_.write("1.assayseg", "this is not a segment");
  EXPECT_EQ(valueOf(read(), vocabulary::kUnreadableSegments), 1u);
  EXPECT_EQ(said_.all().size(), 1u);
}

TEST_F(MetricsOfAFolder, HaveTheFactsOfTheMoment) {
  folder_.write("1.assayseg", segmentWith(1, 5));
  EXPECT_EQ(valueOf(read(), vocabulary::kFunctionInfo), std::nullopt);
  EXPECT_EQ(valueOf(read({{7, {}}}), vocabulary::kFunctionInfo), 1u);
}

TEST(MetricsOfAFile, AreAnError) {
  const test::TemporaryFolder folder;
  Collector collector(folder.write("f", ""));
  MetricsSource source(collector);
  Diagnostics said;
  EXPECT_FALSE(source.read({}, said).has_value());
}

}  // namespace
}  // namespace assay::serve
