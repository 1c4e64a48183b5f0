// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/compilation_database.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "fuzz/database_properties.h"
#include "support/file.h"
#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Database : public testing::Test {
 protected:
  // `%` in the text stands for the folder.
  Expected<CompilationDatabase> load(std::string json) {
    return loadDatabase(folder_.write("build/compile_commands.json",
                                      replaceAll(std::move(json), "%", folder_.path().string())));
  }
  std::string path(const std::string& name) { return (folder_.path() / name).string(); }

  test::TemporaryFolder folder_;
};

TEST_F(Database, ReadsBothForms) {
  folder_.write("a.cc", "");
  folder_.write("b c.cc", "");
  const auto database = load(R"([
    {"directory": "%/build", "command": "c++ -DX=\\\"q\\\" -c ../a.cc -o a.o", "file": "../a.cc"},
    {"directory": "%/build", "arguments": ["clang++", "-c", "%/b c.cc"], "file": "%/b c.cc"}])");
  ASSERT_TRUE(database);
  ASSERT_EQ(database->size(), 2U);
  EXPECT_THAT(database->at(path("a.cc")).front().arguments,
              ElementsAre("c++", "-DX=\"q\"", "-c", "../a.cc", "-o", "a.o"));
  EXPECT_EQ(database->at(path("a.cc")).front().folder, path("build"));
  EXPECT_FALSE(database->at(path("a.cc")).front().guessed);
  EXPECT_EQ(database->at(path("b c.cc")).front().arguments.front(), "clang++");
}

TEST_F(Database, KeepsAllDistinctCommandsInOrderAndDropsFilesThatAreGone) {
  folder_.write("a.cc", "");
  const auto database = load(R"([
    {"directory": "%", "command": "c++ -DFIRST -c a.cc -o static/a.o -MD -MF a.d", "file": "a.cc"},
    {"directory": "%/build/..", "command": "c++ -DFIRST -c a.cc -oagain.o -MD -MF b.d", "file": "%/a.cc"},
    {"directory": "%", "command": "c++ -DFIRST -fPIC -c a.cc -o shared/a.o", "file": "a.cc"},
    {"directory": "%", "command": "c++ -c gone.cc", "file": "gone.cc"}])");
  ASSERT_TRUE(database);
  ASSERT_EQ(database->size(), 1U);
  const std::vector<CompileCommand>& commands = database->begin()->second;
  ASSERT_EQ(commands.size(), 2U);
  EXPECT_THAT(commands[0].arguments, testing::Contains("static/a.o"));
  EXPECT_THAT(commands[1].arguments, testing::Contains("-fPIC"));
}

TEST_F(Database, SaysWhatElseItRestsOn) {
  folder_.write("a.cc", "");
  std::filesystem::create_symlink(folder_.path() / "a.cc", folder_.path() / "link.cc");
  ASSERT_TRUE(load(R"([
    {"directory": "%", "command": "c++ -c a.cc", "file": "a.cc"},
    {"directory": "%", "command": "c++ -c link.cc", "file": "link.cc"},
    {"directory": "%", "command": "c++ -c gone.cc", "file": "gone.cc"}])"));
  const auto read = readDatabase(path("build/compile_commands.json"));
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->repeatable);
  EXPECT_THAT(read->places,
              ElementsAre(std::pair(path("a.cc"), path("a.cc")), std::pair(path("gone.cc"), std::string()),
                          std::pair(path("link.cc"), path("a.cc"))));
  EXPECT_TRUE(leadToTheSame(read->places));
}

TEST_F(Database, LeadsElsewhereWhenAFileAppearsGoesOrIsLinkedAnew) {
  folder_.write("a.cc", "");
  folder_.write("b.cc", "");
  folder_.write("real/c.cc", "");
  folder_.write("other/c.cc", "");
  std::filesystem::create_directory_symlink(folder_.path() / "real", folder_.path() / "way");
  std::filesystem::create_symlink(folder_.path() / "a.cc", folder_.path() / "link.cc");
  const auto leads = [&](const std::string& name, const std::string& real) {
    return leadToTheSame({{path(name), real.empty() ? std::string() : path(real)}});
  };
  EXPECT_TRUE(leads("gone.cc", ""));
  folder_.write("gone.cc", "");
  EXPECT_FALSE(leads("gone.cc", ""));
  std::filesystem::remove(folder_.path() / "gone.cc");
  EXPECT_FALSE(leads("gone.cc", "gone.cc"));
  EXPECT_TRUE(leads("link.cc", "a.cc"));
  EXPECT_TRUE(leads("way/c.cc", "real/c.cc"));
  std::filesystem::remove(folder_.path() / "way");
  std::filesystem::create_directory_symlink(folder_.path() / "other", folder_.path() / "way");
  std::filesystem::remove(folder_.path() / "link.cc");
  std::filesystem::create_symlink(folder_.path() / "b.cc", folder_.path() / "link.cc");
  EXPECT_FALSE(leads("link.cc", "a.cc"));
  EXPECT_FALSE(leads("way/c.cc", "real/c.cc"));
  EXPECT_FALSE(leads("gone/c.cc", "gone/c.cc"));
}

TEST_F(Database, WithAResponseFileIsNotToBeRepeated) {
  folder_.write("a.cc", "");
  folder_.write("flags.txt", "-DX");
  const auto database = load(R"([{"directory": "%", "command": "c++ @flags.txt -c a.cc", "file": "a.cc"}])");
  ASSERT_TRUE(database);
  EXPECT_THAT(database->at(path("a.cc")).front().arguments, testing::Contains("-DX"));
  const auto read = readDatabase(path("build/compile_commands.json"));
  EXPECT_FALSE(read.value().repeatable);
  EXPECT_THAT(read.value().responses, ElementsAre(path("flags.txt")));
}

