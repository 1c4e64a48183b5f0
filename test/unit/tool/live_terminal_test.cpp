// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/live_terminal.h"

#include <gmock/gmock.h>

namespace assay::tool {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Input key(char c) {
  return {InputKind::Key, c};
}

TEST(LiveTerminal, LettersAreKeys) {
  EXPECT_THAT(inputsOf("sq "), ElementsAre(key('s'), key('q'), key(' ')));
}

TEST(LiveTerminal, ArrowsAndPagesInBothModes) {
  EXPECT_THAT(inputsOf("\033[A\033OB\033[5~\033[6~s"),
              ElementsAre(Input{InputKind::Up}, Input{InputKind::Down}, Input{InputKind::PageUp},
                          Input{InputKind::PageDown}, key('s')));
}

TEST(LiveTerminal, UnknownSequencesAreNothing) {
  EXPECT_THAT(inputsOf("\033[1;5C\033[200~\033OP"), IsEmpty());
  EXPECT_THAT(inputsOf("\033[15~q"), ElementsAre(key('q')));
}

TEST(LiveTerminal, AByteAloneIsEscape) {
  EXPECT_THAT(inputsOf("\033"), ElementsAre(Input{InputKind::Escape}));
  EXPECT_THAT(inputsOf("a\033"), ElementsAre(key('a'), Input{InputKind::Escape}));
}

TEST(LiveTerminal, CutSequencesAreNothing) {
  for (const char* cut : {"\033[", "\033[5", "\033O"}) EXPECT_THAT(inputsOf(cut), IsEmpty()) << cut + 1;
  EXPECT_THAT(inputsOf(""), IsEmpty());
}

}  // namespace
}  // namespace assay::tool
