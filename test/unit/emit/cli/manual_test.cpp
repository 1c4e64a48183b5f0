// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/cli/manual.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/file.h"
#include "unit/emit/cli/sample_program.h"

namespace assay::emit::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string samplePage() {
  const Program program = sampleProgram();
  return verbPage(program, program.verbs.front());
}

TEST(Manual, APageOfAVerbSaysWhatItTakes) {
  const std::string page = samplePage();
  EXPECT_TRUE(page.starts_with(
      ".TH GLASS\\-LOOK 1 \"\" \"glass 1.2\" \"User Commands\"\n.ad l\n.nh\n.SH NAME\nglass\\-look \\- "));
  EXPECT_THAT(page, HasSubstr("\n\\fBglass look\\fR [\\fIOPTION\\fR]... [\\fIPATH\\fR]...\n"));
  EXPECT_THAT(page,
              HasSubstr(".TP\n\\fB\\-d\\fR, \\fB\\-\\-depth\\fR \\fIN\\fR\nhow deep; it\\(aqs \\e\\-safe.\n"
                        "In \\fI.assay.yaml\\fR: \\fBdepth\\fR.\n"));
  EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-\\-how\\fR \\fIWORD\\fR\nin which way.\nOne of: near, far.\n"));
  EXPECT_THAT(page, HasSubstr("\\fB\\-h\\fR, \\fB\\-\\-help\\fR\n"));
}

TEST(Manual, AnExampleIsNoRequest) {
  EXPECT_THAT(samplePage(), HasSubstr(".EX\n  glass look .\n  .hidden \\(aqquoted\\(aq\n.EE\n"));
}

TEST(Manual, APageOfTheProgramNamesThoseOfItsVerbs) {
  const std::string page = programPage(sampleProgram());
  EXPECT_THAT(page, HasSubstr(".TP\n.BR glass\\-look (1)\n"));
  EXPECT_THAT(page, HasSubstr(".TP\n.BR glass\\-turn (1)\nturns it.\n"));
}

TEST(Manual, FilesAreNamedAsManLooksForThem) {
  EXPECT_EQ(pageFile(sampleProgram(), ""), "glass.1");
  EXPECT_EQ(pageFile(sampleProgram(), "look"), "glass-look.1");
}

// The page in docs is the longer one; no code may be in one of them alone.
TEST(Manual, ExitCodesAreThoseOfTheReference) {
  const std::string reference = readFile(ASSAY_SOURCE_FOLDER "/docs/reference/exit-codes.md").value();
  const std::string page = programPage(sampleProgram());
  for (const int code : {0, 1, 2, 3, 70}) {
    EXPECT_THAT(reference, HasSubstr(fmt::format("\n| {} | ", code)));
    EXPECT_THAT(page, HasSubstr(fmt::format(".TP\n\\fB{}\\fR\n", code)));
  }
  EXPECT_THAT(page, Not(HasSubstr("\\fB4\\fR")));
}

}  // namespace
}  // namespace assay::emit::cli
