// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/response_files.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;

class ResponseFiles : public testing::Test {
 protected:
  std::vector<std::string> expand(const std::vector<std::string>& words) {
    return withResponseFiles(words, folder_.path().string(), asked_);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

  test::TemporaryFolder folder_;
  std::set<std::string> asked_;
};

TEST_F(ResponseFiles, AreReadInTheFolderOfTheCommand) {
  folder_.write("outer.rsp", "'-DTWO WORDS' @more/inner.rsp\n-DLAST");
  folder_.write("more/inner.rsp", "\xEF\xBB\xBF-DINNER");
  EXPECT_THAT(expand({"c++", "@outer.rsp", "-c"}),
              ElementsAre("c++", "-DTWO WORDS", "-DINNER", "-DLAST", "-c"));
  EXPECT_THAT(asked_, ElementsAre(path("more/inner.rsp"), path("outer.rsp")));
}

TEST_F(ResponseFiles, ThatAreNotThereStayWordsAndAreNotedAllTheSame) {
  EXPECT_THAT(expand({"c++", "@gone.rsp", "@"}), ElementsAre("c++", "@gone.rsp", "@"));
  EXPECT_THAT(asked_, ElementsAre(path("gone.rsp")));
}

TEST_F(ResponseFiles, ThatIncludeThemselvesStayWords) {
  folder_.write("a.rsp", "-DA @b.rsp");
  folder_.write("b.rsp", "-DB @a.rsp");
  EXPECT_THAT(expand({"c++", "@a.rsp"}), ElementsAre("c++", "-DA", "-DB", "@a.rsp"));
  EXPECT_THAT(expand({"@b.rsp", "@b.rsp"}), ElementsAre("-DB", "-DA", "@b.rsp", "-DB", "-DA", "@b.rsp"));
}

}  // namespace
}  // namespace assay::scan
