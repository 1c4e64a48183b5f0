// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/error_words.h"

#include <gmock/gmock.h>

namespace assay::model {
namespace {

using testing::ElementsAre;

TEST(ErrorWords, StandBetweenBlanksAndCommas) {
  EXPECT_THAT(splitErrorWords("nullptr, false"), ElementsAre("nullptr", "false"));
  EXPECT_THAT(splitErrorWords(" / negative;"), ElementsAre("negative"));
  EXPECT_THAT(splitErrorWords("  "), testing::IsEmpty());
}

TEST(ErrorWords, AreKnownInEitherCase) {
  for (const ErrorWord& row : errorWords()) EXPECT_TRUE(isErrorWord(row.word)) << row.word;
  for (const char* word : {"NONE", "Exceptions", "Nullptr"}) EXPECT_TRUE(isErrorWord(word)) << word;
  for (const char* word : {"", "wrong", "null"}) EXPECT_FALSE(isErrorWord(word)) << word;
}

TEST(ErrorWords, AreAllInTheListForMessages) {
  const auto listed = splitErrorWords(kKnownErrorWords);
  for (const std::string_view word : listed) EXPECT_TRUE(isErrorWord(word)) << word;
  for (const ErrorWord& row : errorWords()) EXPECT_THAT(listed, testing::Contains(row.word));
}

TEST(ErrorWords, WhatIsNotAskedForIsOnRequest) {
  for (const ErrorWord& row : errorWords()) EXPECT_EQ(row.byDefault, !isOnRequest(row.kind)) << row.word;
}

}  // namespace
}  // namespace assay::model
