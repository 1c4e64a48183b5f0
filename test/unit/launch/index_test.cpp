// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/index.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

Index twoFiles() {
  return {
      {"/src", "/home/me/src"},
      "/usr/include",
      "f1a9",
      {{"a b.h", {0x1234, {10, 1'700'000'000'123'456'789}}}, {"lib/c.cpp", {0xffffffffffffffff, {0, -1}}}}};
}

TEST(Index, ComesBackAsItWasWritten) {
  const test::TemporaryFolder folder;
  ASSERT_TRUE(writeFileAtomically(folder.path() / "index", indexText(twoFiles())));
  const auto read = readIndex(folder.path() / "index");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->roots, twoFiles().roots);
  EXPECT_EQ(read->runtimeInclude, "/usr/include");
  EXPECT_EQ(read->flags, "f1a9");
  EXPECT_EQ(read->files, twoFiles().files);
}

TEST(Index, RefusesEveryTruncationWithinALine) {
  const test::TemporaryFolder folder;
  const std::string text = indexText(twoFiles());
  for (std::size_t length = 0; length < text.size(); ++length) {
    if (length > 0 && text[length - 1] == '\n') continue;
    ASSERT_TRUE(writeFileAtomically(folder.path() / "index", text.substr(0, length)));
    EXPECT_FALSE(readIndex(folder.path() / "index")) << length;
  }
}

TEST(Index, KnowsFilesUnderEverySpellingOfTheRoot) {
  EXPECT_EQ(fromRoot(twoFiles(), "/src/lib/../a.h"), "a.h");
  EXPECT_EQ(fromRoot(twoFiles(), "/home/me/src/lib/c.cpp"), "lib/c.cpp");
  EXPECT_EQ(fromRoot(twoFiles(), "/src2/a.h"), std::nullopt);
  EXPECT_EQ(fromRoot(twoFiles(), "/src"), std::nullopt);
}

TEST(Index, NamesUnitsByTheirPathFromTheRootOrByTheWholePath) {
  EXPECT_EQ(unitKey(twoFiles(), "/src/lib/c.cpp"), "lib/c.cpp");
  EXPECT_EQ(unitKey(twoFiles(), "/build/gen/d.cpp"), ".elsewhere/build/gen/d.cpp");
}

TEST(Index, LeavesOutFilesThatWereWrittenSince) {
  const test::TemporaryFolder folder;
  for (const char* name : {"same", "longer"}) ASSERT_TRUE(writeFileAtomically(folder.path() / name, "text"));
  Index index{{folder.path().string()}, "", "", {}};
  for (const char* name : {"same", "longer"}) index.files[name] = {1, timeOf(folder.path() / name).value()};
  index.files["gone"] = {1, {4, 4}};
  std::ofstream(folder.path() / "longer", std::ios::app) << "more";
  const Index part = upToDatePart(index);
  ASSERT_EQ(part.files.size(), 1U);
  EXPECT_TRUE(part.files.contains("same"));
}

}  // namespace
}  // namespace assay::launch
