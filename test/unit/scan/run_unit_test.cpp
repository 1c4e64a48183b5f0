// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit() and diagnoseUnit(), without Clang's headers.
#include <gmock/gmock.h>

#include "scan/parse_unit.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class RunUnit : public testing::Test {
 protected:
  std::string add(const std::string& name, const std::string& text) {
    return folder_.write(name, text).string();
  }
  [[nodiscard]] CompileCommand command(const std::string& file, std::vector<std::string> flags = {}) const {
    flags.insert(flags.begin(), "c++");
    return {folder_.path().string(), file, std::move(flags), false};
  }
  [[nodiscard]] UnitOutcome collect(const CompileCommand& unit, bool everyBody = false) const {
    return collectUnit(unit, {{unit.file, {}}}, {everyBody}, environment_);
  }

  test::TemporaryFolder folder_;
  ParseEnvironment environment_{folder_.path().string(), {}, {}, {}};
};

TEST_F(RunUnit, TemplatesAfterAMissingHeaderAreStillRead) {
  const std::string file = add("a.cc",
                               "#include \"gone.h\"\ntemplate <class T> struct X { static T f(); };\n"
                               "template <> int X<int>::f() { return wrong; }\n");
  const auto said = collect(command(file), true).diagnostics;
  ASSERT_EQ(said.size(), 2U) << "what comes after the missing header is said too";
  EXPECT_EQ(said[1].line, 3U);
}

TEST_F(RunUnit, BodiesAreSkippedUnlessEachIsWanted) {
  const std::string file = add("a.cc", "int f() { return wrong; }\n");
  EXPECT_THAT(collect(command(file)).diagnostics, IsEmpty());
  EXPECT_EQ(collect(command(file), true).diagnostics.size(), 1U);
}

TEST_F(RunUnit, WarningsAreForDiagnosingOnly) {
  const std::string file = add("a.cc", "#warning said\n");
  EXPECT_THAT(collect(command(file)).diagnostics, IsEmpty());
  const auto said = diagnoseUnit(command(file), environment_).diagnostics;
  ASSERT_EQ(said.size(), 1U);
  EXPECT_FALSE(said[0].error);
}

TEST_F(RunUnit, FilesAreThoseThatWereReadSorted) {
  const std::string inner = add("inner.h", "");
  add("unread.h", "");
  const std::string outer = add("outer.h", "#include \"inner.h\"\n#if 0\n#include \"unread.h\"\n#endif\n");
  const std::string file = add("a.cc", "#include \"outer.h\"\n");
  const std::vector<std::string> files = collect(command(file)).files;
  EXPECT_THAT(files, testing::IsSupersetOf({file, inner, outer}));
  EXPECT_THAT(files, Not(Contains((folder_.path() / "unread.h").string())));
  EXPECT_TRUE(std::ranges::is_sorted(files));
}

TEST_F(RunUnit, NothingIsWrittenAndNoPrecompiledHeaderIsAskedFor) {
  const std::string file = add("a.cc", "int f();\n");
  const auto outcome =
      collect(command(file, {"-MD", "-MF", "deps.d", "-include-pch", "gone.pch", "-o", "a.o", "-c"}));
  EXPECT_THAT(outcome.diagnostics, IsEmpty());
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
    names.push_back(entry.path().filename().string());
  EXPECT_THAT(names, ElementsAre("a.cc"));
}

TEST_F(RunUnit, ExtraArgumentsComeLast) {
  const std::string file = add("a.cc", "#if X != 2\n#error\n#endif\n");
  environment_.extraArguments = {"-UX", "-DX=2"};
  EXPECT_THAT(collect(command(file, {"-DX=1"})).diagnostics, IsEmpty());
}

TEST_F(RunUnit, AFolderThatIsNotThereOrAnUnknownTargetShowsNothing) {
  const std::string file = add("a.cc", "int f();\n");
  EXPECT_THAT(collect(command(file, {"--target=no-such-machine"})).facts, IsEmpty());
  EXPECT_THAT(collect({"/no/such/folder", "/no/such/folder/a.cc", {"c++"}, false}).facts, IsEmpty());
}

}  // namespace
}  // namespace assay::scan
