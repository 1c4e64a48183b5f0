// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/overlay.h"

#include <gtest/gtest.h>

#include "support/file.h"
#include "support/hash.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

TEST(Overlay, HoldsTheTextsAndNoOthers) {
  const test::TemporaryFolder folder;
  const Places places{folder.path()};
  std::vector<std::string> refused;
  const Index plain{{"/src"}, "/include", "f", {}};
  ASSERT_TRUE(writeOverlay(places, plain, {{"old.h", {"old", {}}}}, refused));
  const auto index = writeOverlay(places, plain, {{"lib/a.h", {"guarded", {5, 6}}}}, refused);
  ASSERT_TRUE(index);
  EXPECT_EQ(readFile(places.text("lib/a.h")).value(), "guarded");
  EXPECT_FALSE(fs::exists(places.text("old.h")));
  EXPECT_EQ(index->files.at("lib/a.h"), (GuardedFile{hash64("guarded"), {5, 6}}));
  EXPECT_EQ(readIndex(places.index())->files, index->files);
  EXPECT_TRUE(refused.empty());
}

TEST(Overlay, DoesNotTouchWhatStaysTheSame) {
  const test::TemporaryFolder folder;
  const Places places{folder.path()};
  std::vector<std::string> refused;
  const GuardedTexts texts = {{"a.h", {"guarded", {}}}};
  ASSERT_TRUE(writeOverlay(places, {{"/src"}, "", "", {}}, texts, refused));
  const auto longAgo = fs::file_time_type::clock::now() - std::chrono::hours(1);
  for (const fs::path& file : {places.text("a.h"), places.index(), places.overlay()})
    fs::last_write_time(file, longAgo);
  ASSERT_TRUE(writeOverlay(places, {{"/src"}, "", "", {}}, texts, refused));
  for (const fs::path& file : {places.text("a.h"), places.index(), places.overlay()})
    EXPECT_EQ(fs::last_write_time(file), longAgo) << file;
}

TEST(Overlay, RefusesALineBreakInAName) {
  const test::TemporaryFolder folder;
  std::vector<std::string> refused;
  const auto index = writeOverlay({folder.path()}, {{"/src"}, "", "", {}}, {{"a\nb.h", {"x", {}}}}, refused);
  ASSERT_TRUE(index);
  EXPECT_TRUE(index->files.empty());
  EXPECT_EQ(refused, std::vector<std::string>{"a\nb.h"});
}

TEST(Overlay, NamesEachFileUnderEverySpellingOfTheRoot) {
  Index index{{"/src", "/link\"s"}, "", "", {{"a.h", {}}}};
  const std::string text = overlayText({"/b"}, index);
  EXPECT_NE(text.find(R"("name": "/src/a.h")"), std::string::npos);
  EXPECT_NE(text.find(R"("name": "/link\"s/a.h")"), std::string::npos);
  EXPECT_NE(text.find(R"("external-contents": "/b/files/a.h")"), std::string::npos);
}

}  // namespace
}  // namespace assay::launch
