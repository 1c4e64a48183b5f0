// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/complaints.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Complaints, CarryPlaceLineAndUnderline) {
  const source::SourceText text("a.cpp", "int a;\nint bad;\n");
  Diagnostics diagnostics;
  add(diagnostics, text, {complaint::kQuote, {11, 14}, "message", "hint"});
  const Diagnostic& found = diagnostics.all().at(0);
  EXPECT_EQ(found.where, (Location{"a.cpp", 2, 5}));
  EXPECT_EQ(found.excerpt, "int bad;");
  EXPECT_EQ(found.length, 3u);
  EXPECT_EQ(found.hint, "hint");
  EXPECT_EQ(found.severity, Severity::Warning);
}

TEST(Complaints, TheUnderlineEndsWithItsLine) {
  const source::SourceText text("a.cpp", "abc\ndef\n");
  Diagnostics diagnostics;
  add(diagnostics, text, {complaint::kQuote, {1, 7}, "over two lines"});
  EXPECT_EQ(diagnostics.all().at(0).length, 2u);
}

TEST(Complaints, AVeryLongLineIsNotShown) {
  const source::SourceText text("a.cpp", std::string(1000, 'x'));
  Diagnostics diagnostics;
  add(diagnostics, text, {complaint::kQuote, {900, 901}, "far"});
  add(diagnostics, text, {complaint::kQuote, {3, 4}, "near"});
  EXPECT_EQ(diagnostics.all().at(0).excerpt, "");
  EXPECT_EQ(diagnostics.all().at(1).excerpt.size(), 240u);
}

}  // namespace
}  // namespace assay::tag
