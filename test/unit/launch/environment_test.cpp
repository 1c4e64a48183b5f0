// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/environment.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> nothingSet(const std::string&) {
  return std::nullopt;
}

Redirection redirectionFor(CompilerFamily family) {
  return {"/b/index", "/b/overlay.yaml", "/usr/include", family, "/b/seen"};
}

TEST(Environment, KnowsACompilerByTheNameBehindLinks) {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "x86_64-linux-gnu-g++-12") << "";
  fs::create_symlink("x86_64-linux-gnu-g++-12", folder.path() / "c++");
  EXPECT_EQ(familyOf({(folder.path() / "c++").string(), "-c"}), CompilerFamily::Gcc);
  EXPECT_EQ(familyOf({"/opt/clang++-22", "-c", "g++.cpp"}), CompilerFamily::Clang);
  EXPECT_EQ(familyOf({"ccache", "/opt/arm-none-eabi-gcc"}), CompilerFamily::Gcc);
  EXPECT_EQ(familyOf({"/opt/icpx", "-c"}), CompilerFamily::Unknown);
}

TEST(Environment, GivesGccALibraryAndClangAnOverlay) {
  auto gcc = environmentFor(redirectionFor(CompilerFamily::Gcc), nothingSet);
  EXPECT_TRUE(gcc["LD_PRELOAD"].ends_with("/libassay_redirect.so"));
  EXPECT_EQ(gcc["ASSAY_LAUNCH_INDEX"], "/b/index");
  EXPECT_FALSE(gcc.contains("CCC_OVERRIDE_OPTIONS"));
  auto clang = environmentFor(redirectionFor(CompilerFamily::Clang), nothingSet);
  EXPECT_EQ(clang["CCC_OVERRIDE_OPTIONS"], "# +-ivfsoverlay +/b/overlay.yaml");
  EXPECT_FALSE(clang.contains("LD_PRELOAD"));
  auto unknown = environmentFor(redirectionFor(CompilerFamily::Unknown), nothingSet);
  EXPECT_TRUE(unknown.contains("LD_PRELOAD") && unknown.contains("CCC_OVERRIDE_OPTIONS"));
}

TEST(Environment, KeepsWhatIsSetAlready) {
  auto variables = environmentFor(redirectionFor(CompilerFamily::Unknown),
                                  [](const std::string& name) { return "old" + name; });
  EXPECT_EQ(variables["CPATH"], "oldCPATH:/usr/include");
  EXPECT_TRUE(variables["LD_PRELOAD"].starts_with("oldLD_PRELOAD:"));
  EXPECT_TRUE(variables["CCC_OVERRIDE_OPTIONS"].starts_with("oldCCC_OVERRIDE_OPTIONS +-ivfsoverlay"));
}

TEST(Environment, AnEmptyVariableIsNone) {
  auto variables = environmentFor(redirectionFor(CompilerFamily::Gcc), [](const std::string&) { return ""; });
  EXPECT_EQ(variables["CPATH"], "/usr/include");
}

TEST(Environment, APathWithABlankIsSaidInTheArguments) {
  Redirection redirection = redirectionFor(CompilerFamily::Clang);
  EXPECT_TRUE(moreWordsFor(redirection).empty());
  redirection.overlay = "/my build/overlay.yaml";
  EXPECT_FALSE(environmentFor(redirection, nothingSet).contains("CCC_OVERRIDE_OPTIONS"));
  EXPECT_EQ(moreWordsFor(redirection), (std::vector<std::string>{"-ivfsoverlay", "/my build/overlay.yaml"}));
}

}  // namespace
}  // namespace assay::launch
