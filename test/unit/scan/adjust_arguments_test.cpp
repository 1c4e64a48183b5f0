// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/adjust_arguments.h"

#include <gmock/gmock.h>

#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;
using testing::ElementsAre;

// What is left of a command line, without what is always added.
std::vector<std::string> kept(const std::string& line, ParsePurpose purpose = ParsePurpose::Collect) {
  CompileCommand command{"/", "/a.cc", {}, false};
  for (const std::string_view word : split(line, ' ')) command.arguments.emplace_back(word);
  std::vector<std::string> all = adjustArguments(command, purpose);
  const auto always = std::ranges::find(all, purpose == ParsePurpose::Collect ? "-w" : "-fsyntax-only");
  return {all.begin(), always};
}

TEST(AdjustArguments, KeepsWhatChangesTheMeaning) {
  EXPECT_THAT(kept("g++ -DA=1 -UB -Iinc -isystem sys -std=gnu++17 -O2 -pthread -m32 -fno-exceptions"),
              ElementsAre("g++", "-D", "A=1", "-U", "B", "-I", "inc", "-isystem", "sys", "-std=gnu++17",
                          "-O2", "-pthread", "-m32", "-fno-exceptions"));
  EXPECT_THAT(kept("g++ -I inc -D A"), ElementsAre("g++", "-I", "inc", "-D", "A"));
}

TEST(AdjustArguments, DropsInputsOutputsAndDependencies) {
  EXPECT_THAT(kept("g++ -c a.cc b.o -o a.o -MD -MF a.d -MT a.o -MMD -MQ x -MP -save-temps -pipe"),
              ElementsAre("g++"));
}

TEST(AdjustArguments, DropsFlagsThatOnlyOtherCompilersKnow) {
  EXPECT_THAT(kept("g++ -fno-var-tracking-assignments-toggle -fconcepts-diagnostics-depth=2 --param=x=1 -DX"),
              ElementsAre("g++", "--param", "x=1", "-D", "X"));
  EXPECT_THAT(kept("/none/nvcc -gencode arch=compute_70 -DX"), ElementsAre("c++", "-D", "X"));
  EXPECT_THAT(kept("cl.exe /Iinc /std:c++20 /EHsc /W4 /Zi a.cc"),
              ElementsAre("c++", "-fms-extensions", "-I", "inc", "-std=c++20"));
}

TEST(AdjustArguments, KeepsTheStandardOrTheNewestThatClangKnows) {
  EXPECT_THAT(kept("g++ -std=gnu++2b"), ElementsAre("g++", "-std=gnu++2b"));
  EXPECT_THAT(kept("g++ --std=c++17"), ElementsAre("g++", "-std=c++17"));
  EXPECT_THAT(kept("g++ -std=gnu++3z"), ElementsAre("g++", "-std=gnu++26"));
  EXPECT_THAT(kept("g++ -std=c++29"), ElementsAre("g++", "-std=c++26"));
  EXPECT_THAT(kept("gcc -std=gnu3x"), ElementsAre("gcc", "-std=gnu2y"));
}

TEST(AdjustArguments, AProcessorThatClangLacksDoesNotEndTheParse) {
  EXPECT_THAT(kept("aarch64-linux-gnu-g++ -march=armv8-a"), Contains("-march=armv8-a"));
  EXPECT_THAT(kept("clang++ --target=aarch64-linux-gnu -march=armv8-a"), Contains("-march=armv8-a"));
#if defined(__x86_64__)
  EXPECT_THAT(kept("g++ -march=nonesuch -mtune=znver3"), ElementsAre("g++", "-mtune=znver3"));
  EXPECT_THAT(kept("g++ -march=x86-64-v3"), ElementsAre("g++", "-march=x86-64-v3"));
#endif
}

