// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "emit/review/review.h"

namespace assay::emit::review {
namespace {

TEST(ReviewFormats, AreFoundByName) {
  for (const Format& format : formats()) EXPECT_EQ(findFormat(format.name), &format);
  EXPECT_EQ(formats().size(), 4u);
  EXPECT_EQ(findFormat("pdf"), nullptr);
  EXPECT_EQ(findFormat(""), nullptr);
}

}  // namespace
}  // namespace assay::emit::review
