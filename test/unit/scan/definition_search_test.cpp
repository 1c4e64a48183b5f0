// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/definition_search.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Definitions : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text) {
    files_.push_back(folder_.write(name, text).string());
  }
  std::vector<std::string> find(const std::string& name, std::size_t most = 3) {
    UnitPlanner planner({folder_.path().string(), {}, files_, 1});
    std::vector<std::string> names;
    DefinitionSearch search(planner);
    for (const std::string& unit : search.unitsThatDefine(name, (folder_.path() / "h.h").string(), most))
      names.push_back(std::filesystem::path(unit).filename().string());
    return names;
  }

  test::TemporaryFolder folder_;
  std::vector<std::string> files_;
};

TEST_F(Definitions, AreInUnitsThatIncludeTheHeaderAndShowOne) {
  add("h.h", "namespace n { struct S { int f(); }; }\n");
  add("calls.cc", "#include \"h.h\"\nint g(n::S s) { return s.f(); }\n");
  add("declares.cc", "#include \"h.h\"\nint f();\n");
  add("defines.cc", "#include \"h.h\"\nint n::S::f() { return 1; }\n");
  add("stranger.cc", "int f() { return 1; }\n");
  EXPECT_THAT(find("n::S::f"), ElementsAre("defines.cc"));
}

TEST_F(Definitions, ANamespaceMayComeOutOfAMacro) {
  add("h.h", "");
  add("a.cc", "#include \"h.h\"\nnamespace NAMESPACE { int S::f() { return 1; } }\n");
  add("b.cc", "#include \"h.h\"\nNAMESPACE_BEGIN int free_one() { return 1; } NAMESPACE_END\n");
  EXPECT_THAT(find("rocks::S::f"), ElementsAre("a.cc"));
  EXPECT_THAT(find("rocks::free_one"), ElementsAre("b.cc"));
}

TEST_F(Definitions, TheNamesakeOfTheHeaderIsTriedFirstAndNotTooMany) {
  add("h.h", "");
  for (const char* name : {"a.cc", "b.cc", "h.cc", "z.cc"})
    add(name, "#include \"h.h\"\nint f() { return 1; }\n");
  EXPECT_THAT(find("f", 2), ElementsAre("h.cc", "a.cc"));
  EXPECT_THAT(find("f", 0), IsEmpty());
}

TEST_F(Definitions, AUnitThatCannotBeReadHasNone) {
  add("h.h", "");
  add("a.cc", "#include \"h.h\"\nint f() { return 1; }\n");
  UnitPlanner planner({folder_.path().string(), {}, files_, 1});
  ASSERT_THAT(planner.unitsOf((folder_.path() / "h.h").string()), testing::SizeIs(1));
  std::filesystem::remove(folder_.path() / "a.cc");
  EXPECT_THAT(DefinitionSearch(planner).unitsThatDefine("f", (folder_.path() / "h.h").string(), 3),
              IsEmpty());
}

TEST_F(Definitions, TheSecondNameOfAUnitIsFoundAsWell) {
  add("h.h", "");
  add("a.cc", "#include \"h.h\"\nint f() { return 1; }\nint g() { return 1; }\n");
  UnitPlanner planner({folder_.path().string(), {}, files_, 1});
  DefinitionSearch search(planner);
  const std::string header = (folder_.path() / "h.h").string();
  EXPECT_THAT(search.unitsThatDefine("nothing", header, 3), IsEmpty());
  EXPECT_THAT(search.unitsThatDefine("f", header, 3), testing::SizeIs(1));
  EXPECT_THAT(search.unitsThatDefine("g", header, 3), testing::SizeIs(1));
  EXPECT_THAT(search.unitsThatDefine("h", header, 3), IsEmpty());
}

}  // namespace
}  // namespace assay::scan
