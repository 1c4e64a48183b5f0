// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/variables.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace assay::exporter {
namespace {

TEST(VariablesNow, StayAsTheyWere) {
  ::setenv("DD_ASSAY_TEST", "a=b", 1);
  const serve::Environment variables = variablesNow();
  ::unsetenv("DD_ASSAY_TEST");
  EXPECT_EQ(variables("DD_ASSAY_TEST"), "a=b");
  EXPECT_EQ(variables("DD_NONE"), std::nullopt);
  EXPECT_EQ(variables("PATH"), std::nullopt) << "nobody asks for it";
}

}  // namespace
}  // namespace assay::exporter
