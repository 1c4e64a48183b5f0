// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "emit/report/report.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

TEST(Formats, AreFoundByNameAndWriteTheSameBytesTwice) {
  ASSERT_EQ(formats().size(), 10u);
  for (const Format& format : formats()) {
    EXPECT_EQ(findFormat(format.name), &format);
    const model::Manifest manifest = test::sampleManifest();
    const std::string text = format.write(manifest, {});
    EXPECT_EQ(format.write(manifest, {}), text);
    EXPECT_TRUE(text.ends_with('\n') || format.namesRevisions);
  }
  EXPECT_EQ(findFormat("Text"), nullptr);
  EXPECT_EQ(findFormat(""), nullptr);
}

}  // namespace
}  // namespace assay::emit::report
