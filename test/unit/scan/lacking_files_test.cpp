// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lacking_files.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class LackingFilesOf : public testing::Test {
 protected:
  [[nodiscard]] LackingFiles lacking(std::vector<std::string> arguments) const {
    return lackingFilesOf({folder_.path().string(), path("a.cc"), std::move(arguments), false});
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  test::TemporaryFolder folder_;
};

TEST_F(LackingFilesOf, AreThoseThatFlagsNameAndThatAreNotThere) {
  EXPECT_THAT(
      lacking({"c++", "@f.rsp", "-include", "gen/c.h", "-imacros", "m.h", "-include-pch", "pre.h.pch"}).names,
      ElementsAre("@f.rsp", path("gen/c.h"), path("m.h"), path("pre.h")));
  EXPECT_THAT(lacking({"c++", "-include", "gen/c.h", "-Isub"}).places,
              ElementsAre(path("gen/c.h"), path("sub/gen/c.h")));
}

TEST_F(LackingFilesOf, AreNotThoseThatClangFinds) {
  folder_.write("here.h", "");
  folder_.write("sub/gen/c.h", "");
  EXPECT_THAT(lacking({"c++", "-include", "here.h", "-imacros", path("here.h"), "-Isub", "-include",
                       "gen/c.h", "-include-pch", "here.h.pch", "@a.o.modmap", "-Inone"})
                  .names,
              IsEmpty());
}

TEST_F(LackingFilesOf, MakeWhatWasFoundInferred) {
  TargetResult result;
  result.command = {folder_.path().string(), path("a.cc"), {"c++", "-include", "gen/c.h"}, false};
  result.views.emplace_back().entries.emplace_back().precision = model::Precision::Exact;
  result.definitions.emplace_back().precision = model::Precision::Lexical;
  noteLacking(result);
  EXPECT_THAT(result.lacking, ElementsAre(path("gen/c.h")));
  EXPECT_THAT(result.missing, ElementsAre(path("gen/c.h")));
  EXPECT_EQ(result.views[0].entries[0].precision, model::Precision::Inferred);
  EXPECT_EQ(result.definitions[0].precision, model::Precision::Lexical) << "no more than was known";
  folder_.write("gen/c.h", "");
  TargetResult whole;
  whole.command = result.command;
  whole.views.emplace_back().entries.emplace_back().precision = model::Precision::Exact;
  noteLacking(whole);
  EXPECT_THAT(whole.lacking, IsEmpty());
  EXPECT_EQ(whole.views[0].entries[0].precision, model::Precision::Exact);
}

}  // namespace
}  // namespace assay::scan
