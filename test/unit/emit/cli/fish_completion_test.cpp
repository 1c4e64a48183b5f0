// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What fish makes of the script is in test/e2e/completion_test.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/cli/completion.h"
#include "unit/emit/cli/sample_program.h"

namespace assay::emit::cli {
namespace {

using ::testing::HasSubstr;

TEST(FishCompletion, TextsAreQuoted) {
  const std::string script = fishCompletion(sampleProgram());
  EXPECT_THAT(script, HasSubstr("-a look -d 'folder -> what\\'s in it: [all] of it'\n"));
  EXPECT_THAT(script, HasSubstr(" -s d -l depth -x -d 'how deep; it\\'s \\\\-safe'\n"));
}

TEST(FishCompletion, EachKindOfValueIsProposed) {
  const std::string script = fishCompletion(sampleProgram());
  EXPECT_THAT(script,
              HasSubstr("'__fish_seen_subcommand_from look' -l how -x -a 'near far' -d 'in which way'\n"));
  EXPECT_THAT(script,
              HasSubstr(" -s o -l out-folder -x -a '(__fish_complete_directories)' -d 'where to write'\n"));
  EXPECT_THAT(script, HasSubstr(" -l list -r -F -d 'read names from FILE (repeatable)'\n"));
  EXPECT_THAT(script, HasSubstr("'__fish_seen_subcommand_from look' -F\n"));
  EXPECT_THAT(script, HasSubstr(" -l write -x -a '(__fish_glass_words_of_files ink lead)' -d"));
  EXPECT_THAT(script, HasSubstr("'__fish_seen_subcommand_from turn' -x -a 'left right'\n"));
}

}  // namespace
}  // namespace assay::emit::cli
