// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What bash makes of the script is in test/e2e/completion_test.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emit/cli/completion.h"
#include "unit/emit/cli/sample_program.h"

namespace assay::emit::cli {
namespace {

using ::testing::HasSubstr;

TEST(BashCompletion, EachKindOfValueHasItsBranch) {
  const std::string script = bashCompletion(sampleProgram());
  EXPECT_THAT(script, HasSubstr("    look:-o|look:--out-folder)\n      _glass_paths -d\n"));
  EXPECT_THAT(script, HasSubstr("    look:--list)\n      _glass_paths -f\n"));
  EXPECT_THAT(script, HasSubstr("    look:-d|look:--depth)\n      :\n"));
  EXPECT_THAT(script, HasSubstr("    look:--how)\n      _glass_words 'near far'\n"));
  EXPECT_THAT(script, HasSubstr("    look:--write)\n      _glass_words_of_files 'ink lead'\n"));
}

TEST(BashCompletion, EachVerbHasItsOptionsAndArguments) {
  const std::string script = bashCompletion(sampleProgram());
  EXPECT_THAT(
      script,
      HasSubstr("    look) options='-h --help -d --depth --how -o --out-folder --list --quiet --write' "
                "arguments=files words='' ;;\n"));
  EXPECT_THAT(script, HasSubstr("    turn) options='-h --help' arguments=words words='left right' ;;\n"));
  EXPECT_TRUE(script.ends_with("complete -F _glass glass\n"));
}

}  // namespace
}  // namespace assay::emit::cli
