// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The ways in and out of `assay instrument`, with the real program: what each mode writes and leaves alone,
// and what happens when something changed or broke between two steps.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "golden/compilers.h"
#include "golden/golden_case.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSource =
    "// Two functions.\n"
    "#include \"sub/other.h\"\n"
    "\n"
    "// AI-generated: GPT-4, 2024-01-15\n"
    "int first() { return second(); }\n"
    "\n"
    "int main() { return first(); }\n";
constexpr const char* kHeader =
    "#pragma once\n"
    "// AI-generated: GPT-4, 2024-01-15\n"
    "inline int second() { return 0; }\n";
constexpr const char* kGuard = "ASSAY_INSERTED_GUARD(";

class InstrumentModes : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("root/main.cpp", kSource);
    folder_.write("root/sub/other.h", kHeader);
    folder_.write("root/sub/plain.txt", "not code\n");
    folder_.write("root/compile_commands.json", compilationDatabase(root(), {"main.cpp"}, {}));
    ASSERT_EQ(assay({"scan"}).exitCode, 0);
  }
  [[nodiscard]] fs::path root() const { return folder_.path() / "root"; }
  test::Run assay(const std::vector<std::string>& arguments) { return runAssay(arguments, root()); }
  [[nodiscard]] std::string read(const std::string& file) const { return folder_.read("root/" + file); }
  void expectPlain() const {
    EXPECT_EQ(read("main.cpp"), kSource);
    EXPECT_EQ(read("sub/other.h"), kHeader);
  }

  TemporaryFolder folder_;
};

TEST_F(InstrumentModes, TheReportSaysWhatWasDoneToEachFunction) {
  folder_.write("root/main.cpp",
                std::string(kSource) +
                    "// AI-generated: GPT-4, 2024-01-15\n"
                    "int* third(bool no) { if (no) return nullptr; static int one; return &one; }\n"
                    "// AI-generated: GPT-4, 2024-01-15\nconsteval int fourth() { return 1; }\n");
  ASSERT_EQ(assay({"scan"}).exitCode, 0);
  ASSERT_EQ(assay({"instrument", "--diff", "--report", "report.json"}).exitCode, 0);
  const std::string report = read("report.json");
  EXPECT_THAT(report, HasSubstr("\"path\": \"main.cpp\",\n      \"edits\": 5"));
  EXPECT_THAT(report, HasSubstr("\"errors\": \"exceptions, nullptr\",\n"
                                "          \"guard\": \"ASSAY_INSERTED_GUARD\",\n          \"edits\": 3"));
  EXPECT_THAT(report, HasSubstr("\"name\": \"fourth\",\n          \"line\": 11,\n"
                                "          \"coverage\": \"skipped\",\n          \"code\": \"consteval\""));
  EXPECT_EQ(assay({"instrument", "--strip", "--report", "report.json"}).exitCode, 2);
  EXPECT_EQ(assay({"instrument", "--diff", "--report", "sub"}).exitCode, 3);
}

TEST_F(InstrumentModes, OneModeIsNeededAndOnlyOne) {
  const test::Run none = assay({"instrument"});
  EXPECT_EQ(none.exitCode, 2);
  EXPECT_THAT(none.err, HasSubstr("--in-place, --out DIR, --diff, --strip"));
  const test::Run two = assay({"instrument", "--diff", "--strip"});
  EXPECT_EQ(two.exitCode, 2);
  EXPECT_THAT(two.err, HasSubstr("exclude each other"));
  expectPlain();
}

TEST_F(InstrumentModes, DiffIsForPatchAndWritesNothing) {
  const std::string manifest = read("assay.yaml");
  const test::Run diff = assay({"instrument", "--diff"});
  EXPECT_EQ(diff.exitCode, 0);
  EXPECT_EQ(diff.err, "");
  expectPlain();
  EXPECT_EQ(read("assay.yaml"), manifest);
  ASSERT_EQ(run({{"patch", "-p1"}, root(), {}, diff.out}).exitCode, 0);
  const std::string patched = read("main.cpp") + read("sub/other.h");
  EXPECT_EQ(assay({"instrument", "--in-place"}).exitCode, 0);
  EXPECT_EQ(read("main.cpp") + read("sub/other.h"), patched);
}

