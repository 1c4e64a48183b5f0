// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/configurations.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using testing::ElementsAre;

std::vector<std::string> flagsOf(std::vector<std::string> arguments) {
  return configurationOf({"/r", "/r/a.cc", std::move(arguments), false});
}

TEST(Configurations, AreMadeOfMacrosStandardTargetAndLanguage) {
  EXPECT_THAT(
      flagsOf({"c++", "-O2", "-DA", "-I", "inc", "-UB", "-std=c++17", "-march=native", "-Wall",
               "--target=x86_64-linux-gnu", "-c", "a.cc"}),
      ElementsAre("-O2", "-DA", "-UB", "-std=c++17", "-march=native", "--target=x86_64-linux-gnu", "-xc++"));
  EXPECT_THAT(flagsOf({"-DCOMPILER"}), ElementsAre("-xc++")) << "the compiler's own name";
}

TEST(Configurations, AValueMayStandByItself) {
  EXPECT_THAT(flagsOf({"c++", "-D", "A=1", "-U", "B", "-target", "arm"}),
              ElementsAre("-DA=1", "-UB", "-targetarm", "-xc++"));
  EXPECT_EQ(flagsOf({"c++", "-D", "A"}), flagsOf({"c++", "-DA"}));
}

TEST(Configurations, AreNamedByWhatTellsThemApart) {
  EXPECT_THAT(configurationNames({{"-DX", "-std=c++17"}, {"-DX", "-std=c++20"}}),
              ElementsAre("-std=c++17", "-std=c++20"));
  EXPECT_THAT(configurationNames({{"-DX", "-DFAST", "-DWIDE"}, {"-DX"}}),
              ElementsAre("-DFAST -DWIDE", "without -DFAST -DWIDE"));
  EXPECT_THAT(configurationNames({{}, {"-DA"}, {"-DB"}}), ElementsAre("without -DA -DB", "-DA", "-DB"));
  EXPECT_THAT(configurationNames({{"-DX", "-O2", "-xc++"}, {"-O0", "-xc++"}}),
              ElementsAre("-DX", "without -DX"));
  EXPECT_THAT(configurationNames({{"-DX", "-O2"}, {"-DX", "-O0"}, {"-O0"}}),
              ElementsAre("-DX -O2", "-DX -O0", "-O0"));
}

TEST(Configurations, AreNamedByTheirLanguageWhereNoStandardTellsIt) {
  EXPECT_THAT(configurationNames({{"-DX", "-xc++"}, {"-xc"}}), ElementsAre("-DX -xc++", "-xc"));
  EXPECT_THAT(configurationNames({{"-std=c++20", "-xc++"}, {"-std=c99", "-xc"}}),
              ElementsAre("-std=c++20", "-std=c99"));
}

TEST(Configurations, ATextCanOnlyTellApartWhatItAsksFor) {
  EXPECT_TRUE(mayTellApart("#ifdef FAST\n", {"-DFAST"}, {}));
  EXPECT_TRUE(mayTellApart("#if LEVEL > 1\n", {"-DLEVEL=1"}, {"-DLEVEL=2"}));
  EXPECT_TRUE(mayTellApart("MAX(1, 2)\n", {}, {"-DMAX(a,b)=a"}));
  EXPECT_FALSE(mayTellApart("#ifdef FASTER\n", {"-DFAST"}, {"-DX"}));
  EXPECT_FALSE(mayTellApart("#ifdef FAST\n", {"-DFAST", "-DA"}, {"-DA", "-DFAST"}));
  EXPECT_TRUE(mayTellApart("#if __cplusplus > 201703L\n", {"-std=c++17"}, {"-std=c++20"}));
  EXPECT_FALSE(mayTellApart("#ifdef FAST\n", {"-std=c++17"}, {"-std=c++20"}));
  EXPECT_TRUE(mayTellApart("#ifdef __AVX2__\n", {"-mavx2"}, {}));
  EXPECT_TRUE(mayTellApart("#ifdef _OPENMP\n", {"-fopenmp"}, {}));
  EXPECT_FALSE(mayTellApart("#ifdef __AVX2__\n", {"-fopenmp", "-O2"}, {}));
  EXPECT_TRUE(mayTellApart("#ifdef __cplusplus\n", {"-xc++"}, {"-xc"}));
}

TEST(Configurations, OnlyBranchesMakeATextLookDifferent) {
  EXPECT_FALSE(hasBranches("int f();\n"));
  EXPECT_FALSE(hasBranches("// c\n#ifndef H\n#define H\nint f();\n#endif\n"));
  EXPECT_FALSE(hasBranches("#ifndef H\n#define H\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n#endif\n"));
  EXPECT_TRUE(hasBranches("#ifdef FAST\nint f();\n#endif\n"));
  EXPECT_TRUE(hasBranches("#ifndef H\n#define H\n#if FAST\nint f();\n#endif\n#endif\n"));
  EXPECT_TRUE(hasBranches("#include <x>\n#ifndef M\n#define M 1\n#endif\n"))
      << "a default is no include guard";
  EXPECT_TRUE(hasBranches("#ifdef __cplusplus\nint f();\n#else\nint g();\n#endif\n"));
  EXPECT_FALSE(hasBranches("#ifdef __cplusplus\n#define C extern \"C\"\n#else\n#define C\n#endif\n"));
  EXPECT_FALSE(hasBranches("// #ifdef FAST\nconst char* s = \"#if 1\";\n"));
}

}  // namespace
}  // namespace assay::scan
