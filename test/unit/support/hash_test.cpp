// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/hash.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

// The reference values of XXH3's own specification for the empty input: ids in manifests depend on them.
TEST(Hash, IsXxh3) {
  EXPECT_EQ(hex64(hash64("")), "2d06800538d394c2");
  EXPECT_EQ(contentHash(""), "99aa06d3014798d86001c324468d497f");
}

TEST(Hash, HexIsAlwaysSixteenDigits) {
  EXPECT_EQ(hex64(0xAB), "00000000000000ab");
}

}  // namespace
}  // namespace assay
