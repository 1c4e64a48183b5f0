// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/query_driver.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "support/file.h"
#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class QueryDriver : public testing::Test {
 protected:
  // A compiler that notes each call and answers as GCC does.
  std::string compiler(const std::string& name, const std::string& answer) {
    const std::string log = (folder_.path() / "calls").string();
    const auto path = folder_.write(name, "#!/bin/sh\necho \"$@\" >> " + log + "\n" + answer);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path.string();
  }
  std::string answering(const std::string& name) {
    return compiler(
        name, "cat >&2 <<END\nTarget: arm-linux-gnueabihf\n#include <...> search starts here:\n " +
                  folder("sys") + "\n " + folder("sys") + "/../gcc\n /none\nEnd of search list.\nEND\n");
  }
  std::string folder(const std::string& name) {
    return folder_.write(name + "/x.h", "").parent_path().string();
  }
  void unit(const std::string& file, std::vector<std::string> arguments) {
    database_[file].push_back({folder_.path().string(), file, std::move(arguments), false});
  }
  std::vector<std::string> calls() {
    std::vector<std::string> lines;
    const auto text = readFile(folder_.path() / "calls");
    if (text)
      for (const std::string_view line : split(trim(*text), '\n')) lines.emplace_back(line);
    return lines;
  }

  test::TemporaryFolder folder_;
  CompilationDatabase database_;
  Diagnostics diagnostics_;
};

TEST_F(QueryDriver, ReadsFoldersAndTarget) {
  folder("sys");
  folder_.write("gcc/stdarg.h", "");
  folder_.write("gcc/stddef.h", "");
  folder("include-fixed");
  folder_.write("musl/stdarg.h", "");
  folder_.write("musl/stddef.h", "");
  folder_.write("musl/stdio.h", "");
  const std::string at = folder_.path().string();
  const DriverAnswer answer = readDriverAnswer(
      "Target: aarch64-linux-gnu\n /before\n#include \"...\" search starts here:\n#include <...> search "
      "starts here:\n " +
      at + "/sys\n " + at + "/gcc/../sys\n " + at + "/gcc\n " + at + "/include-fixed\n " + at + "/musl\n " +
      at + "/none\nEnd of search list.\n " + at + "\n");
  EXPECT_EQ(answer.target, "aarch64-linux-gnu");
  EXPECT_THAT(answer.folders, ElementsAre(at + "/sys", at + "/musl"));
  EXPECT_EQ(readDriverAnswer("Target: nonsense-elf\n").target, "")
      << "a target that Clang lacks is no target";
  EXPECT_EQ(readDriverAnswer(""), DriverAnswer{});
}

TEST_F(QueryDriver, AsksWithTheFlagsThatMatter) {
  const auto question = [](const std::string& file, std::vector<std::string> arguments) {
    return join(questionFor({"/", file, std::move(arguments), false}), " ");
  };
  EXPECT_EQ(
      question("/a.cc", {"g++", "-DX", "--sysroot=/s", "-mfloat-abi=hard", "-isysroot", "/t", "-c", "a.cc"}),
      "g++ --sysroot=/s -mfloat-abi=hard -isysroot /t -E -v -x c++ /dev/null");
  EXPECT_EQ(question("/a.c", {"gcc"}), "gcc -E -v -x c /dev/null");
  EXPECT_EQ(question("/a.c", {"g++"}), "g++ -E -v -x c++ /dev/null");
  EXPECT_EQ(question("/a.c", {"gcc", "-x", "c++"}), "gcc -E -v -x c++ /dev/null");
  EXPECT_EQ(question("/a.cc", {"gcc", "-xc"}), "gcc -E -v -x c /dev/null");
}

TEST_F(QueryDriver, AnswersGoToTheCommandsAndEachIsAskedForOnce) {
  const std::string gcc = answering("bin/arm-g++");
  unit("/a.cc", {gcc, "-DX"});
  unit("/b.cc", {gcc, "-DY", "--target=mine"});
  unit("/c.cc", {gcc, "-mthumb"});
  queryDrivers({folder_.path().string() + "/*"}, database_, diagnostics_);
  EXPECT_THAT(database_["/a.cc"][0].arguments,
              ElementsAre(gcc, "-DX", "--target=arm-linux-gnueabihf", "-nostdlibinc", "-nostdinc++",
                          "-isystem", folder("sys")));
  EXPECT_THAT(database_["/b.cc"][0].arguments, Not(Contains("--target=arm-linux-gnueabihf")));
  EXPECT_THAT(calls(), ElementsAre("-E -v -x c++ /dev/null", "--target=mine -E -v -x c++ /dev/null",
                                   "-mthumb -E -v -x c++ /dev/null"));
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(QueryDriver, NothingRunsThatIsNotAllowed) {
  unit("/a.cc", {answering("bin/g++")});
  queryDrivers({}, database_, diagnostics_);
  queryDrivers({"/usr/bin/*", "g++"}, database_, diagnostics_);
  EXPECT_THAT(calls(), IsEmpty());
  EXPECT_EQ(database_["/a.cc"][0].arguments.size(), 1U);
}

TEST_F(QueryDriver, ACompilerWithoutAnAnswerIsOneWarning) {
  const std::string broken = compiler("bin/broken", "exit 3\n");
  unit("/a.cc", {broken});
  unit("/b.cc", {broken, "-m32"});
  queryDrivers({"*"}, database_, diagnostics_);
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-021");
  EXPECT_EQ(database_["/b.cc"][0].arguments.size(), 2U);
}

TEST_F(QueryDriver, TheMachinesOwnCompilerAnswers) {
  unit("/a.cc", {"g++"});
  queryDrivers({"/usr/bin/*"}, database_, diagnostics_);
  EXPECT_THAT(database_["/a.cc"][0].arguments, Contains("/usr/include"));
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

}  // namespace
}  // namespace assay::scan