TEST_F(InstrumentModes, InPlaceSaysWhatItDidAndStripUndoesIt) {
  const test::Run inPlace = assay({"instrument", "--in-place"});
  EXPECT_EQ(inPlace.exitCode, 0);
  EXPECT_THAT(inPlace.out, HasSubstr("guarded 2 of 2 tagged functions in 2 files"));
  EXPECT_THAT(read("main.cpp"), HasSubstr(kGuard));
  EXPECT_THAT(read("sub/other.h"), HasSubstr(kGuard));
  EXPECT_EQ(assay({"scan", "--check"}).exitCode, 0) << "the manifest is of the text without guards";
  EXPECT_EQ(assay({"instrument", "--strip"}).exitCode, 0);
  expectPlain();
}

TEST_F(InstrumentModes, OnlyTheNamedFiles) {
  EXPECT_EQ(assay({"instrument", "--in-place", "sub"}).exitCode, 0);
  EXPECT_EQ(read("main.cpp"), kSource);
  EXPECT_THAT(read("sub/other.h"), HasSubstr(kGuard));
  EXPECT_EQ(assay({"instrument", "--in-place", "/"}).exitCode, 2);
  EXPECT_EQ(assay({"instrument", "--in-place", "nowhere"}).exitCode, 3);
}

TEST_F(InstrumentModes, StripNeedsNoManifestAndKeepsOtherEdits) {
  ASSERT_EQ(assay({"instrument", "--in-place"}).exitCode, 0);
  fs::remove(root() / "assay.yaml");
  folder_.write("root/main.cpp", "int added;\n" + read("main.cpp") + "int appended;\n");
  EXPECT_EQ(assay({"instrument", "--strip"}).exitCode, 0);
  EXPECT_EQ(read("main.cpp"), std::string("int added;\n") + kSource + "int appended;\n");
  EXPECT_EQ(read("sub/other.h"), kHeader);
}

TEST_F(InstrumentModes, StripOfNamedFilesLeavesTheOthers) {
  ASSERT_EQ(assay({"instrument", "--in-place"}).exitCode, 0);
  EXPECT_EQ(assay({"instrument", "--strip", "main.cpp"}).exitCode, 0);
  EXPECT_EQ(read("main.cpp"), kSource);
  EXPECT_THAT(read("sub/other.h"), HasSubstr(kGuard));
  EXPECT_EQ(assay({"instrument", "--strip", "nowhere.cpp"}).exitCode, 3);
}

TEST_F(InstrumentModes, OutIsATreeThatBuildsInPlaceOfTheRoot) {
  const test::Run out = assay({"instrument", "--out", "../mirror"});
  EXPECT_EQ(out.exitCode, 0) << out.err;
  expectPlain();
  EXPECT_EQ(folder_.read("mirror/sub/plain.txt"), "not code\n");
  EXPECT_THAT(folder_.read("mirror/main.cpp"), HasSubstr(kGuard));
  EXPECT_EQ(folder_.read("mirror/assay.yaml"), read("assay.yaml"));
  for (const Compiler& compiler : compilers()) {
    const test::Run compiled = compile(compiler, folder_.path() / "mirror", "main.cpp", {});
    EXPECT_EQ(compiled.exitCode, 0) << compiled.err;
  }
}

// By its absolute path, as CMake compiles. __FILE__ and debug information speak of the user's files.
TEST_F(InstrumentModes, AMirrorsFilesHaveTheNamesOfTheRootsUnderAPrefixMap) {
  folder_.write("root/sub/other.h",
                std::string(kHeader) + "inline const char* here() { return __FILE__; }\n");
  folder_.write("root/main.cpp",
                std::string(kSource) + "const char* there() { return here() + *__FILE__; }\n");
  EXPECT_EQ(assay({"scan"}).exitCode, 0);
  EXPECT_EQ(assay({"instrument", "--out", "../mirror"}).exitCode, 0);
  const std::string mirror = folder_.path() / "mirror";
  for (const Compiler& compiler : compilers()) {
    const test::Run compiled =
        run({{compiler.cxx, "-std=c++20", "-g", "-ffile-prefix-map=" + mirror + "=" + root().string(),
              "-I" ASSAY_SOURCE_FOLDER "/lib/runtime/include", "-S", "-o", "-", mirror + "/main.cpp"},
             mirror});
    EXPECT_EQ(compiled.exitCode, 0) << compiled.err;
    EXPECT_THAT(compiled.out, HasSubstr("\"" + root().string() + "/main.cpp"));
    EXPECT_THAT(compiled.out, HasSubstr("\"" + root().string() + "/sub/other.h"));
    EXPECT_THAT(compiled.out, testing::Not(HasSubstr(mirror)));
  }
}

