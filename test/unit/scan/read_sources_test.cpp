// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/read_sources.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source/insertion.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::IsEmpty;

constexpr std::string_view kTagged = "// AI-generated: GPT-4\nint f() { return 1; }\n";

class ReadSources : public testing::Test {
 protected:
  SourceReading read(const std::vector<std::string>& names,
                     std::vector<std::optional<FileReading>> known = {}) {
    files_.clear();
    for (const std::string& name : names)
      files_.push_back({name, stampOf((folder_.path() / name).string()).value_or(FileStamp{})});
    request_.known = std::move(known);
    return readSources(request_, diagnostics_);
  }
  model::TreeTotals totalsOf(const std::vector<std::string>& names) {
    SourceReading reading = read(names);
    return surveyTree(request_, reading).totals;
  }

  test::TemporaryFolder folder_;
  const std::filesystem::path root_ = folder_.path();
  std::vector<WalkedFile> files_;
  ScanOptions options_;
  ReadRequest request_{root_, files_, options_};
  Diagnostics diagnostics_;
};

TEST_F(ReadSources, KeepsTheTaggedOnesInOrder) {
  folder_.write("a.cc", kTagged);
  folder_.write("b.cc", "int g();\n");
  folder_.write("c.cc", kTagged);
  const SourceReading reading = read({"a.cc", "b.cc", "c.cc"});
  ASSERT_EQ(reading.tagged.size(), 2U);
  EXPECT_EQ(reading.tagged[0].path, "a.cc");
  EXPECT_EQ(reading.tagged[1].realPath, (folder_.path() / "c.cc").string());
  EXPECT_EQ(reading.tagged[0].reading.tags.size(), 1U);
  EXPECT_FALSE(reading.tagged[0].overlaid);
  EXPECT_EQ(reading.filesRead, 3U);
  EXPECT_EQ(reading.bytesRead, 2 * kTagged.size() + 9);
  EXPECT_TRUE(reading.complete);
}

TEST_F(ReadSources, GuardsAreTakenOutOfTheText) {
  const std::string guarded = "// AI-generated: GPT-4\nint f() {" +
                              source::insertedGuard(source::GuardForm::Ordinary, 7, "f") + " return 1; }\n";
  folder_.write("a.cc", guarded);
  const SourceReading reading = read({"a.cc"});
  ASSERT_EQ(reading.tagged.size(), 1U);
  EXPECT_TRUE(reading.tagged[0].overlaid);
  EXPECT_EQ(reading.tagged[0].text.bytes(), kTagged);
}

TEST_F(ReadSources, OddBytesAreNoObstacle) {
  folder_.write("bom.cc", "\xEF\xBB\xBF" + std::string(kTagged));
  folder_.write("crlf.cc", "// AI-generated: GPT-4\r\nint f() { return 1; }\r\n");
  folder_.write("zero.cc", std::string(kTagged) + std::string("\0int x;", 7));
  folder_.write("no-end.cc", "int f(); // AI-generated: GPT-4");
  folder_.write("empty.cc", "");
  const SourceReading reading = read({"bom.cc", "crlf.cc", "empty.cc", "no-end.cc", "zero.cc"});
  EXPECT_EQ(reading.tagged.size(), 4U);
  EXPECT_TRUE(reading.complete);
}

TEST_F(ReadSources, Utf16IsAnErrorOnlyWhenItMayHoldTags) {
  std::string wide = "\xFF\xFE";
  for (const char c : kTagged) wide += {c, '\0'};
  folder_.write("wide.cc", wide);
  folder_.write("resource.h", std::string("\xFF\xFE#\0d\0e\0f\0", 10));
  const SourceReading reading = read({"resource.h", "wide.cc"});
  EXPECT_THAT(reading.tagged, IsEmpty());
  EXPECT_FALSE(reading.complete);
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-005");
  EXPECT_EQ(diagnostics_.all()[0].where.file, "wide.cc");
}

TEST_F(ReadSources, AMissingFileIsAnErrorAndTheRestIsRead) {
  folder_.write("b.cc", kTagged);
  const SourceReading reading = read({"gone.cc", "b.cc"});
  EXPECT_EQ(reading.tagged.size(), 1U);
  EXPECT_FALSE(reading.complete);
  EXPECT_EQ(diagnostics_.all().at(0).id, "assay-scan-004");
}

TEST_F(ReadSources, SuspectsHaveAPlace) {
  options_.tags.suspects = true;
  folder_.write("a.cc", "\n// written with ChatGPT\nint f();\n");
  const SourceReading reading = read({"a.cc"});
  EXPECT_THAT(reading.tagged, IsEmpty());
  ASSERT_EQ(reading.suspects.size(), 1U);
  EXPECT_EQ(reading.suspects[0].file, "a.cc");
  EXPECT_EQ(reading.suspects[0].line, 2U);
}

TEST_F(ReadSources, CountsTheTreeWithoutGuards) {
  folder_.write("a.cc", kTagged);
  folder_.write("b.cc",
                "int f() {" + source::insertedGuard(source::GuardForm::Ordinary, 7, "f") + " return 1; }\n");
  const model::TreeTotals totals = totalsOf({"a.cc", "b.cc", "gone.cc"});
  EXPECT_EQ(totals.files, 3U);
  EXPECT_EQ(totals.lines, 3U);
  EXPECT_EQ(totals.functions, 2U);
}

