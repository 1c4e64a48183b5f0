// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The secrets here are made up, and put together at run time so that no scanner of this repository finds
// them.
#include "policy/secrets.h"

#include <gtest/gtest.h>

#include <string>

#include "policy/secret_shapes_table.h"

namespace assay::policy {
namespace {

std::string bodyOf(const SecretShape& shape) {
  const std::string_view bytes = shape.alphabet == Alphabet::UpperDigits ? "Q7ZK2M9XJ4VT8BRN"
                                 : shape.alphabet == Alphabet::Hex       ? "0f1e2d3c4b5a69788"
                                                                         : "aB3xY9qL0mZ7tR5wK2vN8c";
  std::string body;
  while (body.size() < shape.least) body += bytes[body.size() % bytes.size()];
  return body;
}

TEST(Secrets, EveryShapeIsFoundInASentence) {
  for (const SecretShape& shape : kSecretShapes) {
    const std::string token = std::string(shape.prefix) + bodyOf(shape);
    EXPECT_NE(secretIn("use " + token + " to log in"), "") << token;
    EXPECT_NE(secretIn("key=" + token), "") << token;
    EXPECT_EQ(secretIn("x" + token), "") << token;  // part of a longer word
    EXPECT_EQ(secretIn(token.substr(0, token.size() - 1)), "") << token;
  }
}

TEST(Secrets, KeysTokensAndAddresses) {
  EXPECT_EQ(secretIn("-----BEGIN RSA "
                     "PRIVATE KEY-----\nMIIE"),
            "a private key");
  EXPECT_EQ(secretIn("-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n-----BEGIN EC "
                     "PRIVATE KEY-----\nMIIE"),
            "a private key");
  EXPECT_EQ(secretIn("bearer eyJhbGciOiJIUzI1NiJ9"
                     ".eyJzdWIiOiIxMjM0In0"
                     ".c2lnbmF0dXJlLW9mLWl0"),
            "a JSON web token");
  EXPECT_EQ(secretIn("connect to postgres://app:h7Gt5x"
                     "@db.local/main"),
            "an address with a password");
}

TEST(Secrets, PlaceholdersAndOrdinaryTextAreNone) {
  for (const char* text :
       {"", "optimize database query", "AKIAIOSFODNN7EXAMPLE", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sk-learn pipeline", "sk-your-key-here-your-key-here-your-key-here",
        "postgres://user:password@localhost/db", "postgres://user:${DB_PASSWORD}@localhost",
        "see https://example.com:8080/a@b", "the BEGIN and the END", "eyJ.eyJ.", "eyJhbGciOiJIUzI1NiJ9.eyJ",
        "-----BEGIN CERTIFICATE-----", "http://[::1]:8080", "mailto://me@example.com",
        "git@github.com:a/b.git", "task hf_model_name_for_text_generation"})
    EXPECT_EQ(secretIn(text), "") << text;
}

// Work that grows with the square of these would take an hour, and the test end at its limit.
TEST(Secrets, AreFoundInEveryTextOfATag) {
  const std::string key = "AKIA" + std::string("7Q2W9E4R6T8Y1U3I");
  model::AnnotatedFunction entry;
  EXPECT_EQ(secretOf(entry), "");
  entry.history.emplace_back().prompt = "use " + key;
  EXPECT_EQ(secretOf(entry), "an AWS access key");
  for (std::string model::Tag::* field :
       {&model::Tag::prompt, &model::Tag::note, &model::Tag::model, &model::Tag::tool}) {
    model::Tag tag;
    tag.*field = key;
    EXPECT_EQ(secretOf(tag), "an AWS access key");
  }
  model::Tag tag;
  tag.extra = {{"monitor", key}};
  EXPECT_EQ(secretOf(tag), "an AWS access key");
}

TEST(Secrets, LongTextsStayFast) {
  for (const char* words : {"eyJ://:@AKIA", "eyJ", "eyJ.", "-----BEGIN ", "://a:", "sk-"}) {
    std::string text;
    while (text.size() < 3'000'000) text += words;
    EXPECT_EQ(secretIn(text), "") << words;
  }
}

}  // namespace
}  // namespace assay::policy