TEST_F(InstrumentModes, ASecondMirrorTouchesOnlyWhatChanged) {
  ASSERT_EQ(assay({"instrument", "--out", "guarded"}).exitCode, 0);
  const auto time = fs::last_write_time(root() / "guarded" / "main.cpp");
  folder_.write("root/sub/plain.txt", "changed\n");
  const test::Run again = assay({"instrument", "--out", "guarded"});
  EXPECT_THAT(again.out, HasSubstr("1 written, 0 removed"));
  EXPECT_EQ(fs::last_write_time(root() / "guarded" / "main.cpp"), time);
  EXPECT_EQ(read("guarded/sub/plain.txt"), "changed\n");
}

TEST_F(InstrumentModes, AForeignFolderIsNotOverwritten) {
  folder_.write("precious/main.cpp", "precious");
  EXPECT_EQ(assay({"instrument", "--out", "../precious"}).exitCode, 2);
  EXPECT_EQ(folder_.read("precious/main.cpp"), "precious");
}

TEST_F(InstrumentModes, AFileThatChangedIsLeftAloneAndTheRestIsDone) {
  const std::string changed = std::string("// new\n") + kSource;
  folder_.write("root/main.cpp", changed);
  const test::Run run = assay({"instrument", "--in-place"});
  EXPECT_EQ(run.exitCode, 3);
  EXPECT_THAT(run.err, HasSubstr("main.cpp: error: changed since the scan [assay-instrument-001]"));
  EXPECT_EQ(read("main.cpp"), changed);
  EXPECT_THAT(read("sub/other.h"), HasSubstr(kGuard));
}

TEST_F(InstrumentModes, AFileThatIsGoneIsSaid) {
  fs::remove(root() / "sub" / "other.h");
  const test::Run run = assay({"instrument", "--in-place"});
  EXPECT_EQ(run.exitCode, 3);
  EXPECT_THAT(run.err, HasSubstr("assay-instrument-001"));
}

TEST_F(InstrumentModes, ADamagedManifestStopsBeforeAnythingIsWritten) {
  const std::string whole = read("assay.yaml");
  for (const std::string& broken :
       {whole.substr(0, whole.size() / 2), std::string("\0\xff{", 3), std::string()}) {
    folder_.write("root/assay.yaml", broken);
    EXPECT_EQ(assay({"instrument", "--in-place"}).exitCode, 3);
    expectPlain();
  }
  fs::remove(root() / "assay.yaml");
  EXPECT_EQ(assay({"instrument", "--in-place"}).exitCode, 2);
  expectPlain();
}

TEST_F(InstrumentModes, AWrongPlaceInTheManifestIsRefused) {
  std::string manifest = read("assay.yaml");
  const std::size_t at = manifest.find("body: 5:13");
  ASSERT_NE(at, std::string::npos) << manifest;
  folder_.write("root/assay.yaml", manifest.replace(at, 10, "body: 5:12"));
  const test::Run run = assay({"instrument", "--in-place"});
  EXPECT_THAT(run.err, HasSubstr("assay-instrument-003"));
  EXPECT_EQ(read("main.cpp"), kSource);
  EXPECT_THAT(read("assay.yaml"), HasSubstr("no-brace"));
}

