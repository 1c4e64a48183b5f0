// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What zsh makes of the script is in test/e2e/completion_test.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/cli/completion.h"
#include "unit/emit/cli/sample_program.h"

namespace assay::emit::cli {
namespace {

using ::testing::HasSubstr;

TEST(ZshCompletion, SpecificationsAreQuoted) {
  const std::string script = zshCompletion(sampleProgram());
  EXPECT_TRUE(script.starts_with("#compdef glass\n"));
  EXPECT_THAT(script, HasSubstr("'look:folder -> what'\\''s in it\\: \\[all\\] of it'\n"));
  EXPECT_THAT(script, HasSubstr("'(-d --depth)'{-d+,--depth=}'[how deep; it'\\''s \\\\-safe]:N: ' \\\n"));
}

TEST(ZshCompletion, EachKindOfValueHasItsAction) {
  const std::string script = zshCompletion(sampleProgram());
  EXPECT_THAT(script, HasSubstr("'(--how)'--how='[in which way]:WORD:(near far)' \\\n"));
  EXPECT_THAT(script,
              HasSubstr("'(-o --out-folder)'{-o+,--out-folder=}'[where to write]:DIR:_files -/' \\\n"));
  EXPECT_THAT(script, HasSubstr("'*'--list='[read names from FILE (repeatable)]:FILE:_files' \\\n"));
  EXPECT_THAT(script, HasSubstr("'(--quiet)'--quiet'[say nothing]' \\\n"));
  EXPECT_THAT(script, HasSubstr("'1:WAY:(left right)' '*:: :'\n"));
  EXPECT_THAT(script, HasSubstr("'[as F, to FILE]:F=FILE: _glass_words_of_files ink lead'"));
}

}  // namespace
}  // namespace assay::emit::cli
