// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/compiler_call.h"

#include <gmock/gmock.h>

#include "support/file.h"
#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CompilerCall callOf(const std::string& line, const std::filesystem::path& folder = ".") {
  std::vector<std::string> words;
  for (const std::string_view word : split(line, ' ')) words.emplace_back(word);
  return readCompilerCall(words, folder);
}

TEST(CompilerCall, ReadsWhatCMakeWrites) {
  const auto call =
      callOf("/usr/bin/c++ -DA=1 -I/src -g -std=c++17 -MD -MT x.o -MF dir/x.o.d -o dir/x.o -c /src/x.cpp");
  EXPECT_TRUE(call.compiles);
  EXPECT_FALSE(call.links);
  EXPECT_EQ(call.object, "dir/x.o");
  EXPECT_THAT(call.sources, ElementsAre("/src/x.cpp"));
  EXPECT_THAT(call.dependencyFiles, ElementsAre("dir/x.o.d"));
}

TEST(CompilerCall, SeesThroughLaunchers) {
  const auto call = callOf("ccache distcc g++ -c a.c -o a.o");
  EXPECT_THAT(call.sources, ElementsAre("a.c"));
}

TEST(CompilerCall, TakesNoValueOfAnOptionForAFile) {
  const auto call = callOf("gcc -include pre.h -isystem inc.c -MT t.c -Xclang x.c -o a.o -c real.c");
  EXPECT_THAT(call.sources, ElementsAre("real.c"));
}

TEST(CompilerCall, NamesTheDependencyFileBesideTheObject) {
  EXPECT_THAT(callOf("gcc -MMD -c src/a.c -o out/a.o").dependencyFiles, ElementsAre("out/a.d"));
  EXPECT_THAT(callOf("gcc -MD -c src/a.c src/b.cc").dependencyFiles, ElementsAre("a.d", "b.d"));
  EXPECT_THAT(callOf("gcc -Wp,-MMD,x/.a.o.d -c a.c -o x/a.o").dependencyFiles, ElementsAre("x/.a.o.d"));
  EXPECT_THAT(callOf("gcc -MD -MFjoined.d -c a.c -oa.o").dependencyFiles, ElementsAre("joined.d"));
  EXPECT_THAT(callOf("gcc -c a.c -o a.o").dependencyFiles, IsEmpty());
  EXPECT_THAT(callOf("gcc -MM a.c").dependencyFiles, IsEmpty());
}

TEST(CompilerCall, KnowsALink) {
  const auto call = callOf("g++ -O2 a.o sub/b.o libc.a -lm -o prog");
  EXPECT_FALSE(call.compiles);
  EXPECT_TRUE(call.links);
  EXPECT_THAT(call.linked, ElementsAre("a.o", "sub/b.o", "libc.a"));
  const auto both = callOf("g++ a.cpp b.o -o prog");
  EXPECT_TRUE(both.compiles && both.links);
}

TEST(CompilerCall, LeavesQuestionsAlone) {
  for (const char* line :
       {"gcc --version", "gcc -### -c a.c", "gcc -dumpversion", "gcc -print-file-name=libc.a", "gcc -v"}) {
    const auto call = callOf(line);
    EXPECT_FALSE(call.compiles || call.links) << line;
  }
}

TEST(CompilerCall, TakesTheLanguageFromTheCommand) {
  EXPECT_THAT(callOf("gcc -x c -c - -o a.o").sources, ElementsAre("-"));
  EXPECT_THAT(callOf("gcc -x c++-header -o pre.gch pre.txt").sources, ElementsAre("pre.txt"));
  EXPECT_FALSE(callOf("gcc -x assembler-with-cpp -c a.S").compiles);
  EXPECT_FALSE(callOf("gcc -c start.s").compiles);
}

TEST(CompilerCall, AHeaderIsCompiledAndNotLinked) {
  const auto call = callOf("g++ -o pre.hpp.gch pre.hpp");
  EXPECT_TRUE(call.compiles);
  EXPECT_FALSE(call.links);
}

TEST(CompilerCall, ReadsResponseFilesInResponseFiles) {
  const test::TemporaryFolder folder;
  ASSERT_TRUE(writeFileAtomically(folder.path() / "outer.rsp", "-c @inner.rsp"));
  ASSERT_TRUE(writeFileAtomically(folder.path() / "inner.rsp", "'a b.c' -o \"x\\\"y.o\"\n"));
  const auto call = callOf("gcc @outer.rsp @missing.rsp", folder.path());
  EXPECT_THAT(call.sources, ElementsAre("a b.c"));
  EXPECT_EQ(call.object, "x\"y.o");
}

TEST(CompilerCall, RepeatsWhatGoesFromFilesToFiles) {
  EXPECT_TRUE(callOf("g++ -c a.cpp -o a.o").repeats);
  EXPECT_TRUE(callOf("g++ a.cpp b.o").repeats);
  EXPECT_FALSE(callOf("g++ -E a.cpp").repeats);
  EXPECT_FALSE(callOf("g++ -S a.cpp -o -").repeats);
  EXPECT_FALSE(callOf("g++ -x c++ -c - -o a.o").repeats);
  EXPECT_FALSE(callOf("g++ a.o b.o").repeats);
}

}  // namespace
}  // namespace assay::launch
