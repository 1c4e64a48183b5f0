// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/noticed_flags.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

NoticedFlags noticed(std::vector<std::string> arguments, const std::string& file = "/r/a.cc") {
  return noticedFlagsOf({"/r", file, std::move(arguments), false});
}

std::uint64_t keyOf(std::vector<std::string> arguments, const std::string& file = "/r/a.cc") {
  return noticedKeyOf({"/r", file, std::move(arguments), false});
}

TEST(NoticedFlags, AreThoseThatCanChangeWhatIsCompiled) {
  const NoticedFlags flags =
      noticed({"c++", "-D", "A", "-O2", "-fopenmp", "-pthread", "-march=native", "a.cc"});
  EXPECT_THAT(flags.switches, ElementsAre("-DA", "-O2", "-fopenmp", "-pthread", "-march=native", "-xc++"));
  EXPECT_THAT(flags.others, IsEmpty());
}

TEST(NoticedFlags, OutputsWarningsAndLayoutAreNot) {
  EXPECT_EQ(noticed({"c++", "-Wall", "-Werror", "-g3", "-o", "a.o", "-MD", "-MF", "a.d", "-c", "/r/a.cc",
                     "-fvisibility=hidden", "-fdiagnostics-color", "-mllvm", "-x86-asm", "-Wp,-MMD,a.d"}),
            noticed({"c++"}));
}

TEST(NoticedFlags, PlacesAreAbsoluteAndKeepTheirOrder) {
  EXPECT_THAT(
      noticed({"c++", "-I", "one", "-I/two", "-include", "cfg.h", "-isystem", "../sys", "-nostdinc++"})
          .others,
      ElementsAre("-I /r/one", "-I /two", "-include /r/cfg.h", "-isystem /sys", "-nostdinc++"));
  EXPECT_NE(keyOf({"c++", "-Ione", "-Itwo"}), keyOf({"c++", "-Itwo", "-Ione"}));
  EXPECT_EQ(keyOf({"c++", "-Xclang", "-include", "-Xclang", "cfg.h"}), keyOf({"c++", "-include", "cfg.h"}));
}

TEST(NoticedFlags, WhatIsNotKnownCounts) {
  EXPECT_THAT(noticed({"c++", "--strange", "-fprints=/abs/file"}).others,
              ElementsAre("--strange", "-fprints=/abs/file"));
}

TEST(NoticedFlags, TheLanguageIsTheCompilersTheFilesOrTheOneThatIsNamed) {
  EXPECT_EQ(noticed({"cc"}, "/r/a.c").switches.back(), "-xc");
  EXPECT_EQ(noticed({"/usr/bin/g++-12"}, "/r/a.c").switches.back(), "-xc++");
  EXPECT_EQ(noticed({"cc", "-x", "c++"}, "/r/a.c").switches.back(), "-xc++");
  EXPECT_EQ(noticed({"cc", "-xc-header"}, "/r/a.h").switches.back(), "-xc") << "as it is in a unit";
}

TEST(NoticedFlags, TheCompilersNameTellsATarget) {
  EXPECT_THAT(noticed({"arm-linux-gnueabihf-g++"}).switches,
              ElementsAre("--target=arm-linux-gnueabihf", "-xc++"));
}

TEST(NoticedFlags, OfGuessedCommandsTheLanguageAloneCounts) {
  EXPECT_EQ(noticedKeyOf({"/r", "/r/a.cc", {"c++", "-Ione"}, true}),
            noticedKeyOf({"/s", "/s/b.cc", {}, true}));
  EXPECT_NE(noticedKeyOf({"/r", "/r/a.cc", {}, true}), noticedKeyOf({"/r", "/r/a.c", {}, true}));
}

}  // namespace
}  // namespace assay::scan
