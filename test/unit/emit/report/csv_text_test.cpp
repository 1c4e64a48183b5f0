// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/csv_text.h"

#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

TEST(CsvText, StandsInQuotes) {
  EXPECT_EQ(csvCell(""), "\"\"");
  EXPECT_EQ(csvCell("a,b;c"), "\"a,b;c\"");
  EXPECT_EQ(csvCell("say \"x\""), "\"say \"\"x\"\"\"");
  EXPECT_EQ(csvCell("naïve 中"), "\"naïve 中\"");
}

TEST(CsvText, AFormulaIsText) {
  EXPECT_EQ(csvCell("=1+1"), "\"'=1+1\"");
  EXPECT_EQ(csvCell("+1"), "\"'+1\"");
  EXPECT_EQ(csvCell("-1"), "\"'-1\"");
  EXPECT_EQ(csvCell("@SUM(A1)"), "\"'@SUM(A1)\"");
  EXPECT_EQ(csvCell("=cmd|' /C calc'!A0"), "\"'=cmd|' /C calc'!A0\"");
  EXPECT_EQ(csvCell("\t=1"), "\"'\t'=1\"");
  EXPECT_EQ(csvCell(" \r\n=1"), "\" \n'=1\"");
  EXPECT_EQ(csvCell("\xEF\xBC\x9D"
                    "1"),
            "\"'\xEF\xBC\x9D"
            "1\"");
  EXPECT_EQ(csvCell("a=1"), "\"a=1\"");
}

// Where a semicolon or a tab separates, what begins behind one is a cell.
TEST(CsvText, AFormulaInTheMiddleIsTextForOtherSeparators) {
  EXPECT_EQ(csvCell("a;=1"), "\"a;'=1\"");
  EXPECT_EQ(csvCell("a; \"=1\";+2"), "\"a;' \"\"=1\"\";'+2\"");
  EXPECT_EQ(csvCell("a\t@x;"), "\"a\t'@x;\"");
  EXPECT_EQ(csvCell(";;-"), "\";;'-\"");
  EXPECT_EQ(csvCell("a,=1; b"), "\"a,=1; b\"");
}

TEST(CsvText, LineBreaksStayAndControlsAreSeen) {
  EXPECT_EQ(csvCell("one\r\ntwo\n\nthree\n"), "\"one\ntwo\n\nthree\n\"");
  EXPECT_EQ(csvCell("\n"), "\"\n\"");
  EXPECT_EQ(csvCell(std::string("a\0b\033", 4)), "\"a\\x00b\\x1B\"");
  EXPECT_EQ(csvCell(test::kHostile).find('\xFF'), std::string::npos);
}

}  // namespace
}  // namespace assay::emit::report
