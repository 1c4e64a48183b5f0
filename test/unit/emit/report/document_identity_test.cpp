// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/document_identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

TEST(DocumentIdentity, AUuidIsOfTheContent) {
  std::set<std::string> uuids;
  for (int i = 0; i < 100; ++i) {
    const std::string uuid = uuidOf("content " + std::to_string(i));
    EXPECT_THAT(uuid,
                testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    EXPECT_EQ(uuidOf("content " + std::to_string(i)), uuid);
    uuids.insert(uuid);
  }
  EXPECT_EQ(uuids.size(), 100u);
}

TEST(DocumentIdentity, TheTimeIsWhatIsSaidElseTheLatestTags) {
  model::Manifest manifest;
  EXPECT_EQ(timeOf(manifest, {}), "1970-01-01T00:00:00Z");
  for (const char* date :
       {"2024-01-15", "2025-07-08T14:32:00Z", "", "2999-13-01", "2999-12-00", "2026-02-30", "9999", "x"}) {
    manifest.functions.push_back(test::tagged("f", "a.cc", 2, 3));
    manifest.functions.back().tag.date = date;
  }
  EXPECT_EQ(timeOf(manifest, {}), "2025-07-08T00:00:00Z");
  EXPECT_EQ(timeOf(manifest, {.time = "2026-01-15T10:30:00Z"}), "2026-01-15T10:30:00Z");
}

}  // namespace
}  // namespace assay::emit::report