TEST_F(Database, OneEntryThatCannotBeReadIsLeftOutAlone) {
  folder_.write("build/a.cc", "");
  folder_.write("build/b.cc", "");
  const auto database = load(R"([
    {"directory": "%/build", "command": "c++ -c a.cc", "file": "a.cc", "labels": {"x": [1]}},
    {"arguments": ["c++", "-c", "b.cc"], "file": "b.cc"}, {"file": 1}, 7])");
  ASSERT_TRUE(database);
  EXPECT_THAT(*database, testing::SizeIs(2));
  EXPECT_EQ(readDatabase(path("build/compile_commands.json")).value().leftOut, 2U);
  EXPECT_FALSE(load(R"([{"file": 1}])"));
  EXPECT_FALSE(load(R"([{"file": "a.cc", "directory": "/)"));
}

TEST_F(Database, RelativeFoldersAreRelativeToTheDatabase) {
  folder_.write("build/a.cc", "");
  const auto database = load(R"([{"directory": ".", "command": "c++ -c a.cc", "file": "a.cc"}])");
  ASSERT_TRUE(database);
  EXPECT_TRUE(database->contains(path("build/a.cc")));
}

TEST_F(Database, ExpandsResponseFiles) {
  folder_.write("a.cc", "");
  folder_.write("flags.rsp", "-DFROM_RESPONSE -Iinc");
  const auto database = load(R"([{"directory": "%", "command": "c++ @flags.rsp -c a.cc", "file": "a.cc"}])");
  ASSERT_TRUE(database);
  EXPECT_THAT(database->begin()->second.front().arguments,
              ElementsAre("c++", "-DFROM_RESPONSE", "-Iinc", "-c", "a.cc"));
}

TEST_F(Database, ResponseFilesMayBeNestedQuotedAndMissing) {
  folder_.write("a.cc", "");
  folder_.write("build/outer.rsp", "\"-DTWO WORDS\" @more/inner.rsp '-DX=\"q\"'\n");
  folder_.write("build/more/inner.rsp", "-DINNER\n");
  const auto database = load(
      R"([{"directory": "%/build", "arguments": ["c++", "@outer.rsp", "@gone.modmap", "-c", "../a.cc"], "file": "../a.cc"}])");
  ASSERT_TRUE(database);
  EXPECT_THAT(database->begin()->second.front().arguments,
              ElementsAre("c++", "-DTWO WORDS", "-DINNER", "-DX=\"q\"", "@gone.modmap", "-c", "../a.cc"));
}

TEST_F(Database, MicrosoftsBackslashesAreNoEscapes) {
  folder_.write("src/a.cc", "");
  const auto database = load(
      R"([{"directory": "%", "command": "C:\\VC\\bin\\cl.exe /Isrc\\inc /c src\\a.cc", "file": "src\\a.cc"}])");
  ASSERT_TRUE(database);
  ASSERT_TRUE(database->contains(path("src/a.cc")));
  EXPECT_THAT(database->begin()->second.front().arguments,
              ElementsAre("C:\\VC\\bin\\cl.exe", "/Isrc\\inc", "/c", "src\\a.cc"));
}

TEST_F(Database, FollowsALinkedTree) {
  folder_.write("real/src/a.cc", "");
  std::filesystem::create_directory_symlink(folder_.path() / "real", folder_.path() / "link");
  const auto database =
      load(R"([{"directory": "%/link/src", "command": "c++ -I%/link/inc -c a.cc", "file": "a.cc"}])");
  ASSERT_TRUE(database);
  const CompileCommand& command = database->at(path("real/src/a.cc")).front();
  EXPECT_EQ(command.folder, path("real/src"));
  EXPECT_EQ(command.arguments.at(1), "-I" + path("real/inc"));
}

TEST_F(Database, WhatIsNoJsonIsSaidWithItsPlaceAndByNobodyElse) {
  testing::internal::CaptureStderr();
  const auto cut = load("[\n{\"file\": \"a.cc\", \"directory\": \"/\", \"comm");
  const auto more = load("[\n{\"file\": \"a.cc\", \"directory\": \".\", \"command\": \"cc -c a.cc\"},\n]");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  ASSERT_FALSE(cut);
  EXPECT_THAT(cut.error().message, testing::HasSubstr("[2:"));
  EXPECT_TRUE(more) << "a last comma is no reason to know nothing";
}

TEST_F(Database, MalformedFilesAreErrorsWithAHint) {
  for (const char* text : {"", "{}", "[{\"directory\": 1}]", "[{\"file\": \"a\"}]", "not json at all"}) {
    const auto database = load(text);
    ASSERT_FALSE(database) << text;
    EXPECT_THAT(database.error().where.file, HasSubstr("compile_commands.json"));
    EXPECT_THAT(database.error().hint, HasSubstr("CMAKE_EXPORT_COMPILE_COMMANDS"));
  }
}

TEST_F(Database, TheFuzzersSeedsHoldWholeAndCutShort) {
  folder_.write("a.c", "");
  folder_.write("src/b.cc", "");
  folder_.write("words", "-DX @words");
  std::size_t seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ASSAY_TEST_FOLDER) /
                                                               "fuzz/corpus/database")) {
    const std::string text = readFile(entry.path()).value_or("");
    ASSERT_NE(text, "");
    for (std::size_t size = 0; size <= text.size(); ++size)
      EXPECT_TRUE(fuzz::databaseHolds(text.substr(0, size), path("compile_commands.json")))
          << entry.path().filename() << " to " << size;
    ++seeds;
  }
  EXPECT_GE(seeds, 3U);
}

}  // namespace
}  // namespace assay::scan
