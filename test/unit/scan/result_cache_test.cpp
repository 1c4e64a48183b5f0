// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/result_cache.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>

#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

// A tree with one file that was last written long ago.
class ResultCacheTest : public testing::Test {
 protected:
  ResultCacheTest() { write("a.cc", "int a;\n"); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(tree_.path() / name) << text;
    age(name);
  }
  void age(const std::string& name) {
    const timespec longAgo[2] = {{1'000'000, 500}, {1'000'000, 500}};
    ASSERT_EQ(::utimensat(AT_FDCWD, (tree_.path() / name).c_str(), longAgo, 0), 0);
  }

  // A cache that was opened so late that the tree's files are old.
  ResultCache open() {
    for (const fs::directory_entry& entry : fs::directory_iterator(tree_.path())) waitUntilOld(entry.path());
    return ResultCache(folder_.path(), tree_.path().string());
  }
  static void waitUntilOld(const fs::path& path) {
    const auto now = [] {
      timespec time{};
      ::clock_gettime(CLOCK_REALTIME, &time);
      return time.tv_sec * std::int64_t{1'000'000'000} + time.tv_nsec;
    };
    const auto stamp = stampOf(path.string());
    while (stamp && now() < stamp->changedNanos + 30'000'000) continue;
  }

  [[nodiscard]] std::vector<WalkedFile> files() const {
    std::vector<WalkedFile> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(tree_.path()))
      files.push_back({entry.path().filename().string(), stampOf(entry.path().string()).value()});
    std::ranges::sort(files, {}, &WalkedFile::path);
    return files;
  }

  [[nodiscard]] TargetResult result() const {
    TargetResult result;
    result.files = {(tree_.path() / "a.cc").string()};
    result.views.push_back({"a.cc", true, {}, {3, 9}, {}});
    result.views.front().entries.emplace_back().name = "ns::f";
    result.views.front().diagnostics.note("assay-scan-103", {"a.cc", 1, 2}, "said");
    result.command = {"/b", "/b/a.cc", {"c++", "-DX"}, true};
    return result;
  }

  void save(ResultCache& cache, const TargetResult& target) {
    const std::vector<WalkedFile> walked = files();
    std::vector<FileReading> readings(walked.size());
    readings.front().ofInterest = false;
    readings.front().bytes = 7;
    WholeScan whole{5, "/b/compile_commands.json", {}, {}, {}};
    whole.result.manifest.functions.emplace_back().name = "ns::f";
    cache.keep(1, target);
    cache.save({walked, readings, 3, &whole});
  }

  test::TemporaryFolder tree_;
  test::TemporaryFolder folder_;
};

TEST_F(ResultCacheTest, GivesBackWhatWasKept) {
  ResultCache first = open();
  save(first, result());
  ResultCache second = open();
  const auto target = second.target(1);
  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->files, result().files);
  EXPECT_EQ(target->command, result().command);
  EXPECT_EQ(target->views.at(0).entries.at(0).name, "ns::f");
  EXPECT_THAT(target->views.at(0).hidden, testing::ElementsAre(3, 9));
  EXPECT_EQ(target->views.at(0).diagnostics.all(), result().views.at(0).diagnostics.all());
  EXPECT_FALSE(second.target(2).has_value());
  const auto whole = second.whole(files(), "/b/compile_commands.json", 5);
  ASSERT_TRUE(whole.has_value());
  EXPECT_EQ(whole->result.manifest.functions.at(0).name, "ns::f");
  const auto readings = second.readings(files(), 3);
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings.at(0).value().bytes, 7U);
}

TEST_F(ResultCacheTest, KeepsATargetThatWasLookedUpAndNoOther) {
  ResultCache first = open();
  first.keep(2, result());
  save(first, result());
  ResultCache second = open();
  const auto target = second.target(1, ResultCache::Inputs::LeftOut);
  ASSERT_TRUE(target.has_value());
  EXPECT_TRUE(target->files.empty());
  const std::vector<FileReading> readings(1);
  second.save({files(), readings, 3, nullptr});
  ResultCache third = open();
  EXPECT_EQ(third.target(1).value().files, result().files);
  EXPECT_FALSE(third.target(2).has_value());
  write("a.cc", "int b;\n");
  EXPECT_FALSE(open().target(1).has_value());
}

// One unchanged file of two, and what its directives said.
TEST_F(ResultCacheTest, GivesTheDirectivesOfUnchangedFiles) {
  write("b.cc", "#include \"b.h\"\n");
  Directives said;
  const std::vector<IncludeLine> lines = said.includes((tree_.path() / "b.cc").string());
  ResultCache first = open();
  const std::vector<FileReading> readings(2);
  first.save({files(), readings, 3, nullptr, {nullptr, &said}});
  EXPECT_EQ(open().directives(files()).at(1).knownIncludes(), lines);
  write("b.cc", "#include \"c.h\"\n");
  EXPECT_EQ(open().directives(files()).at(1), Directives());
}

