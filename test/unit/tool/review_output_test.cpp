// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_output.h"

#include <gtest/gtest.h>

#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

using Values = std::vector<std::pair<std::string, std::vector<std::string>>>;

Expected<ReviewOutputs> outputsFor(const Values& values) {
  config::Settings settings;
  for (const auto& [key, value] : values) settings.set(key, value);
  return reviewOutputsOf(settings);
}

std::string printedFor(const Values& values) {
  const auto outputs = outputsFor(values);
  if (!outputs) return outputs.error().message;
  return outputs->printed == nullptr ? "" : std::string(outputs->printed->name);
}

TEST(ReviewOutputs, PrintWhatIsAskedFor) {
  EXPECT_EQ(printedFor({}), "text");
  EXPECT_EQ(printedFor({{"json", {"true"}}}), "json");
  EXPECT_EQ(printedFor({{"format", {"markdown"}}}), "markdown");
  EXPECT_EQ(printedFor({{"format", {"json"}}, {"json", {"true"}}}), "json");
  EXPECT_EQ(printedFor({{"output", {"html=a.html"}}}), "") << "files alone";
  EXPECT_EQ(printedFor({{"output", {"html=a.html"}}, {"json", {"true"}}}), "json");
}

TEST(ReviewOutputs, RefuseWhatMakesNoSense) {
  EXPECT_FALSE(outputsFor({{"format", {"pdf"}}}));
  EXPECT_FALSE(outputsFor({{"format", {"html"}}, {"json", {"true"}}}));
  for (const char* output : {"html", "html=", "pdf=a", "=a"})
    EXPECT_FALSE(outputsFor({{"output", {output}}})) << output;
  EXPECT_FALSE(outputsFor({{"output", {"html=a", "json=./a"}}}));
  EXPECT_TRUE(outputsFor({{"output", {"html=a", "json=b"}}}));
}

TEST(ReviewOutputs, WriteFiles) {
  const test::TemporaryFolder folder;
  const std::string file = (folder.path() / "new/review.html").string();
  const emit::review::Document document{{0, 60}, {60, 120}, 10, {}};
  EXPECT_TRUE(writeReviewFiles(*outputsFor({{"output", {"html=" + file}}}), document));
  EXPECT_EQ(*readFile(file), emit::review::writeHtml(document));
  EXPECT_TRUE(writeReviewFiles(*outputsFor({}), document));
  EXPECT_FALSE(writeReviewFiles(*outputsFor({{"output", {"html=/proc/none/a"}}}), document));
}

}  // namespace
}  // namespace assay::tool
