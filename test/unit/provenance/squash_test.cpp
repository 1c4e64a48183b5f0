// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/squash.h"

#include <gmock/gmock.h>

namespace assay::provenance {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kSquashed =
    "Add the fee\n\nSquashed commit of the following:\n\n"
    "commit bbb2da296d047ec18a851b5ac3d01e97bcad83d2\nAuthor: Dev (aider) <dev@example.com>\n"
    "Date:   Mon Nov 30 07:27:57 2026 +0000\n\n    Second\n    \n    Made-with: Cursor\n        quoted\n\n"
    "commit aaa2da296d047ec18a851b5ac3d01e97bcad83d2\nMerge: 1234567 89abcde\nAuthor: Ada <ada@example.com>\n"
    "Date:   Mon Nov 30 07:27:56 2026 +0000\n\n    First\n";

TEST(Squash, TheJoinedMessagesAreReadAsTheyWereWritten) {
  const SquashedMessage read = readSquash(kSquashed);
  EXPECT_THAT(read.authors, ElementsAre("Dev (aider) <dev@example.com>", "Ada <ada@example.com>"));
  EXPECT_NE(read.text.find("\nSecond\n\nMade-with: Cursor\n    quoted\n"), std::string::npos) << read.text;
  EXPECT_NE(read.text.find("\nFirst\n"), std::string::npos) << read.text;
}

TEST(Squash, WhatStandsBehindItIsNoPartOfIt) {
  const SquashedMessage read =
      readSquash(std::string(kSquashed) + "\nSigned-off-by: x\n    Made-with: Cursor\nAuthor: y\n");
  EXPECT_EQ(read.authors.size(), 2u);
  EXPECT_NE(read.text.find("\nSigned-off-by: x\n    Made-with: Cursor\nAuthor: y\n"), std::string::npos);
}

TEST(Squash, AnyOtherMessageIsItsOwnText) {
  const std::string message = "Subject\n\ncommit 1\nAuthor: a\n\n    set in\n";
  EXPECT_EQ(readSquash(message).text, message + "\n");
  EXPECT_THAT(readSquash(message).authors, IsEmpty());
  EXPECT_EQ(readSquash("").text, "\n");
}

}  // namespace
}  // namespace assay::provenance