class CachedDatabase : public ResultCacheTest {
 protected:
  CachedDatabase() {
    write("commands.json", "[]");
    read_.commands["/r/a.cc"] = {{"/r", "/r/a.cc", {"c++", "-DX"}, false}};
    read_.places = {{(tree_.path() / "a.cc").string(), (tree_.path() / "a.cc").string()}};
  }
  void keep() {
    ResultCache cache = open();
    cache.keepDatabase(path(), stampOf(path()).value(), read_);
    cache.save({{}, {}, 3, nullptr});
  }
  [[nodiscard]] std::string path() const { return (tree_.path() / "commands.json").string(); }

  ReadDatabase read_;
};

TEST_F(CachedDatabase, IsGivenBackAndKept) {
  keep();
  for (int i = 0; i < 2; ++i) {
    ResultCache cache = open();
    EXPECT_EQ(cache.database(path()), read_.commands);
    cache.save({{}, {}, 3, nullptr});
  }
}

TEST_F(CachedDatabase, IsOfOnePlaceAndStamp) {
  keep();
  EXPECT_FALSE(open().database((tree_.path() / "a.cc").string()).has_value());
  write("commands.json", "{}");
  EXPECT_FALSE(open().database(path()).has_value());
}

TEST_F(CachedDatabase, DoesNotHoldWhenAFileOfItIsGone) {
  keep();
  fs::remove(tree_.path() / "a.cc");
  EXPECT_FALSE(open().database(path()).has_value());
}

TEST_F(CachedDatabase, IsNotKeptWhenItRestsOnMore) {
  read_.repeatable = false;
  keep();
  EXPECT_FALSE(open().database(path()).has_value());
}

TEST_F(CachedDatabase, IsNotKeptWhenItWasWrittenJustNow) {
  ResultCache cache = open();
  std::ofstream(path()) << "[ ]";
  cache.keepDatabase(path(), stampOf(path()).value(), read_);
  cache.save({{}, {}, 3, nullptr});
  EXPECT_FALSE(open().database(path()).has_value());
}

TEST_F(ResultCacheTest, AnotherKeyOrDatabaseIsNoHit) {
  ResultCache first = open();
  save(first, result());
  ResultCache second = open();
  EXPECT_FALSE(second.whole(files(), "/b/compile_commands.json", 6).has_value());
  EXPECT_FALSE(second.whole(files(), "/c/compile_commands.json", 5).has_value());
  EXPECT_TRUE(second.readings(files(), 4).empty());
}

TEST_F(ResultCacheTest, AChangedFileIsNoHit) {
  ResultCache first = open();
  save(first, result());
  write("a.cc", "int b;\n");  // of the same size and time of modification
  ResultCache second = open();
  EXPECT_FALSE(second.target(1).has_value());
  EXPECT_FALSE(second.whole(files(), "/b/compile_commands.json", 5).has_value());
  EXPECT_FALSE(second.readings(files(), 3).at(0).has_value());
}

TEST_F(ResultCacheTest, AFileMoreInTheTreeLeavesTheTargets) {
  ResultCache first = open();
  save(first, result());
  write("b.cc", "int b;\n");
  ResultCache second = open();
  EXPECT_TRUE(second.target(1).has_value());
  EXPECT_FALSE(second.whole(files(), "/b/compile_commands.json", 5).has_value());
}

TEST_F(ResultCacheTest, AMissingIncludeThatAppearsIsNoHit) {
  TargetResult looking = result();
  looking.missing = {(folder_.path() / "generated.h").string(), (tree_.path() / "a.cc").string()};
  ResultCache first = open();
  save(first, looking);
  EXPECT_TRUE(open().target(1).has_value());  // a.cc was there all the time
  std::ofstream(folder_.path() / "generated.h") << "int g;\n";
  ResultCache second = open();
  EXPECT_FALSE(second.target(1).has_value());
  EXPECT_FALSE(second.whole(files(), "/b/compile_commands.json", 5).has_value());
}

TEST_F(ResultCacheTest, WhatWasWrittenJustNowIsNotTrusted) {
  ResultCache early(folder_.path(), tree_.path().string());
  write("a.cc", "int c;\n");
  save(early, result());
  ResultCache second = open();
  EXPECT_FALSE(second.target(1).has_value());
  EXPECT_FALSE(second.whole(files(), "/b/compile_commands.json", 5).has_value());
}

TEST_F(ResultCacheTest, ADamagedFileIsAnEmptyCache) {
  ResultCache first = open();
  save(first, result());
  const fs::path file = fs::directory_iterator(folder_.path())->path();
  std::string bytes = readFile(file).value();
  for (const std::size_t at : {std::size_t{0}, std::size_t{20}, bytes.size() / 2, bytes.size() - 1}) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    std::ofstream(file) << damaged;
    EXPECT_FALSE(open().target(1).has_value()) << at;
  }
  std::ofstream(file) << bytes.substr(0, bytes.size() / 2);
  EXPECT_FALSE(open().target(1).has_value());
}

TEST_F(ResultCacheTest, WithoutAFolderNothingIsKept) {
  ResultCache off(fs::path(), tree_.path().string());
  save(off, result());
  EXPECT_TRUE(fs::is_empty(folder_.path()));
  EXPECT_FALSE(off.target(1).has_value());
}

}  // namespace
}  // namespace assay::scan
