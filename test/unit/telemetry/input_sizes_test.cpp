// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/input_sizes.h"

#include <gtest/gtest.h>

namespace assay::telemetry {
namespace {

using vocabulary::kFirstSizeCarry;
using vocabulary::kFirstSizeErrorCarry;
using vocabulary::kSizeBucketCount;

constexpr std::uint64_t kLargestNumber = ~std::uint64_t{0};

vocabulary::Shard shardOfSize(unsigned bucket, std::uint32_t calls) {
  vocabulary::Shard shard{};
  shard.sizes[bucket] = {.sumTicks = calls * 10u, .count = calls, .errors = 1};
  return shard;
}

TEST(InputSizes, ThreadsAreAddedUp) {
  InputSizes sizes;
  addShardSizes(sizes, {});
  EXPECT_TRUE(sizes.empty()) << "without sizes there is no table";
  addShardSizes(sizes, shardOfSize(3, 5));
  addShardSizes(sizes, shardOfSize(3, 7));
  addShardSizes(sizes, shardOfSize(47, 1));
  ASSERT_EQ(sizes.size(), kSizeBucketCount);
  EXPECT_EQ(sizes[3].calls, 12u);
  EXPECT_EQ(sizes[3].errors, 2u);
  EXPECT_EQ(sizes[3].sumTicks, 120u);
  EXPECT_EQ(sizes[47].calls, 1u);
}

TEST(InputSizes, ACarryGoesWhereItsCellIs) {
  InputSizes sizes;
  carrySizes(sizes, kFirstSizeCarry, 100);
  carrySizes(sizes, kFirstSizeCarry + 47, 200);
  carrySizes(sizes, kFirstSizeErrorCarry, 3);
  carrySizes(sizes, kFirstSizeErrorCarry + 47, 4);
  EXPECT_EQ(sizes[0].calls, 100u);
  EXPECT_EQ(sizes[0].errors, 3u);
  EXPECT_EQ(sizes[47].calls, 200u);
  EXPECT_EQ(sizes[47].errors, 4u);
}

TEST(InputSizes, FilesAreAddedUpAndSumsStopAtTheLargestNumber) {
  InputSizes sizes, other;
  addSizes(sizes, other);
  EXPECT_TRUE(sizes.empty());
  carrySizes(other, kFirstSizeCarry + 2, kLargestNumber - 1);
  addSizes(sizes, other);
  EXPECT_EQ(sizes[2].calls, kLargestNumber - 1);
  addSizes(sizes, other);
  EXPECT_EQ(sizes[2].calls, kLargestNumber);
}

std::vector<SizeRow> rowsOf(const InputSizes& sizes, double secondsPerTick = 1e-9) {
  SizeTable table;
  table.add(sizes, secondsPerTick);
  return table.rows();
}

TEST(InputSizes, RowsAreTheBucketsThatHaveCalls) {
  InputSizes sizes;
  for (const unsigned bucket : {0u, 3u, 47u}) addShardSizes(sizes, shardOfSize(bucket, 2));
  const auto rows = rowsOf(sizes);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].from, 0u);
  EXPECT_EQ(rows[0].to, 1u);
  EXPECT_EQ(rows[1].from, 4u);
  EXPECT_EQ(rows[1].to, 8u);
  EXPECT_EQ(rows[2].from, std::uint64_t{1} << 46);
  EXPECT_EQ(rows[2].to, std::nullopt);
  EXPECT_DOUBLE_EQ(*rows[1].meanSeconds, 10e-9);
}

TEST(InputSizes, WithoutAClockTimesAreNotKnown) {
  InputSizes sizes;
  addShardSizes(sizes, shardOfSize(3, 2));
  EXPECT_EQ(rowsOf(sizes, 0)[0].meanSeconds, std::nullopt);
}

TEST(InputSizes, TheMeanIsWithinAThirdAndTheLargestBelowTwice) {
  for (std::uint64_t size = 0; size < 5000; size = size * 5 / 4 + 1) {
    InputSizes sizes;
    addShardSizes(sizes, shardOfSize(vocabulary::sizeBucketOf(size), 3));
    const auto rows = rowsOf(sizes);
    const double mean = *meanSize(rows);
    EXPECT_LE(std::abs(mean - static_cast<double>(size)), mean / 3);
    EXPECT_GE(*largestSize(rows), size);
    EXPECT_LE(*largestSize(rows), 2 * size);
  }
}

TEST(InputSizes, NoMeanWithoutSizesOrWithoutEnd) {
  EXPECT_EQ(meanSize({}), std::nullopt);
  EXPECT_EQ(largestSize({}), std::nullopt);
  InputSizes sizes;
  addShardSizes(sizes, shardOfSize(47, 2));
  EXPECT_EQ(meanSize(rowsOf(sizes)), std::nullopt);
  EXPECT_EQ(largestSize(rowsOf(sizes)), std::nullopt);
}

}  // namespace
}  // namespace assay::telemetry
