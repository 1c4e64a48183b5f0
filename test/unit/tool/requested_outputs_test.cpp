// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/requested_outputs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

using testing::HasSubstr;

constexpr OutputFormat kTwoFormats[] = {{"plain"}, {"document", true}};

Expected<std::vector<RequestedOutput>> requested(const std::vector<std::string>& values) {
  return requestedOutputs(values, {kTwoFormats, "a test"});
}

Error refusedOutputs(const std::vector<std::string>& values) {
  const auto outputs = requested(values);
  EXPECT_FALSE(outputs.has_value());
  return outputs ? Error{} : outputs.error();
}

TEST(RequestedOutputs, FilesAndPrintedOnesInTheirOrder) {
  const auto outputs = requested({"document=a=b", "plain", "plain=c"}).value();
  ASSERT_EQ(outputs.size(), 3u);
  EXPECT_EQ(outputs[0].format, 1u);
  EXPECT_EQ(outputs[0].file, "a=b");
  EXPECT_EQ(outputs[1].format, 0u);
  EXPECT_EQ(outputs[1].file, "");
  EXPECT_EQ(outputs[2].file, "c");
  EXPECT_TRUE(requested({}).value().empty());
}

TEST(RequestedOutputs, AnUnknownFormatIsNamedWithTheKnownOnes) {
  for (const char* value : {"pdf", "pdf=a", "", "=a", "Plain"}) {
    const Error error = refusedOutputs({value});
    EXPECT_EQ(error.code, ErrorCode::Usage);
    EXPECT_THAT(error.message, HasSubstr("for a test"));
    EXPECT_EQ(error.hint, "the formats are: plain, document");
  }
}

TEST(RequestedOutputs, AFileHasAName) {
  EXPECT_EQ(refusedOutputs({"document="}).hint, "for example --output document=assay.document");
}

TEST(RequestedOutputs, NoTwoGoToOneFile) {
  const test::TemporaryFolder folder;
  std::filesystem::create_symlink(".", folder.path() / "link");
  const std::string here = folder.path().string();
  for (const char* other : {"/a", "/./a", "//a", "/x/../a", "/link/a"})
    EXPECT_THAT(refusedOutputs({"plain=" + here + "/a", "document=" + here + other}).message,
                HasSubstr("two outputs go to"));
  EXPECT_TRUE(requested({"plain=" + here + "/a", "plain=" + here + "/b"}).has_value());
}

TEST(RequestedOutputs, ADocumentIsPrintedAlone) {
  EXPECT_THAT(refusedOutputs({"plain", "document"}).message, HasSubstr("document is printed"));
  EXPECT_THAT(refusedOutputs({"document", "document"}).message, HasSubstr("document is printed"));
  EXPECT_TRUE(requested({"plain", "plain"}).has_value());
  EXPECT_TRUE(requested({"document", "plain=a"}).has_value());
}

}  // namespace
}  // namespace assay::tool
