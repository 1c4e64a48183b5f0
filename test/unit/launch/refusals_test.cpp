// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/refusals.h"

#include <gmock/gmock.h>

#include <iterator>

#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Refusals : public testing::Test {
 protected:
  Refusals() {
    folder_.write("src/a b.cpp", "int f();\n");
    folder_.write("src/b.cpp", "int g();\n");
  }
  [[nodiscard]] Refusal refusal(const std::string& file, unsigned line) const {
    return {{file, line, 2}, "error: the frame is too large", timeOf(root_ / file).value(), "flags"};
  }
  [[nodiscard]] std::vector<Refusal> read(const std::string& flags = "flags") const {
    return readRefusals(places_, root_, flags);
  }
  [[nodiscard]] std::ptrdiff_t notes() const {
    return std::distance(fs::directory_iterator(places_.refusals()), {});
  }

  test::TemporaryFolder folder_;
  fs::path root_ = folder_.path() / "src";
  Places places_{folder_.path() / "index"};
};

TEST_F(Refusals, AreReadInOrderOfPlace) {
  ASSERT_TRUE(noteRefusal(places_, refusal("b.cpp", 3)));
  ASSERT_TRUE(noteRefusal(places_, refusal("a b.cpp", 12)));
  ASSERT_TRUE(noteRefusal(places_, refusal("a b.cpp", 4)));
  EXPECT_THAT(read(), ElementsAre(refusal("a b.cpp", 4), refusal("a b.cpp", 12), refusal("b.cpp", 3)));
}

TEST_F(Refusals, MakeTheNextBuildPrepareOnce) {
  folder_.write("index/prepared", "");
  ASSERT_TRUE(noteRefusal(places_, refusal("b.cpp", 3)));
  EXPECT_FALSE(fs::exists(places_.prepared()));
  folder_.write("index/prepared", "");
  ASSERT_TRUE(noteRefusal(places_, refusal("b.cpp", 3)));
  EXPECT_TRUE(fs::exists(places_.prepared())) << "it would say nothing new";
}

TEST_F(Refusals, HoldForThatTextAndTheseFlags) {
  ASSERT_TRUE(noteRefusal(places_, refusal("a b.cpp", 1)));
  ASSERT_TRUE(noteRefusal(places_, refusal("b.cpp", 1)));
  folder_.write("src/a b.cpp", "int f(int);\n");
  EXPECT_THAT(read(), ElementsAre(refusal("b.cpp", 1)));
  EXPECT_EQ(notes(), 1);
  EXPECT_THAT(read("other"), IsEmpty());
  EXPECT_EQ(notes(), 0);
}

TEST_F(Refusals, AreDroppedWhenTheyAreDamagedOrTheirFileIsGone) {
  ASSERT_TRUE(noteRefusal(places_, refusal("b.cpp", 1)));
  fs::remove(root_ / "b.cpp");
  for (const char* text : {"", "assay-refusal 1\n", "assay-refusal 2\n1 2 3 4\nflags\nb.cpp\nno\n",
                           "assay-refusal 1\n1 x 3 4\nflags\nb.cpp\nno\n"})
    folder_.write(std::string("index/refused/") + std::to_string(std::string(text).size()), text);
  EXPECT_THAT(read(), IsEmpty());
  EXPECT_EQ(notes(), 0);
}

TEST_F(Refusals, NoneIsNoError) {
  EXPECT_THAT(read(), IsEmpty());
}

TEST_F(Refusals, AFolderThatCannotBeMadeIsAnError) {
  folder_.write("index", "a file");
  EXPECT_FALSE(noteRefusal(places_, refusal("b.cpp", 1)).has_value());
}

}  // namespace
}  // namespace assay::launch
