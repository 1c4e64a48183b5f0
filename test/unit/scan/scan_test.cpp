// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/scan.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "source/insertion.h"
#include "support/hash.h"
#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::Precision;
using model::State;
using model::Trait;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* kTag = "// AI-generated: GPT-4, 2024-01-15\n";

class Scan : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text) { folder_.write(name, text); }
  void addTagged(const std::string& name, const std::string& text) {
    add(name, replaceAll(text, "TAG ", kTag));
  }
  // One command per unit, all in the folder itself.
  void addDatabase(const std::vector<std::string>& units, const std::string& flags = "") {
    std::string json = "[";
    for (const std::string& unit : units)
      json += std::string(json == "[" ? "" : ",") + "{\"directory\": \"" + folder_.path().string() +
              "\", \"file\": \"" + unit + "\", \"command\": \"" + (unit.ends_with(".c") ? "cc " : "c++ ") +
              flags + " -c " + unit + " -o x.o\"}";
    add("build/compile_commands.json", json + "]");
  }
  ScanResult scanTree() {
    options_.parse.root = folder_.path();
    auto result = scan(options_, diagnostics_);
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
  }
  std::map<std::string, AnnotatedFunction> functions() {
    std::map<std::string, AnnotatedFunction> byName;
    for (AnnotatedFunction& function : scanTree().manifest.functions) byName[function.name] = function;
    return byName;
  }

  test::TemporaryFolder folder_;
  ScanOptions options_;
  Diagnostics diagnostics_;
};

TEST_F(Scan, ATreeWithoutTagsHasAnEmptyManifest) {
  add("a.cc", "int f();\n");
  const ScanResult result = scanTree();
  EXPECT_EQ(result.manifest, model::Manifest{});
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.stats.filesRead, 1U);
  EXPECT_EQ(result.stats.parsed.targets, 0U);
}

TEST_F(Scan, FindsFunctionsOfCAndCppWithTheBuildsFlags) {
  addTagged("src/a.cc", "#include \"a.h\"\nnamespace n {\nTAG int f(int x) {\n  return x + BUILT;\n}\n}\n");
  addTagged("src/b.c", "TAG int g(void) { return BUILT; }\n");
  add("src/a.h", "namespace n { int f(int x); }\n");
  addDatabase({"src/a.cc", "src/b.c"}, "-DBUILT=1");
  const ScanResult result = scanTree();
  ASSERT_EQ(result.manifest.functions.size(), 2U);
  const AnnotatedFunction& f = result.manifest.functions[0];
  EXPECT_EQ(f.name, "n::f");
  EXPECT_EQ(f.file, "src/a.cc");
  EXPECT_EQ(f.lines, (model::LineRange{4, 6}));
  EXPECT_EQ(f.bodyBegin, (source::Position{4, 14}));
  EXPECT_EQ(f.tagLine, 3U);
  EXPECT_EQ(f.tag.model, "GPT-4");
  EXPECT_EQ(f.precision, Precision::Exact);
  EXPECT_EQ(f.state, State::Active);
  const AnnotatedFunction& g = result.manifest.functions[1];
  EXPECT_EQ(g.name, "g");
  EXPECT_TRUE(g.traits.has(Trait::C));
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.stats.parsed.targets, 2U);
  EXPECT_EQ(result.stats.parsed.together, 0U) << "C and C++ do not share a unit";
  EXPECT_EQ(result.stats.compilationDatabase, (folder_.path() / "build/compile_commands.json").string());
}

