// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/parse_unit.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "scan/resource_folder.h"
#include "support/parallel.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;
using testing::IsEmpty;

class ParseUnit : public testing::Test {
 protected:
  std::string add(const std::string& name, const std::string& text) {
    return folder_.write(name, text).string();
  }
  [[nodiscard]] CompileCommand command(const std::string& file, std::vector<std::string> flags = {}) const {
    flags.insert(flags.begin(), file.ends_with(".c") ? "cc" : "c++");
    return {folder_.path().string(), file, std::move(flags), false};
  }
  static std::vector<std::string> names(const UnitOutcome& outcome) {
    std::vector<std::string> all;
    for (const FileFacts& facts : outcome.facts)
      for (const FoundFunction& function : facts.functions) all.push_back(function.entry.name);
    return all;
  }
  [[nodiscard]] UnitOutcome collect(const CompileCommand& unit,
                                    const std::vector<std::string>& wanted) const {
    std::vector<WantedText> texts;
    for (const std::string& path : wanted) texts.push_back({path, {{0, 100000}}});
    return collectUnit(unit, texts, {false}, environment_);
  }

  test::TemporaryFolder folder_;
  ParseEnvironment environment_{folder_.path().string(), findResourceFolder("").value(), {}, {}};
};

TEST_F(ParseUnit, ParsesCAndCppWithTheSystemsHeaders) {
  const std::string c = add("a.c", "#include <stddef.h>\n#include <stdio.h>\nsize_t f(void) { return 0; }\n");
  const std::string cpp =
      add("b.cc", "#include <vector>\nnamespace n { std::vector<int> g() { return {}; } }\n");
  for (const auto& [file, name] : {std::pair{c, "f"}, {cpp, "n::g"}}) {
    const UnitOutcome outcome = collect(command(file), {file});
    EXPECT_THAT(outcome.diagnostics, IsEmpty()) << file;
    EXPECT_THAT(names(outcome), Contains(name));
  }
}

TEST_F(ParseUnit, RelativeFlagsAreRelativeToTheCommandsFolder) {
  add("inc/x.h", "inline int fromHeader() { return 1; }\n");
  const std::string file = add("src/a.cc", "#include \"x.h\"\nint g() { return fromHeader(); }\n");
  EXPECT_THAT(collect(command(file, {"-Iinc"}), {file}).diagnostics, IsEmpty());
}

TEST_F(ParseUnit, OverlaysReplaceFilesAndHeaders) {
  const std::string header = add("x.h", "int onDisk();\n");
  const std::string file = add("a.cc", "#include \"x.h\"\n");
  environment_.overlays = {{header, "int inMemory();\n"}};
  EXPECT_THAT(names(collect(command(file), {header})), testing::ElementsAre("inMemory"));
}

TEST_F(ParseUnit, AUnitWhoseMemoryIsLeftSaysTheSame) {
  const std::string file = add("a.cc", "#include <gone.h>\n#include <vector>\nint f() { return g(); }\n");
  const std::vector<WantedText> wanted = {{file, {{0, 100}}}};
  const UnitOutcome freed = collectUnit(command(file), wanted, {false, Remains::Freed}, environment_);
  const UnitOutcome left = collectUnit(command(file), wanted, {false, Remains::Left}, environment_);
  EXPECT_EQ(names(left), names(freed));
  EXPECT_EQ(left.diagnostics, freed.diagnostics);
  EXPECT_EQ(left.files, freed.files);
  EXPECT_EQ(left.missing, freed.missing);
  EXPECT_EQ(left.languageErrors, freed.languageErrors);
}

TEST_F(ParseUnit, AMissingHeaderDoesNotEndTheFile) {
  const std::string file = add("a.cc", "#include \"gone.h\"\n#include \"gone2.h\"\nint g() { return 1; }\n");
  const UnitOutcome outcome = collect(command(file), {file});
  EXPECT_THAT(names(outcome), Contains("g"));
  ASSERT_EQ(outcome.diagnostics.size(), 2U);
  EXPECT_EQ(outcome.diagnostics[0], (UnitDiagnostic{true, file, 1, 10, "'gone.h' file not found"}));
}

TEST_F(ParseUnit, LanguageErrorsAreThoseThatAnotherStandardMayCure) {
  const std::string missing = add("a.cc", "#include \"gone.h\"\nint g() { return 1; }\n");
  EXPECT_EQ(collect(command(missing), {missing}).languageErrors, 0U);
  const std::string unknown = add("b.cc", "Unknown g();\n");
  EXPECT_EQ(collect(command(unknown), {unknown}).languageErrors, 0U);
  const std::string modern = add("c.cc", "constexpr int f() { return 1; }\n");
  EXPECT_EQ(collect(command(modern, {"-std=c++98"}), {modern}).languageErrors, 1U);
  EXPECT_EQ(collect(command(modern, {"-std=c++20"}), {modern}).languageErrors, 0U);
}

