// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/own_metrics.h"

#include <gtest/gtest.h>

#include "own_segment.h"
#include "vocabulary/metrics.h"

namespace assay::exporter {
namespace {

class OwnMetricsOfAFolder : public ::testing::Test {
 protected:
  std::uint64_t calls() {
    const auto reading = metrics_.read(said_);
    EXPECT_TRUE(reading.has_value());
    for (const auto& family : reading->families)
      if (family.name == vocabulary::kCallsTotal && !family.samples.empty()) return family.samples[0].value;
    return 0;
  }

  test::TemporaryFolder folder_;
  OwnMetrics metrics_{folder_.path(), {}};
  Diagnostics said_;
};

TEST_F(OwnMetricsOfAFolder, AreThoseOfThisProcess) {
  EXPECT_EQ(calls(), 0u) << "nothing yet";
  const OwnSegment own(folder_, 5);
  test::SegmentImage other;
  other.call(other.addShard(other.addSite(7, "f")), 100);
  folder_.write("4242-1-0.assayseg", other.bytes());
  folder_.write(std::to_string(::getpid()) + "-0-0.assayseg", other.bytes());  // of one that had this pid
  EXPECT_EQ(calls(), 5u);
  EXPECT_TRUE(said_.all().empty());
}

TEST_F(OwnMetricsOfAFolder, StayWhenTheSegmentIsGone) {
  const OwnSegment own(folder_, 5);
  EXPECT_EQ(calls(), 5u);
  std::filesystem::remove(own.path());
  EXPECT_EQ(calls(), 5u);
}

TEST_F(OwnMetricsOfAFolder, SayWhereGuardsCannotWrite) {
  std::filesystem::permissions(folder_.path(), std::filesystem::perms::all);
  EXPECT_EQ(calls(), 0u);
  ASSERT_EQ(said_.all().size(), 1u);
  EXPECT_EQ(said_.all()[0].id, "assay-exporter-001");
  EXPECT_EQ(said_.all()[0].where.file, folder_.path());
}

TEST_F(OwnMetricsOfAFolder, SayWhatCannotBeRead) {
  folder_.write(std::to_string(::getpid()) + "-0-0.assayseg",
                "this is no segment, though it is long enough for one");
  EXPECT_EQ(calls(), 0u);
  ASSERT_EQ(said_.all().size(), 1u);
  EXPECT_EQ(said_.all()[0].id, "assay-telemetry-001");
}

TEST(OwnMetrics, AreJoinedWithAManifest) {
  const test::TemporaryFolder folder;
  const OwnSegment own(folder, 1);
  OwnMetrics metrics(
      folder.path(),
      folder.write(
          "assay.yaml",
          "assay: 1\nfunctions:\n  - id: \"0x0000000000000007\"\n    name: f\n    kind: function\n    "
          "linkage: external\n"
          "    file: a.cc\n    lines: 3-5\n    tag-at: 2\n    tag: generated\n    model: GPT-4\n...\n"));
  Diagnostics said;
  const auto reading = metrics.read(said);
  ASSERT_TRUE(reading.has_value());
  EXPECT_TRUE(said.all().empty()) << render(said.all()[0], false);
  EXPECT_EQ(reading->families[0].samples[0].labels[2].second, "GPT-4");
}

}  // namespace
}  // namespace assay::exporter
