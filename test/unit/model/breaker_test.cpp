// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/breaker.h"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

TEST(Breaker, OfATag) {
  EXPECT_EQ(breakerOf("3"), (Breaker{3, 0}));
  EXPECT_EQ(breakerOf(" 20ms "), (Breaker{5, 20'000'000}));
  EXPECT_EQ(breakerOf("3 1.5us"), (Breaker{3, 1500}));
  EXPECT_EQ(breakerOf("2S, 1000"), (Breaker{1000, 2'000'000'000}));
  EXPECT_EQ(breakerOf("Off"), (Breaker{0, 0}));
}

TEST(Breaker, WhatIsNone) {
  for (const char* text :
       {"",      " ",   ",",     "0",    "-1",    "3.5",  "1001", "many", "3 3",   "2ms 3ms",    "off 3",
        "20 ms", "0ms", "0.5ns", "601s", "nanms", "infs", "ms",   "5x",   "1e99s", "99999999999"})
    EXPECT_EQ(breakerOf(text), std::nullopt) << text;
}

}  // namespace
}  // namespace assay::model
