// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "emit/check/writers.h"
#include "sample_result.h"

namespace assay::emit::check {
namespace {

TEST(GithubCheck, ACommandPerFindingOnOneLine) {
  const SampleResult sample;
  EXPECT_EQ(writeGithub(sample.result(), {}),
            "::error file=sub/src/a%2Cb.cpp,line=4,title=assay model-missing::the tag of "
            "`shop::total<\\x1B[31m>` names no "
            "model%0Asay \"which\" & why, 100%25\n"
            "::notice file=sub/src/a%2Cb.cpp,title=assay prompt-missing::line\\x0Abreak%0Akeep it\n");
}

}  // namespace
}  // namespace assay::emit::check
