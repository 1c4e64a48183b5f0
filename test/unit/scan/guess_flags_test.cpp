// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/guess_flags.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

TEST(LooksLikeCpp, KnowsWordsOfCppOnly) {
  for (const char* text : {"namespace a {}", "class A;", "std::string s;", "#include <vector>\n",
                           "int f() noexcept;", "template <class T> struct A;"})
    EXPECT_TRUE(looksLikeCpp(text)) << text;
  for (const char* text :
       {"", "struct a { int b; };", "#include <stdio.h>\nint f(void);", "/* class */ int a; // a::b",
        "const char* s = \"std::x namespace\";", "int classes;",
        "#ifdef __cplusplus\nextern \"C\" {\nnamespace x {\n#endif\nint f(void);\n#ifdef "
        "__cplusplus\n}}\n#endif\n"})
    EXPECT_FALSE(looksLikeCpp(text)) << text;
}

TEST(LooksLikeCpp, TheElseOfACppBranchIsC) {
  EXPECT_FALSE(looksLikeCpp("#ifdef __cplusplus\nclass A;\n#else\nstruct A;\n#endif\n"));
  EXPECT_TRUE(looksLikeCpp("#ifdef __cplusplus\nint a;\n#else\nclass A;\n#endif\n"));
  EXPECT_TRUE(looksLikeCpp("#if defined(__cplusplus)\n#if X\n#endif\n#endif\nclass A;\n"));
}

class Guess : public testing::Test {
 protected:
  std::string add(const std::string& name, const std::string& text = "") {
    files_.push_back(folder_.write(name, text).string());
    return files_.back();
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  std::vector<std::string> flags(const std::string& file, Language language = Language::Cpp) {
    return guessCommand({folder_.path().string(), file, language}, IncludeGraph(files_, 1)).arguments;
  }
  Language language(const std::string& file, const std::string& text) {
    return guessLanguage(file, text, IncludeGraph(files_, 1));
  }

  test::TemporaryFolder folder_;
  std::vector<std::string> files_;
};

TEST_F(Guess, TheLanguageOfAHeader) {
  const std::string alone = add("x/a.h");
  EXPECT_EQ(language(alone, "int f(void);"), Language::Cpp) << "nothing tells";
  add("x/a.c");
  EXPECT_EQ(language(alone, "int f(void);"), Language::C) << "the neighbours tell";
  EXPECT_EQ(language(alone, "class A;"), Language::Cpp) << "the text tells";
  const std::string far = add("include/f.h");
  add("src/f.cc", "#include \"f.h\"\n");
  add("src/g.cc", "#include \"f.h\"\n");
  add("y/1.c");
  add("y/2.c");
  EXPECT_EQ(language(far, "int f(void);"), Language::Cpp) << "the includers tell";
  EXPECT_EQ(language(path("k.cu"), ""), Language::Cuda);
  EXPECT_EQ(language(path("k.c"), "class A;"), Language::C);
}

TEST_F(Guess, FindsTheFoldersThatResolveIncludes) {
  add("lib/include/p/api.h", "#include \"detail/deep.h\"\n");
  add("other/detail/deep.h");
  add("own/include/string.h");
  const std::string file =
      add("src/a.cc", "#include \"p/api.h\"\n#include <string.h>\n#include <q/z.h>\n#include \"none.h\"\n");
  add("zlib/q/z.h");
  const auto arguments = flags(file);
  EXPECT_THAT(arguments, Contains(path("lib/include")));
  EXPECT_THAT(arguments, Contains(path("other"))) << "needed by the header";
  EXPECT_THAT(arguments, Contains(path("zlib")));
  EXPECT_THAT(arguments, Not(Contains(path("own/include")))) << "string.h is the system's";
}

TEST_F(Guess, TakesTheNearestOfSeveral) {
  add("a/inc/conf.h");
  add("b/inc/conf.h");
  const std::string file = add("b/src/x.c", "#include \"conf.h\"\n");
  const auto arguments = flags(file, Language::C);
  EXPECT_THAT(arguments, Contains(path("b/inc")));
  EXPECT_THAT(arguments, Not(Contains(path("a/inc"))));
  EXPECT_THAT(arguments, Contains("-xc"));
}

TEST_F(Guess, AFlagsFileReplacesGuessedFolders) {
  folder_.write("compile_flags.txt", "-std=c++11\n\n  -Imine\n");
  add("inc/a.h");
  const std::string file = add("a.cc", "#include \"a.h\"\n");
  const auto found = nearestFlagsFile(folder_.path().string(), file);
  ASSERT_TRUE(found);
  const CompileCommand command = commandOf(*found, {folder_.path().string(), file, Language::Cpp});
  EXPECT_THAT(command.arguments, ElementsAre("c++", "-xc++", "-std=c++11", "-Imine"));
  EXPECT_EQ(command.folder, folder_.path().string());
}

TEST_F(Guess, TheNearestFlagsFileCounts) {
  const std::string root = path("r");
  const auto folderFor = [&](const std::string& file) {
    const auto found = nearestFlagsFile(root, path(file));
    return found ? found->folder : "none";
  };
  folder_.write("compile_flags.txt", "-DABOVE");
  folder_.write("r/x", "");
  EXPECT_EQ(folderFor("r/sub/a.cc"), "none") << "outside of any repository nothing above the root counts";
  folder_.write(".git/HEAD", "");
  EXPECT_EQ(folderFor("r/sub/a.cc"), folder_.path().string());
  folder_.write("r/compile_flags.txt", "-DROOT");
  EXPECT_EQ(folderFor("r/sub/a.cc"), root);
  folder_.write("r/sub/compile_flags.txt", "-DSUB");
  EXPECT_EQ(folderFor("r/sub/a.cc"), path("r/sub"));
  EXPECT_EQ(folderFor("r/other/a.cc"), root);
}

TEST_F(Guess, HeadersAreParsedAsHeaders) {
  EXPECT_THAT(flags(add("a.hpp")), Contains("-xc++-header"));
  EXPECT_THAT(flags(add("a.h"), Language::C), Contains("-xc-header"));
}

TEST(Standards, EveryLanguageHasASecondChance) {
  for (const Language language : {Language::C, Language::Cpp, Language::Cuda})
    EXPECT_EQ(standardsOf(language).size(), 2U);
}

}  // namespace
}  // namespace assay::scan
