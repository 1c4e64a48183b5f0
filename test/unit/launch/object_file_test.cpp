// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/object_file.h"

#include <gmock/gmock.h>

#include <fstream>

#include "support/file.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::UnorderedElementsAre;

constexpr const char* kGuarded = R"(extern "C" void assay_v1_enter(); extern "C" void other();
inline void guarded() { assay_v1_enter(); }
template <class T> void plain(T) { other(); }
void use() { guarded(); plain(1); }
)";

// Objects made by the compiler at hand, without inlining.
class ObjectFile : public testing::Test {
 protected:
  fs::path compile(const std::string& name, const std::string& text, const char* compiler) {
    std::ofstream(folder_.path() / (name + ".cpp")) << text;
    const auto done = test::run(
        {.arguments = {compiler, "-O0", "-c", name + ".cpp", "-o", name + ".o"}, .folder = folder_.path()});
    EXPECT_EQ(done.exitCode, 0) << done.err;
    return folder_.path() / (name + ".o");
  }
  test::TemporaryFolder folder_;
};

TEST_F(ObjectFile, TellsGuardedInlineFunctionsFromPlainOnes) {
  for (const char* compiler : {"g++", ASSAY_TEST_CLANGXX}) {
    const auto objects = readObjects(compile("a", kGuarded, compiler), ObjectKind::Guarded);
    ASSERT_EQ(objects.size(), 1U);
    EXPECT_TRUE(objects[0].hasGuards);
    EXPECT_THAT(objects[0].functions, UnorderedElementsAre(SharedFunction{"_Z7guardedv", true},
                                                           SharedFunction{"_Z5plainIiEvT_", false}))
        << compiler;
  }
}

TEST_F(ObjectFile, ReadsTheMembersOfArchives) {
  const fs::path plain = compile("a_name_that_is_longer_than_fifteen",
                                 "inline int f() { return 1; } int g() { return f(); }", "g++");
  const fs::path guarded = compile("b", kGuarded, "g++");
  for (const char* mode : {"qc", "qcT"}) {
    const std::string name = std::string("lib") + mode + ".a";
    const auto made =
        test::run({.arguments = {"ar", mode, name, plain.filename().string(), guarded.filename().string()},
                   .folder = folder_.path()});
    ASSERT_EQ(made.exitCode, 0) << made.err;
    const auto plainOnes = readObjects(folder_.path() / name, ObjectKind::Plain);
    ASSERT_EQ(plainOnes.size(), 1U) << mode;
    EXPECT_TRUE(plainOnes[0].name.ends_with(name + "(a_name_that_is_longer_than_fifteen.o)"))
        << plainOnes[0].name;
    EXPECT_THAT(plainOnes[0].functions, Contains(SharedFunction{"_Z1fv", false}));
    const auto guardedOnes = readObjects(folder_.path() / name, ObjectKind::Guarded);
    ASSERT_EQ(guardedOnes.size(), 1U) << mode;
    EXPECT_TRUE(guardedOnes[0].name.ends_with(name + "(b.o)"));
  }
}

TEST_F(ObjectFile, SurvivesEveryTruncation) {
  const std::string bytes = readFile(compile("a", kGuarded, "g++")).value();
  for (std::size_t length = 0; length < bytes.size(); length += 7)
    EXPECT_LE(factsOfObject("cut", std::string_view(bytes).substr(0, length)).functions.size(), 2U);
}

TEST_F(ObjectFile, SaysNothingOfWhatItDoesNotKnow) {
  EXPECT_FALSE(factsOfObject("bitcode", "BC\xC0\xDE").hasGuards);
  EXPECT_TRUE(readObjects(folder_.path() / "missing.o", ObjectKind::Plain).empty());
}

}  // namespace
}  // namespace assay::launch