// Until a cache trusts the stamps of files that were written just now.
class WarmScan : public Scan {
 protected:
  void warmUp() {
    options_.cacheFolder = cache_.path();
    for (int tries = 0; tries < 10'000; ++tries)
      if (scanTree().stats.unchanged) return;
    FAIL() << "the cache never held";
  }

  test::TemporaryFolder cache_;
};

TEST_F(WarmScan, NoticesThatAResponseFileHasChanged) {
  addTagged("a.cc",
            "#ifdef FAST\nTAG int fast() { return 1; }\n#else\nTAG int slow() { return 1; }\n#endif\n");
  addDatabase({"a.cc"}, "@flags.rsp");
  add("flags.rsp", "-DFAST");
  warmUp();
  EXPECT_EQ(functions()["fast"].state, State::Active);
  add("flags.rsp", "-DSLOW");
  EXPECT_EQ(functions()["fast"].state, State::Inactive);
  std::filesystem::remove(folder_.path() / "flags.rsp");
  warmUp();
  EXPECT_EQ(functions()["slow"].precision, Precision::Inferred);
  add("flags.rsp", "-DSLOW");
  EXPECT_EQ(functions()["slow"].precision, Precision::Exact);
}

TEST_F(WarmScan, NoticesThatAnIncludeFolderOfTheEnvironmentHasChanged) {
  addTagged("a.cc", "#include <k.h>\n#ifdef FAST\nTAG int fast() { return 1; }\n#endif\n");
  addDatabase({"a.cc"});
  add("k/k.h", "#define FAST\n");
  warmUp();
  EXPECT_EQ(functions()["fast"].state, State::Inactive);
  ASSERT_EQ(setenv("CPATH", (folder_.path() / "k").c_str(), 1), 0);
  const State state = functions()["fast"].state;
  unsetenv("CPATH");
  EXPECT_EQ(state, State::Active);
}

TEST_F(Scan, TotalsAndHashesAreThoseOfTheFiles) {
  addTagged("a.cc", "TAG int f() { return 1; }\n");
  add("b.cc", "int g() {\n  return 2;\n}\n");
  const ScanResult result = scanTree();
  EXPECT_EQ(result.manifest.totals, (model::TreeTotals{2, 5, 2, 4}));
  ASSERT_EQ(result.manifest.files.size(), 1U);
  EXPECT_EQ(result.manifest.files[0].path, "a.cc");
  EXPECT_EQ(result.manifest.files[0].hash, contentHash(folder_.read("a.cc")));
}

TEST_F(Scan, AHeaderIsSeenThroughAUnitAndRecordedOnce) {
  addTagged("inc/h.h", "#pragma once\nTAG inline Word twice(Word x) { return 2 * x; }\n");
  add("a.cc", "using Word = long;\n#include \"inc/h.h\"\n");
  add("b.cc", "using Word = long;\n#include \"inc/h.h\"\n");
  add("c.cc", "int unrelated;\n");
  addDatabase({"a.cc", "b.cc", "c.cc"});
  const ScanResult result = scanTree();
  ASSERT_EQ(result.manifest.functions.size(), 1U);
  EXPECT_EQ(result.manifest.functions[0].name, "twice");
  EXPECT_EQ(result.manifest.functions[0].file, "inc/h.h");
  EXPECT_EQ(result.manifest.functions[0].precision, Precision::Exact);
  EXPECT_EQ(result.stats.parsed.targets, 2U) << "by itself, and through one unit";
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(Scan, AFunctionHasOneIdByWhateverLinkItsFileIsIncluded) {
  addTagged("h.h", "#pragma once\nTAG static inline int once() { return 2; }\n");
  std::filesystem::create_symlink("h.h", folder_.path() / "link.h");
  addTagged("a.cc", "#include \"link.h\"\n#include \"h.h\"\nTAG int a() { return once(); }\n");
  addTagged("b.cc", "#include \"h.h\"\nTAG int b() { return once(); }\n");
  addDatabase({"a.cc", "b.cc"});
  options_.exact = true;
  EXPECT_EQ(scanTree().manifest.functions.size(), 3U);
}

TEST_F(Scan, AHeaderOfNoUnitIsParsedByItself) {
  addTagged("lonely.h", "#pragma once\n#include <vector>\nTAG inline std::vector<int> f() { return {}; }\n");
  add("a.cc", "int x;\n");
  addDatabase({"a.cc"}, "-std=c++17");
  const auto all = functions();
  ASSERT_THAT(all, Contains(testing::Key("f")));
  EXPECT_EQ(all.at("f").precision, Precision::Inferred);
  EXPECT_EQ(all.at("f").state, State::Active);
}

TEST_F(Scan, ATaggedDeclarationFindsItsDefinition) {
  addTagged("h.h", "#pragma once\nTAG int declared(int);\n");
  add("a.cc", "#include \"h.h\"\nint x = declared(1);\n");
  add("z.cc", "#include \"h.h\"\nint declared(int v) {\n  return v;\n}\n");
  addDatabase({"a.cc", "z.cc"});
  const auto all = functions();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.at("declared").file, "z.cc");
  EXPECT_EQ(all.at("declared").tagFile, "h.h");
  EXPECT_EQ(all.at("declared").bodyBegin, (source::Position{2, 21}));
}

TEST_F(Scan, ABranchThatOneUnitActivatesIsActive) {
  addTagged("h.h", "#ifdef WITH\nTAG inline int f() { return 1; }\n#endif\n");
  add("a.cc", "#include \"h.h\"\n");
  add("b.cc", "#define WITH\n#include \"h.h\"\n");
  addDatabase({"a.cc", "b.cc"});
  EXPECT_EQ(functions().at("f").state, State::Active);
}

TEST_F(Scan, ABranchThatNoUnitActivatesIsNamedByItsTokens) {
  addTagged("a.cc", "#if 0\nTAG int f() { return 1; }\n#endif\n");
  addDatabase({"a.cc"});
  const auto all = functions();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.at("f").state, State::Inactive);
  EXPECT_EQ(all.at("f").precision, Precision::Lexical);
}

