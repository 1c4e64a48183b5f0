// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/launchers.h"

#include <gmock/gmock.h>

#include "support/strings.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;

std::string bare(const std::string& line) {
  std::vector<std::string> arguments;
  for (const std::string_view word : split(line, ' ')) arguments.emplace_back(word);
  return join(withoutLaunchers(std::move(arguments)), " ");
}

TEST(ToolName, LeavesOutFolderVersionAndExe) {
  EXPECT_EQ(toolName("/opt/x/ccache-4.8.1"), "ccache");
  EXPECT_EQ(toolName("C:\\tools\\CL.EXE"), "cl");
  EXPECT_EQ(toolName("clang++-22"), "clang++");
  EXPECT_EQ(toolName("x86_64"), "x86_64");
  EXPECT_EQ(toolName("g++"), "g++");
  EXPECT_EQ(toolName("-1"), "-1");
  EXPECT_EQ(toolName(""), "");
}

TEST(WithoutLaunchers, DropsWhatStandsBeforeTheCompiler) {
  for (const char* launcher : {"ccache",
                               "/usr/bin/ccache",
                               "ccache-4.8",
                               "distcc",
                               "ccache distcc",
                               "icecc",
                               "sccache",
                               "gomacc",
                               "goma",
                               "buildcache",
                               "env CCACHE_DIR=/x A=",
                               "sccache base_dir=/y",
                               "env -u HOME -i X=y",
                               "time",
                               "/usr/bin/time -p -o f",
                               "nice",
                               "nice -n 19",
                               "nice -5",
                               "libtool --tag=CXX --mode=compile",
                               "/bin/sh ../libtool --mode=compile",
                               "cmake -E env A=b --",
                               "/usr/bin/cmake -E __run_co_compile --tidy=x --source=a.cc --",
                               "/opt/bin/assay cc --index=/b/assay/index --",
                               "/opt/bin/assay-cc --index=/b/assay/index -- ccache",
                               "env A=b ccache nice -n 3 distcc",
                               "xcrun -sdk macosx",
                               "wine"})
    EXPECT_EQ(bare(std::string(launcher) + " /opt/g++-12 -c a.cc"), "/opt/g++-12 -c a.cc") << launcher;
}

TEST(WithoutLaunchers, LeavesCompilersAlone) {
  for (const char* line : {"g++ ccache", "ccache", "clang++ -c env", "cmake -E touch a", "time -p"})
    EXPECT_EQ(bare(line), line);
  EXPECT_THAT(withoutLaunchers({}), ElementsAre());
}

TEST(WithoutLaunchers, ALauncherThatChoosesTheCompilerStandsForCc) {
  EXPECT_EQ(bare("distcc -c a.c"), "cc -c a.c");
  EXPECT_EQ(bare("ccache icecc -c a.c"), "cc -c a.c");
}

}  // namespace
}  // namespace assay::scan
