// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/http_url.h"

#include <gtest/gtest.h>

namespace assay::serve {
namespace {

constexpr HttpUrlWords kTestWords = {"no address of anything", "do without"};

TEST(HttpUrl, HasHostPortAndPath) {
  const auto url = httpUrlOf("http://db:9090/select/0?a=b", kTestWords);
  ASSERT_TRUE(url);
  EXPECT_EQ(url->address().text(), "db:9090");
  EXPECT_EQ(url->path, "/select/0?a=b");
  EXPECT_EQ(httpUrlOf("http://db", kTestWords)->port, 80);
}

TEST(HttpUrl, SaysWhatItIsNoAddressOf) {
  EXPECT_EQ(httpUrlOf("db\x1B", kTestWords).error().message, "no address of anything: `db\\x1B`");
  const Error secure = httpUrlOf("https://db", kTestWords).error();
  EXPECT_EQ(secure.code, ErrorCode::Usage);
  EXPECT_EQ(secure.hint, "do without");
}

TEST(QueryText, KeepsWhatIsPlain) {
  EXPECT_EQ(queryText("a_Z0-9.~"), "a_Z0-9.~");
  EXPECT_EQ(queryText("sum by (id) (x{a=\"\xc3\xa9\"}) > 0"),
            "sum%20by%20%28id%29%20%28x%7Ba%3D%22%C3%A9%22%7D%29%20%3E%200");
}

}  // namespace
}  // namespace assay::serve