TEST_F(Scan, WithoutADatabaseFlagsAreGuessed) {
  addTagged("src/a.cc", "#include \"lib/h.h\"\nTAG lib::Word f(lib::Word x) { return x; }\n");
  add("deep/inc/lib/h.h", "namespace lib { using Word = long; }\n");
  addTagged("src/old.c", "TAG int knr(a) int a; { return a; }\n");
  const auto all = functions();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all.at("f").precision, Precision::Inferred);
  EXPECT_THAT(all.at("f").signature, testing::HasSubstr("lib::Word"));
  EXPECT_TRUE(all.at("knr").traits.has(Trait::KnrDefinition));
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(Scan, AnOlderStandardIsTriedWhenTheNewestDoesNotFit) {
  addTagged("a.cc", "TAG int f(register int x) throw(int) { return x; }\n");
  EXPECT_THAT(functions(), testing::SizeIs(1));
  EXPECT_EQ(functions().at("f").state, State::Active);
}

TEST_F(Scan, AUnitThatDoesNotCompileIsAWarningAndStillRecorded) {
  addTagged("a.cc", "#include \"gone.h\"\nGone broken(Gone);\nTAG int f() { return 1; }\n");
  addTagged("b.cc", "TAG int g() { return 1; }\n");
  addDatabase({"a.cc", "b.cc"});
  const auto all = functions();
  EXPECT_EQ(all.size(), 2U);
  EXPECT_EQ(all.at("f").state, State::Active);
  EXPECT_EQ(all.at("g").precision, Precision::Exact);
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-007");
  EXPECT_EQ(diagnostics_.all()[0].where, (Location{"a.cc", 1, 10}));
}

TEST_F(Scan, FilesWithGuardsAreScannedAsIfTheyHadNone) {
  const std::string plain = std::string("/* x */\n") + kTag + "int f() {\n  return 1;\n}\n";
  addDatabase({"a.cc"});
  add("a.cc", plain);
  const model::Manifest before = scanTree().manifest;
  const std::string guarded =
      std::string(source::kInsertedInclude) +
      replaceAll(
          plain, "{\n",
          "{" + source::insertedGuard(source::GuardForm::Ordinary, before.functions.at(0).id, "f") + "\n");
  add("a.cc", guarded);
  ASSERT_TRUE(source::hasInsertions(guarded));
  EXPECT_EQ(scanTree().manifest, before);
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(Scan, TheManifestDoesNotDependOnThreadsPlaceOrModeOfWork) {
  std::vector<std::string> units;
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    addTagged("u" + n + ".cc", "#include \"h.h\"\nTAG static int s() { return " + n + "; }\nint use" + n +
                                   "() { return s(); }\n");
    units.push_back("u" + n + ".cc");
  }
  addTagged("h.h",
            "#pragma once\nTAG inline int h() { return 1; }\nstruct S {\n  TAG int m() { return 2; }\n};\n");
  addDatabase(units);
  options_.jobs = 1;
  const model::Manifest one = scanTree().manifest;
  EXPECT_EQ(one.functions.size(), 14U);
  options_.jobs = 4;
  EXPECT_EQ(scanTree().manifest, one);
  options_.exact = true;
  EXPECT_EQ(scanTree().manifest, one);
  test::TemporaryFolder elsewhere;
  for (const std::string& unit : units) elsewhere.write(unit, folder_.read(unit));
  elsewhere.write("h.h", folder_.read("h.h"));
  elsewhere.write("build/compile_commands.json",
                  replaceAll(folder_.read("build/compile_commands.json"), folder_.path().string(),
                             elsewhere.path().string()));
  options_.parse.root = elsewhere.path();
  EXPECT_EQ(scan(options_, diagnostics_).value().manifest, one);
}

TEST_F(Scan, PathsNarrowTheScanButNotWhatIsKnown) {
  addTagged("a/a.h", "#pragma once\nTAG inline Word f(Word x) { return x; }\n");
  addTagged("b/b.cc", "using Word = int;\n#include \"../a/a.h\"\nTAG int g() { return 1; }\n");
  options_.paths = {"a"};
  EXPECT_THAT(functions(), ElementsAre(testing::Key("f")));
  EXPECT_THAT(functions().at("f").signature, testing::HasSubstr("Word")) << "through b/b.cc";
}