// One that a pragma can switch off is a warning by nature.
TEST_F(ParseUnit, WarningsThatAreErrorsByDefaultDoNotCount) {
  const std::string old = add("a.cc", "int f(register int x) { return x; }\n");
  const UnitOutcome outcome = collect(command(old, {"-std=c++20"}), {old});
  EXPECT_EQ(outcome.languageErrors, 0U);
  EXPECT_FALSE(outcome.facts.at(0).sawErrors);
}

TEST_F(ParseUnit, AnErrorInABodyThatNobodyAskedForIsNoLanguageError) {
  const std::string file = add("a.cc", "auto f() { return std::wrong; }\nint g() { return 1; }\n");
  EXPECT_EQ(collectUnit(command(file), {{file, {}}}, {true}, environment_).languageErrors, 0U);
  EXPECT_EQ(collectUnit(command(file), {{file, {{0, 100}}}}, {true}, environment_).languageErrors, 1U);
}

// Its type has no linkage, so that no other unit could define it.
TEST_F(ParseUnit, ATemplateWhoseBodyNobodyAskedForIsNotMissed) {
  const std::string before =
      "namespace { struct Local {}; }\ntemplate <class T> struct Box { T* get() { return nullptr; } };\n";
  const std::string text = before + "bool f() { return Box<Local>().get() == nullptr; }\n";
  const std::string file = add("a.cc", text);
  const std::vector<WantedText> wanted = {{file, {{before.size(), text.size()}}}};
  EXPECT_THAT(collectUnit(command(file), wanted, {true}, environment_).diagnostics, IsEmpty());
}

TEST_F(ParseUnit, UnknownFlagsAndOtherInputsDoNoHarm) {
  const std::string file = add("a.cc", "int g() { return X; }\n");
  const UnitOutcome outcome = collect(command(file, {"-DX=1", "-c", "a.cc", "other.cc", "lib.o", "-o", "a.o",
                                                     "-fno-such-flag-of-gcc", "-MD", "-mno-such"}),
                                      {file});
  EXPECT_THAT(names(outcome), Contains("g"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "a.o"));
}

TEST_F(ParseUnit, DiagnosingGivesWarningsOfTheCommandAndTheFilesSeen) {
  const std::string header = add("x.h", "inline int h() { int unused; return 1; }\n");
  const std::string file = add("a.cc", "#include \"x.h\"\n");
  EXPECT_THAT(diagnoseUnit(command(file), environment_).diagnostics, IsEmpty());
  const DiagnosedUnit unit = diagnoseUnit(command(file, {"-Wall", "-Werror"}), environment_);
  ASSERT_EQ(unit.diagnostics.size(), 1U);
  EXPECT_EQ(unit.diagnostics[0], (UnitDiagnostic{false, header, 1, 22, "unused variable 'unused'"}));
  EXPECT_THAT(unit.files, Contains(header));
  EXPECT_THAT(unit.files, Contains(file));
}

TEST_F(ParseUnit, AFileThatIsOnlyAskedForIsADependency) {
  const std::string header = add("x.h", "");
  const std::string file = add("a.cc", "#if __has_include(\"x.h\")\nint g() { return 1; }\n#endif\n");
  EXPECT_THAT(collect(command(file), {file}).files, Contains(header));
  const DiagnosedUnit unit = diagnoseUnit(command(file), environment_);
  EXPECT_THAT(unit.files, testing::Not(Contains(header))) << "it was not entered";
  EXPECT_THAT(unit.asked, testing::ElementsAre(header));
}

TEST_F(ParseUnit, UnitsWithDifferentFoldersParseSideBySide) {
  std::array<UnitOutcome, 8> outcomes;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const std::string name = std::to_string(i);
    add("d" + name + "/x.h", "int f" + name + "() { return 1; }\n");
    add("d" + name + "/a.cc", "#include \"x.h\"\nint g() { return f" + name + "(); }\n");
  }
  forEachIndex(outcomes.size(), 4, [&](std::size_t i) {
    const std::string folder = (folder_.path() / ("d" + std::to_string(i))).string();
    outcomes[i] = collect({folder, folder + "/a.cc", {"c++", "-I."}, false}, {folder + "/x.h"});
  });
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    EXPECT_THAT(outcomes[i].diagnostics, IsEmpty());
    EXPECT_THAT(names(outcomes[i]), testing::ElementsAre("f" + std::to_string(i)));
  }
}

}  // namespace
}  // namespace assay::scan
