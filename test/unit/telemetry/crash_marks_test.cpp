// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/crash_marks.h"

#include <gtest/gtest.h>

#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::telemetry {
namespace {

TEST(CrashMarks, AreNewsWhileASiteHasOne) {
  const test::TemporaryFolder folder;
  const auto isNews = [&](std::uint32_t signal, std::uint32_t flags) {
    test::SegmentImage image;
    image.header.crashSignal = signal;
    image.addSite(1, "f");
    image.addSite(2, "g", flags);
    return isCrashNews(folder.write("1.assayseg", image.bytes()));
  };
  EXPECT_TRUE(isNews(11, vocabulary::kSiteCrashed));
  EXPECT_FALSE(isNews(11, 0)) << "somebody has looked at it";
  EXPECT_FALSE(isNews(0, vocabulary::kSiteCrashed)) << "it went on";
  EXPECT_FALSE(isCrashNews(folder.write("2.assayseg", "no segment")));
  EXPECT_FALSE(isCrashNews(folder.path() / "none"));
}

}  // namespace
}  // namespace assay::telemetry
