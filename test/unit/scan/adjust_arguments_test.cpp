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
  EXPECT_EQ(kept("nvcc -gencode arch=compute_70 -DX").front(), "c++");
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

TEST(TargetOfCompiler, IsInItsName) {
  EXPECT_EQ(targetOfCompiler("/usr/bin/arm-linux-gnueabihf-g++-12"), "arm-linux-gnueabihf");
  EXPECT_EQ(targetOfCompiler("aarch64-linux-gnu-gcc"), "aarch64-linux-gnu");
  EXPECT_EQ(targetOfCompiler("/usr/bin/g++-12"), "");
  EXPECT_EQ(targetOfCompiler("clang++"), "");
  EXPECT_EQ(targetOfCompiler("my-own-gcc"), "");
}

}  // namespace
}  // namespace assay::scan