TEST(UnknownArguments, AreThoseWithAMeaningThatClangLacks) {
  const CompileCommand command{
      "/",
      "/a.cc",
      {"g++", "-fconcepts-diagnostics-depth=2", "-DX", "-c", "a.cc", "-o", "a.o", "-Wno-nonesuch",
       "-fmodules-ts", "-fmodule-mapper=x", "-fdeps-format=p1689r5", "-fipa-nonesuch"},
      false};
  EXPECT_THAT(unknownArguments(command), ElementsAre("-fconcepts-diagnostics-depth=2", "-fipa-nonesuch"));
  EXPECT_THAT(unknownArguments({"/", "/a.cc", {"cl", "/kernel2", "/c"}, false}), ElementsAre("/kernel2"));
  EXPECT_THAT(unknownArguments({"/", "/a.cc", {}, false}), ElementsAre());
}

TEST(AdjustArguments, DropsPrecompiledHeadersModulesAndPlugins) {
  EXPECT_THAT(kept("clang++ -Xclang -include-pch -Xclang /b/p.pch -Winvalid-pch -fmodules -fmodule-file=m "
                   "-fplugin=p.so "
                   "-Xclang -load -Xclang p.so -fpch-instantiate-templates"),
              ElementsAre("clang++"));
}

TEST(AdjustArguments, KeepsTextualIncludesThatExist) {
  const test::TemporaryFolder folder;
  const std::string header = folder.write("cmake_pch.hxx", "").string();
  EXPECT_THAT(kept("g++ -include " + header), ElementsAre("g++", "-Xclang", "-include", "-Xclang", header));
  EXPECT_THAT(kept("g++ -include config.h"), Contains("config.h"));
  EXPECT_THAT(kept("g++ -include /nowhere/cmake_pch.hxx"), ElementsAre("g++"));
}

TEST(AdjustArguments, WarningsStayOnForDiagnosingButAreNoErrors) {
  EXPECT_THAT(kept("g++ -Wall -Werror -Werror=shadow -pedantic-errors", ParsePurpose::Diagnose),
              ElementsAre("g++", "-Wall", "-Wshadow", "-pedantic"));
}

TEST(AdjustArguments, ACommandWithoutACompilerStillWorks) {
  EXPECT_EQ(adjustArguments({"/", "/a.cc", {}, false}, ParsePurpose::Collect).front(), "c++");
}

TEST(AdjustArguments, WhatNamesNoLanguageIsLeftOut) {
  EXPECT_THAT(kept("icpc -xHost -DX"), ElementsAre("icpc", "-D", "X"));
  EXPECT_THAT(unknownArguments({"/", "/a.cc", {"icpc", "-xHost"}, false}), ElementsAre("-x Host"));
  EXPECT_THAT(kept("g++ -xc"), ElementsAre("g++", "-x", "c"));
}

TEST(AdjustArguments, ModuleUnitsThatTheDriverDoesNotKnowAreCpp) {
  for (const char* file : {"/a.ixx", "/a.mpp"}) {
    EXPECT_THAT(adjustArguments({"/", file, {"c++"}, false}, ParsePurpose::Collect), Contains("-xc++"));
    EXPECT_THAT(adjustArguments({"/", file, {"c++", "-xc++-module"}, false}, ParsePurpose::Collect),
                testing::Not(Contains("-xc++")));
  }
  EXPECT_THAT(kept("g++"), ElementsAre("g++"));
}

TEST(AdjustArguments, InPlaceOfAPrecompiledHeaderItsTextIsRead) {
  const test::TemporaryFolder folder;
  folder.write("pre.h", "");
  const CompileCommand command{
      folder.path().string(), "/a.cc", {"clang++", "-include-pch", "pre.h.pch"}, false};
  EXPECT_THAT(adjustArguments(command, ParsePurpose::Collect), Contains("pre.h"));
  EXPECT_THAT(kept("clang++ -include-pch gone.h.pch"), ElementsAre("clang++"));
}

TEST(TargetOfCompiler, IsInItsName) {
  EXPECT_EQ(targetOfCompiler("/usr/bin/arm-linux-gnueabihf-g++-12"), "arm-linux-gnueabihf");
  EXPECT_EQ(targetOfCompiler("aarch64-linux-gnu-gcc"), "aarch64-linux-gnu");
  EXPECT_EQ(targetOfCompiler("/usr/bin/g++-12"), "");
  EXPECT_EQ(targetOfCompiler("clang++"), "");
  EXPECT_EQ(targetOfCompiler("my-own-gcc"), "");
}

}  // namespace
}  // namespace assay::scan
