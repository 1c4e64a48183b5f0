// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/problem.h"

#include <gtest/gtest.h>

#include "document/value.h"

namespace assay::serve {
namespace {

TEST(Problem, SaysWhatIsWrong) {
  const HttpResponse response = problem(404, "There is nothing here", "a \"detail\" with \n and \xff");
  EXPECT_EQ(response.status, 404u);
  EXPECT_EQ(response.contentType, "application/problem+json");
  const auto body = document::parseJson(response.body, "body");
  ASSERT_TRUE(body);
  EXPECT_EQ(*body->find("title")->asString(), "There is nothing here");
  EXPECT_EQ(body->find("status")->asInteger(), 404);
  EXPECT_EQ(*body->find("detail")->asString(), "a \"detail\" with \n and \xEF\xBF\xBD");
}

}  // namespace
}  // namespace assay::serve