TEST_F(Scan, ExcludedFilesAreNotThere) {
  addTagged("a.cc", "TAG int f() { return 1; }\n");
  addTagged("third_party/b.cc", "TAG int g() { return 1; }\n");
  options_.exclude = {"third_party"};
  EXPECT_THAT(functions(), ElementsAre(testing::Key("f")));
}

TEST_F(Scan, ADatabaseOfAnotherTreeIsPointedOut) {
  addTagged("src/a.cc", "TAG int f() { return 1; }\n");
  test::TemporaryFolder other;
  other.write("x.cc", "");
  other.write("compile_commands.json", R"([{"directory": ")" + other.path().string() +
                                           R"(", "command": "c++ -c x.cc", "file": "x.cc"}])");
  options_.parse.buildFolder = other.path();
  EXPECT_EQ(functions().at("f").precision, Precision::Inferred);
  ASSERT_FALSE(diagnostics_.all().empty());
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-009");
}

TEST_F(Scan, ExtraArgumentsReachEveryUnit) {
  addTagged("a.cc", "#ifdef EXTRA\nTAG int f() { return 1; }\n#endif\n");
  options_.parse.extraArguments = {"-DEXTRA"};
  EXPECT_EQ(functions().at("f").state, State::Active);
}

TEST_F(Scan, ExplicitNegativesMakeNoEntry) {
  add("a.cc", "// AI-generated: no\nint f() { return 1; }\n");
  EXPECT_THAT(functions(), IsEmpty());
}

TEST_F(Scan, OddNamesAndEndsOfFilesLoseNothing) {
  addTagged("with space 'q'.cc", "TAG int f() { return 1; }");
  add("crlf.cc", "// AI-generated: GPT-4\r\nint g() {\r\n  return 1;\r\n}\r\n");
  add("bom.cc", "\xEF\xBB\xBF// AI-generated: GPT-4\nint h() { return 1; }\n");
  const auto all = functions();
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all.at("g").lines, (model::LineRange{2, 4}));
  EXPECT_EQ(all.at("g").bodyBegin, (source::Position{2, 9}));
  EXPECT_EQ(all.at("h").lines, (model::LineRange{2, 2}));
}

TEST_F(Scan, ProgressIsToldForEveryStep) {
  addTagged("a.cc", "TAG int f() { return 1; }\n");
  std::map<std::string, std::size_t> last;
  options_.onProgress = [&](const Progress& progress) { last[std::string(progress.step)] = progress.done; };
  scanTree();
  EXPECT_EQ(last["reading files"], 1U);
  EXPECT_EQ(last["parsing units"], 1U);
}

TEST_F(Scan, EachFileBelongsToOnePart) {
  std::vector<std::string> names;
  for (int i = 0; i < 12; ++i) {
    names.push_back("f" + std::to_string(i) + ".cc");
    addTagged(names.back(), "TAG int f" + std::to_string(i) + "() { return 1; }\n");
  }
  const model::Manifest whole = scanTree().manifest;
  std::vector<std::string> found;
  model::TreeTotals totals;
  for (unsigned index = 1; index <= 3; ++index) {
    options_.shard = model::Shard{index, 3};
    const ScanResult result = scanTree();
    EXPECT_THAT(result.manifest.functions, IsEmpty());
    EXPECT_EQ(result.part.shard, *options_.shard);
    for (const model::TaggedFile& file : result.part.files) {
      EXPECT_TRUE(model::owns(*options_.shard, file.path));
      found.push_back(file.path);
    }
    EXPECT_EQ(result.part.entries.size(), result.part.files.size());
    totals.files += result.part.totals.files;
    totals.functions += result.part.totals.functions;
  }
  EXPECT_THAT(found, testing::UnorderedElementsAreArray(names));
  EXPECT_EQ(totals.files, whole.totals.files);
  EXPECT_EQ(totals.functions, whole.totals.functions);
}

TEST_F(Scan, FailsOnlyWhenNothingCanBeDone) {
  options_.parse.root = folder_.path() / "gone";
  EXPECT_FALSE(scan(options_, diagnostics_));
  options_.parse.root = folder_.path();
  options_.parse.buildFolder = folder_.path() / "gone";
  EXPECT_EQ(scan(options_, diagnostics_).error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace assay::scan