TEST_F(ReadSources, OutlinesAreMadeFromTheFirstTagOnAndCompletedByCounting) {
  options_.jobs = 1;
  folder_.write("a.cc", "int f() { return 1; }\n");
  folder_.write("b.cc", kTagged);
  folder_.write("c.cc", "int g() { return 1; }\n");
  SourceReading reading = read({"a.cc", "b.cc", "c.cc"});
  EXPECT_FALSE(reading.files[0].outline);
  EXPECT_TRUE(reading.files[1].outline && reading.files[2].outline);
  EXPECT_EQ(surveyTree(request_, reading).totals.functions, 3U);
  EXPECT_EQ(reading.files[0].outline, (source::Outline{1, 1, 1}));
}

TEST_F(ReadSources, NothingTaggedNothingCounted) {
  folder_.write("a.cc", "int f() { return 1; }\n");
  EXPECT_FALSE(read({"a.cc"}).files[0].outline);
}

TEST_F(ReadSources, AKnownFileIsNotOpened) {
  folder_.write("a.cc", kTagged);
  folder_.write("b.cc", "int g();\n");
  SourceReading first = read({"a.cc", "b.cc"});
  EXPECT_TRUE(first.files[0].ofInterest);
  EXPECT_FALSE(first.files[1].ofInterest);
  const model::TreeTotals totals = surveyTree(request_, first).totals;
  folder_.write("b.cc", kTagged);  // nobody looks
  SourceReading second = read({"a.cc", "b.cc"}, {first.files[0], first.files[1]});
  ASSERT_EQ(second.tagged.size(), 1U);
  EXPECT_EQ(second.tagged[0].path, "a.cc");
  EXPECT_EQ(second.bytesRead, first.bytesRead);
  EXPECT_EQ(surveyTree(request_, second).totals, totals);
  EXPECT_EQ(read({"a.cc", "b.cc"}, {first.files[0], std::nullopt}).tagged.size(), 2U);
}

TEST_F(ReadSources, WhatTheCommentsSayIsKnownForTheSameTextOnly) {
  folder_.write("a.cc", kTagged);
  FileReading known = read({"a.cc"}).files[0];
  ASSERT_TRUE(known.tags.has_value());
  known.tags->reading.tags.front().tag.model = "as known";
  EXPECT_EQ(read({"a.cc"}, {known}).tagged.at(0).reading.tags.at(0).tag.model, "as known");
  folder_.write("a.cc", "// AI-generated: GPT-5\nint f() { return 1; }\n");
  const SourceReading second = read({"a.cc"}, {known});
  EXPECT_EQ(second.tagged.at(0).reading.tags.at(0).tag.model, "GPT-5");
  EXPECT_EQ(second.files[0].tags->reading.tags.at(0).tag.model, "GPT-5");
}

TEST_F(ReadSources, GeneratedFilesAreLeftOutOnRequest) {
  folder_.write("a.cc", "// @generated\n" + std::string(kTagged));
  EXPECT_EQ(read({"a.cc"}).tagged.size(), 1U);
  options_.skip.generated = true;
  SourceReading reading = read({"a.cc"});
  EXPECT_THAT(reading.tagged, IsEmpty());
  EXPECT_EQ(reading.generatedLeftOut, 1U);
  EXPECT_EQ(surveyTree(request_, reading).totals, model::TreeTotals{});
}

TEST_F(ReadSources, APipeIsAnErrorAndHoldsNobodyUp) {
  ASSERT_EQ(::mkfifo((folder_.path() / "pipe.cc").c_str(), 0600), 0);
  const SourceReading reading = read({"pipe.cc"});
  EXPECT_THAT(reading.unread, testing::ElementsAre("pipe.cc"));
  EXPECT_EQ(diagnostics_.all().at(0).message, "cannot read: not a regular file");
}

TEST(IsUtf16, KnowsBothOrdersWithAndWithoutMark) {
  EXPECT_TRUE(isUtf16("\xFF\xFEx"));
  EXPECT_TRUE(isUtf16("\xFE\xFFx"));
  EXPECT_TRUE(isUtf16(std::string_view("i\0n\0t\0 \0x\0", 10)));
  EXPECT_TRUE(isUtf16(std::string_view("\0i\0n\0t\0 \0x", 10)));
  EXPECT_FALSE(isUtf16("int main() {}"));
  EXPECT_FALSE(isUtf16(std::string_view("int\0main() {}", 13)));
  EXPECT_FALSE(isUtf16(""));
  EXPECT_FALSE(isUtf16(std::string_view("\0\0\0\0\0\0\0\0", 8)));
}

TEST_F(ReadSources, HandlersAreThoseOfAllFiles) {
  folder_.write("a.cc", "void g() { signal(SIGTERM, onTerm); }\n");
  folder_.write("b.cc", kTagged);
  folder_.write("c.cc", "void h() { signal(SIGINT, onInt); }\n");
  SourceReading first = read({"a.cc", "b.cc", "c.cc"});
  const std::vector<std::string> handlers = surveyTree(request_, first).signalHandlers;
  EXPECT_EQ(handlers, (std::vector<std::string>{"onInt", "onTerm"}));
  std::vector<std::optional<FileReading>> known(first.files.begin(), first.files.end());
  SourceReading second = read({"a.cc", "b.cc", "c.cc"}, known);
  EXPECT_EQ(surveyTree(request_, second).signalHandlers, handlers) << "also of files that are not read again";
}

}  // namespace
}  // namespace assay::scan