// No scan finds two entries for one body; a manifest that was merged by hand may have them.
TEST_F(InstrumentModes, ASecondEntryForOneBodyIsRefused) {
  const std::string manifest = read("assay.yaml");
  const std::size_t at = manifest.find("  - id: ");
  const std::size_t next = manifest.find("  - id: ", at + 1);
  ASSERT_NE(next, std::string::npos) << manifest;
  std::string again = manifest.substr(at, next - at);
  again.replace(again.find("0x") + 2, 16, "00000000000000ff");
  folder_.write("root/assay.yaml", manifest.substr(0, next) + again + manifest.substr(next));
  EXPECT_EQ(assay({"instrument", "--in-place"}).exitCode, 0);
  EXPECT_THAT(read("assay.yaml"), HasSubstr("code: shared-body"));
  for (const std::string& guarded : {read("main.cpp"), read("sub/other.h")})
    EXPECT_EQ(guarded.find(kGuard), guarded.rfind(kGuard));
}

// Nor does a scan leave these: human code is no entry, and what is read off its tokens is not active.
TEST_F(InstrumentModes, WhatOnlyAManifestMaySayIsObeyed) {
  const std::string manifest = read("assay.yaml");
  const std::string tag = "\n    tag: generated\n";
  const std::size_t at = manifest.find(tag);
  ASSERT_NE(at, std::string::npos) << manifest;
  const std::pair<const char*, const char*> rows[] = {
      {"\n    tag: human\n", "human"}, {"\n    tag: generated\n    precision: lexical\n", "lexical"}};
  for (const auto& [text, code] : rows) {
    folder_.write("root/assay.yaml", std::string(manifest).replace(at, tag.size(), text));
    EXPECT_EQ(assay({"instrument", "--in-place"}).exitCode, 0) << code;
    EXPECT_THAT(read("assay.yaml"), HasSubstr("code: " + std::string(code)));
    EXPECT_EQ(read("main.cpp"), kSource) << code;
    EXPECT_EQ(assay({"instrument", "--strip"}).exitCode, 0);
  }
}

// Every place in it would fit: what keeps it as it is is where it lies.
TEST_F(InstrumentModes, AFileOutsideTheRootIsLeftAlone) {
  folder_.write("outside.cpp", kSource);
  std::string manifest = read("assay.yaml");
  const std::string file = " main.cpp\n";
  for (std::size_t at = 0; (at = manifest.find(file, at)) != std::string::npos;)
    manifest.replace(at, file.size(), " ../outside.cpp\n");
  folder_.write("root/assay.yaml", manifest);
  for (const char* mode : {"--in-place", "--out=mirror"}) {
    EXPECT_EQ(assay({"instrument", mode}).exitCode, 0) << mode;
    EXPECT_THAT(read("assay.yaml"), HasSubstr("code: outside-root")) << mode;
    EXPECT_EQ(folder_.read("outside.cpp"), kSource) << mode;
  }
}

TEST_F(InstrumentModes, AUnitThatClangCannotEvenStartIsRefused) {
  folder_.write("root/compile_commands.json",
                compilationDatabase(root(), {"main.cpp"}, {"--target=no-such-machine"}));
  assay({"scan"});
  EXPECT_THAT(read("assay.yaml"), HasSubstr("code: uncompiled"));
  EXPECT_EQ(assay({"instrument", "--in-place"}).exitCode, 0);
  EXPECT_EQ(read("main.cpp"), kSource);
}

TEST_F(InstrumentModes, AFolderThatCannotBeMadeIsNamedWithTheReason) {
  const test::Run run = assay({"instrument", "--out", "main.cpp/out"});
  EXPECT_EQ(run.exitCode, 3);
  EXPECT_THAT(run.err, HasSubstr("main.cpp/out: error: cannot be written to: Not a directory"));
  EXPECT_THAT(run.err, Not(HasSubstr("assay-instrument-005")));
  expectPlain();
}

TEST_F(InstrumentModes, AManifestKeptElsewhereIsOfTheCurrentFolder) {
  fs::rename(root() / "assay.yaml", folder_.path() / "kept.yaml");
  EXPECT_EQ(assay({"instrument", "--in-place", "--manifest", "../kept.yaml"}).exitCode, 0);
  EXPECT_THAT(read("main.cpp"), HasSubstr(kGuard));
}

}  // namespace
}  // namespace assay::test
