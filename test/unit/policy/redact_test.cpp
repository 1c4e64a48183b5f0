// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/redact.h"

#include <gtest/gtest.h>

#include "support/sample_manifest.h"

namespace assay::policy {
namespace {

model::Manifest withTexts() {
  model::Manifest manifest;
  manifest.functions.push_back(test::tagged("f", "a.cc", 10, 20));
  model::AnnotatedFunction& entry = manifest.functions.back();
  entry.history.emplace_back().prompt = "earlier";
  entry.tag.note =
      "connect to redis://app:h7Gt5x"
      "@cache";
  entry.tag.extra = {{"prompt", "a second one"}, {"monitor", "mean 5ms"}};
  return manifest;
}

TEST(Redact, PromptsGoAndAreStillSeenToHaveBeenThere) {
  model::Manifest manifest = withTexts();
  redact(manifest, Redact::Prompts);
  const model::AnnotatedFunction& entry = manifest.functions[0];
  EXPECT_EQ(entry.tag.prompt, kRedacted);
  EXPECT_EQ(entry.history[0].prompt, kRedacted);
  EXPECT_EQ(entry.tag.note, kRedacted);
  EXPECT_EQ(entry.tag.extra[0].second, kRedacted);
  EXPECT_EQ(entry.tag.extra[1].second, "mean 5ms");
  EXPECT_EQ(entry.tag.model, "GPT-4");
}

TEST(Redact, SecretsGoInAnyCase) {
  model::Manifest manifest = withTexts();
  manifest.functions[0].tag.prompt = "";
  manifest.functions[0].tag.model = std::string("npm_") + "aB3xY9qL0mZ7tR5wK2vN8caB3xY9qL0mZ7tR";
  redact(manifest, Redact::Secrets);
  EXPECT_EQ(manifest.functions[0].tag.model, kRedacted);
  EXPECT_EQ(manifest.functions[0].tag.prompt, "");
  EXPECT_EQ(manifest.functions[0].history[0].prompt, "earlier");
  EXPECT_EQ(manifest.functions[0].tag.note, kRedacted);
}

}  // namespace
}  // namespace assay::policy
