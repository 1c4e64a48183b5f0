// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/base64.h"

#include <gtest/gtest.h>

namespace assay::document {
namespace {

// The vectors of RFC 4648, section 10.
TEST(Base64, MatchesTheStandardsExamples) {
  const std::pair<std::string_view, std::string_view> examples[] = {{"", ""},
                                                                    {"f", "Zg=="},
                                                                    {"fo", "Zm8="},
                                                                    {"foo", "Zm9v"},
                                                                    {"foob", "Zm9vYg=="},
                                                                    {"fooba", "Zm9vYmE="},
                                                                    {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : examples) {
    EXPECT_EQ(encodeBase64(bytes), text);
    EXPECT_EQ(decodeBase64(text), bytes);
  }
}

TEST(Base64, CarriesEveryByte) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (std::size_t length : {256u, 255u, 254u}) {
    const std::string bytes = all.substr(0, length);
    EXPECT_EQ(decodeBase64(encodeBase64(bytes)), bytes);
  }
}

TEST(Base64, SkipsWhiteSpaceAndRefusesTheRest) {
  EXPECT_EQ(decodeBase64(" Zm9v\n Yg= = "), "foob");
  for (std::string_view wrong : {"Z", "Zg=", "Zg", "Z===", "====", "Zm9v!A==", "Zg==Zg==", "Zh=="})
    EXPECT_EQ(decodeBase64(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace assay::document
