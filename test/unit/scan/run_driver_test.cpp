// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/run_driver.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

constexpr milliseconds kLong{60'000};

TEST(RunDriver, ReturnsWhatIsSaidOnStandardErrorInTheFolderAndTheCLocale) {
  const test::TemporaryFolder folder;
  const auto text =
      runForStandardError({"sh", "-c", "echo no; pwd >&2; echo $LC_ALL >&2"}, folder.path(), kLong);
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, folder.path().string() + "\nC\n");
}

TEST(RunDriver, ReadsMoreThanAPipeHolds) {
  const auto text =
      runForStandardError({"sh", "-c", "head -c 300000 /dev/zero | tr '\\0' x >&2"}, "/", kLong);
  ASSERT_TRUE(text);
  EXPECT_EQ(text->size(), 300000U);
}

TEST(RunDriver, FailsWithTheReason) {
  EXPECT_THAT(runForStandardError({"/none/such"}, "/", kLong).error().message, HasSubstr("No such file"));
  EXPECT_THAT(runForStandardError({"sh", "-c", "exit 4"}, "/", kLong).error().message,
              HasSubstr("exit code 4"));
  EXPECT_THAT(runForStandardError({"sh", "-c", "kill -9 $$"}, "/", kLong).error().message,
              HasSubstr("signal"));
}

// The sleeping grandchild holds the pipe: without an end to the whole group this would wait for it.
TEST(RunDriver, EndsWhatDoesNotEnd) {
  const auto text = runForStandardError({"sh", "-c", "sleep 1000 & sleep 1000"}, "/", milliseconds(50));
  ASSERT_FALSE(text);
  EXPECT_THAT(text.error().message, HasSubstr("50 ms"));
}

}  // namespace
}  // namespace assay::scan
