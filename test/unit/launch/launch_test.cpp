// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// With a shell in the compiler's place: what it is handed, and what is made of its dependency file. With
// compilers it is tested by test/e2e/cc_test.py.
#include "launch/launch.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "launch/dependency_file.h"
#include "launch/overlay.h"
#include "launch/refusals.h"
#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

class LaunchCompiler : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(source_);
    std::ofstream(source_ / "a.cpp") << "plain";
    std::vector<std::string> refused;
    ASSERT_TRUE(writeOverlay(places_, {{source_.string()}, "/runtime", "", {}},
                             {{"a.cpp", {"guarded", timeOf(source_ / "a.cpp").value()}}}, refused));
  }
  // A script that is called like Clang, so that nobody asks for the library of GCC.
  std::string compiler(const std::string& script) {
    const fs::path file = folder_.path() / "clang";
    std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
    fs::permissions(file, fs::perms::owner_all);
    return file.string();
  }
  // In a process of its own, because a launch may become the compiler.
  int exitCodeOf(const std::vector<std::string>& words, const fs::path& index) {
    const pid_t pid = ::fork();
    if (pid == 0) {
      Diagnostics diagnostics;
      const auto status = launchCompiler({index, words}, diagnostics);
      ::_exit(status ? passedOn(*status) : 99);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WEXITSTATUS(status);
  }
  // What is said, and the exit code behind it.
  std::string saidOf(const std::vector<std::string>& words) {
    const fs::path file = folder_.path() / "said";
    const pid_t pid = ::fork();
    if (pid == 0) {
      Diagnostics said;
      const auto status = launchCompiler({places_.index(), words}, said);
      std::ofstream out(file);
      for (const Diagnostic& one : said.all())
        out << one.where.file << ":" << one.where.line << ":" << one.where.column << ": " << one.message
            << " [" << one.id << "]";
      out << " " << (status ? passedOn(*status) : 99);
      out.close();
      ::_exit(0);
    }
    ::waitpid(pid, nullptr, 0);
    return readFile(file).value_or("");
  }
  static int passedOn(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 98; }
  std::vector<std::string> compile(const std::string& script) {
    return {
        compiler(script), "-MD", "-MF", object("d"), "-o", object("o"), "-c", (source_ / "a.cpp").string()};
  }
  std::string object(const std::string& extension) { return (folder_.path() / ("a." + extension)).string(); }
  std::string writesDependencies() { return "printf '%s: %s\\n' \"$5\" \"$7\" > \"$3\""; }

  test::TemporaryFolder folder_;
  fs::path source_ = folder_.path() / "src";
  Places places_{folder_.path() / "build"};
};

TEST_F(LaunchCompiler, TellsTheCompilerWhereTheGuardedTextsAre) {
  const auto words = compile("test \"$CPATH\" = /runtime && test -n \"$CCC_OVERRIDE_OPTIONS\" || exit 5");
  EXPECT_EQ(exitCodeOf(words, places_.index()), 0);
}

TEST_F(LaunchCompiler, WithoutAnIndexIsAsIfItWereNotThere) {
  const auto words = compile("test -z \"$CPATH\" && exit 6");
  EXPECT_EQ(exitCodeOf(words, folder_.path() / "none"), 6);
  EXPECT_EQ(exitCodeOf(words, ""), 6);
}

TEST_F(LaunchCompiler, AddsTheStampToTheDependencyFile) {
  ASSERT_EQ(exitCodeOf(compile(writesDependencies()), places_.index()), 0);
  const auto read = readDependencies(readFile(object("d")).value());
  ASSERT_EQ(read.files.size(), 2U);
  EXPECT_EQ(read.files[1], places_.stamp("a.cpp").string());
  EXPECT_TRUE(fs::exists(places_.stamp("a.cpp")));
  EXPECT_FALSE(fs::is_empty(places_.records("a.cpp")));
}

TEST_F(LaunchCompiler, NotesNothingWhenTheCompilerFails) {
  ASSERT_EQ(exitCodeOf(compile(writesDependencies() + "; exit 1"), places_.index()), 1);
  EXPECT_FALSE(fs::exists(places_.stamp("a.cpp")));
}

TEST_F(LaunchCompiler, CompilesAsItIsWhatIsRefusedForItsGuardsOnly) {
  const auto words =
      compile("if test -n \"$CPATH\"; then echo \"$7:1:2: error: too large\" >&2; exit 1; fi; " +
              writesDependencies());
  std::ofstream(places_.text("a.cpp")) << "{ ASSAY_INSERTED_GUARD(0x1, \"f\");";
  const std::string said = saidOf(words);
  EXPECT_EQ(said, (source_ / "a.cpp").string() + ":1:2: " + (source_ / "a.cpp").string() +
                      " is compiled without its guards: with them the compiler says of 'f' \"error: too "
                      "large\" [assay-launch-007] 0");
  EXPECT_TRUE(fs::exists(places_.stamp("a.cpp"))) << "another guard is another chance";
  const auto refusals = readRefusals(places_, source_, "");
  ASSERT_EQ(refusals.size(), 1U);
  EXPECT_EQ(refusals[0].where.file, "a.cpp");
  EXPECT_EQ(refusals[0].where.line, 1U);
  EXPECT_EQ(refusals[0].text, "error: too large");
}

TEST_F(LaunchCompiler, SaysWithThePlainTextWhatIsWrongInIt) {
  EXPECT_EQ(saidOf(compile("test -z \"$CPATH\" || exit 3; exit 4")), " 4");
}

TEST_F(LaunchCompiler, TriesNothingTwiceThatHasReadItsInput) {
  auto words = compile("test -z \"$CPATH\" || exit 3; exit 4");
  words.back() = "-";
  words.insert(words.begin() + 1, {"-x", "c++"});
  EXPECT_EQ(exitCodeOf(words, places_.index()), 3);
}

// The text is older than the file: it would be compiled in the file's place.
TEST_F(LaunchCompiler, CompilesAFileThatWasWrittenSinceAsItIs) {
  std::ofstream(source_ / "a.cpp") << "edited";
  const auto words =
      compile("case \"$CCC_OVERRIDE_OPTIONS\" in *overlay.yaml*) exit 1;; esac; " + writesDependencies());
  EXPECT_EQ(exitCodeOf(words, places_.index()), 0);
  for (const auto& entry : fs::directory_iterator(places_.folder))
    EXPECT_FALSE(entry.path().filename().string().starts_with(kTemporaryPrefix)) << entry.path();
}

TEST_F(LaunchCompiler, ADamagedIndexIsSaidAndTheCompilerRuns) {
  std::ofstream(places_.index()) << "damaged";
  EXPECT_EQ(exitCodeOf(compile("exit 3"), places_.index()), 3);
}

}  // namespace
}  // namespace assay::launch
