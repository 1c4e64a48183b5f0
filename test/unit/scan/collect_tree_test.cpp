// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/collect_tree.h"

#include <gmock/gmock.h>

#include "scan/resource_folder.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::SizeIs;

class CollectTree : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text) {
    folder_.write(name, text);
    names_.push_back(name);
  }
  CollectedTree collect(const CompilationDatabase& database = {}) {
    Diagnostics said;
    sources_ = readSources(folder_.path(), names_, options_, said).tagged;
    std::vector<std::string> files;
    for (const std::string& name : names_) files.push_back((folder_.path() / name).string());
    UnitPlanner planner({folder_.path().string(), database, files, 1});
    return collectTree({sources_, environment_, options_}, planner, diagnostics_);
  }

  test::TemporaryFolder folder_;
  std::vector<std::string> names_;
  std::vector<TaggedSource> sources_;
  ScanOptions options_;
  ParseEnvironment environment_{folder_.path().string(), findResourceFolder("").value(), {}, {}};
  Diagnostics diagnostics_;
};

TEST_F(CollectTree, OneUnitServesManyHeaders) {
  for (const char* name : {"a.h", "b.h", "c.h"})
    add(name,
        std::string("#pragma once\n// AI-generated: GPT-4\ninline int ") + name[0] + "() { return 1; }\n");
  add("all.cc", "#include \"a.h\"\n#include \"b.h\"\n#include \"c.h\"\n");
  add("one.cc", "#include \"a.h\"\n");
  const CollectedTree tree = collect();
  EXPECT_THAT(tree.functions, SizeIs(3));
  EXPECT_EQ(tree.unitsParsed, 1U);
}

TEST_F(CollectTree, AUnitThatDoesNotEnterTheHeaderAfterAllIsReplaced) {
  add("x/conf.h", "#pragma once\n// AI-generated: GPT-4\ninline int f() { return 1; }\n");
  add("a.cc", "#if 0\n#include \"x/conf.h\"\n#endif\n");
  add("b.cc", "#include \"x/conf.h\"\n");
  const CollectedTree tree = collect();
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].state, model::State::Active);
  EXPECT_EQ(tree.unitsParsed, 2U);
}

TEST_F(CollectTree, AHeaderThatNobodyEntersIsParsedAlone) {
  add("conf.h", "#pragma once\n// AI-generated: GPT-4\ninline int f() { return 1; }\n");
  add("a.cc", "#if 0\n#include \"conf.h\"\n#endif\n");
  const CollectedTree tree = collect();
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].name, "f");
  EXPECT_TRUE(tree.complete);
}

TEST_F(CollectTree, AUnitThatClangCannotEvenStartIsReadOffItsTokens) {
  add("a.cc", "// AI-generated: GPT-4\nint f() { return 1; }\n");
  const std::string file = (folder_.path() / "a.cc").string();
  const CollectedTree tree =
      collect({{file, {folder_.path().string(), file, {"c++", "--target=no-such-machine"}, false}}});
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].name, "f");
  EXPECT_EQ(tree.functions[0].state, model::State::Uncompiled);
  EXPECT_EQ(tree.functions[0].precision, model::Precision::Lexical);
  EXPECT_FALSE(tree.complete);
  EXPECT_EQ(diagnostics_.all().at(0).id, "assay-scan-006");
}

}  // namespace
}  // namespace assay::scan
