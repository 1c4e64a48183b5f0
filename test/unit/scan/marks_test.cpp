// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/marks.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

class Marks : public testing::Test {
 protected:
  std::string treeOf(const test::TemporaryFolder& folder, const std::vector<std::string>& names) {
    std::vector<WalkedFile> files;
    for (const std::string& name : names) files.push_back({name, {}});
    return treeMark({folder.path(), files, options_});
  }
  std::string optionsOf(const ScanOptions& options, const std::string& root = "/r",
                        const std::string& flag = "-O2") {
    const std::string file = root + "/a.cc";
    Build build{root, root + "/compile_commands.json", {}};
    build.database[file] = {
        CompileCommand{root, file, {"c++", "-I" + root + "/include", flag, "-c", file}, false}};
    return optionsMark(options, build);
  }

  ScanOptions options_;
};

TEST_F(Marks, ATreeIsItsPathsAndContents) {
  test::TemporaryFolder one;
  test::TemporaryFolder two;
  for (const test::TemporaryFolder* folder : {&one, &two}) {
    folder->write("a.cc", "int f();\n");
    folder->write("b.cc", "int g();\n");
  }
  const std::string mark = treeOf(one, {"a.cc", "b.cc"});
  EXPECT_EQ(treeOf(two, {"a.cc", "b.cc"}), mark) << "wherever it lies";
  EXPECT_NE(treeOf(one, {"a.cc"}), mark);
  two.write("b.cc", "int h();\n");
  EXPECT_NE(treeOf(two, {"a.cc", "b.cc"}), mark);
  two.write("c.cc", "int g();\n");
  EXPECT_NE(treeOf(two, {"a.cc", "c.cc"}), mark);
}

TEST_F(Marks, OptionsThatDecideTheResultCount) {
  const std::string mark = optionsOf({});
  ScanOptions options;
  options.exclude = {"third_party/**"};
  EXPECT_NE(optionsOf(options), mark);
  options = {};
  options.parse.extraArguments = {"-DX"};
  EXPECT_NE(optionsOf(options), mark);
  options = {};
  options.skip.generated = true;
  EXPECT_NE(optionsOf(options), mark);
  options = {};
  options.paths = {"/r/src"};
  EXPECT_NE(optionsOf(options), mark);
  options = {};
  options.tags.aliases = {{"KI-generiert", model::Authorship::Generated}};
  EXPECT_NE(optionsOf(options), mark);
  EXPECT_NE(optionsOf({}, "/r", "-O3"), mark) << "a flag of the build";
}

TEST_F(Marks, WhereTheTreeLiesAndHowTheWorkIsDoneDoNot) {
  const std::string mark = optionsOf({});
  EXPECT_EQ(optionsOf({}, "/another/place"), mark);
  ScanOptions options;
  options.jobs = 7;
  options.exact = true;
  options.shard = model::Shard{2, 3};
  EXPECT_EQ(optionsOf(options), mark);
}

}  // namespace
}  // namespace assay::scan
