// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/model_names.h"

#include <gtest/gtest.h>

namespace assay::policy {
namespace {

TEST(ModelNames, AreMatchedAsWrittenAsKnownAndWithoutTheProvider) {
  model::Tag tag;
  tag.model = "Claude Opus 4";
  tag.normalizedModel = "anthropic/claude-opus-4";
  for (const char* pattern :
       {"claude opus 4", "anthropic/*", "anthropic/claude-opus-4", "claude-*", "claude-opus-?"})
    EXPECT_TRUE(namesModel({"x", pattern}, tag)) << pattern;
  for (const char* pattern : {"openai/*", "claude", "gpt-*", ""})
    EXPECT_FALSE(namesModel({pattern}, tag)) << pattern;
  EXPECT_FALSE(namesModel({}, tag));
  EXPECT_FALSE(namesModel({"*"}, model::Tag{}));
}

TEST(ModelNames, AProviderInFrontHidesNoModelThatIsNotKnown) {
  model::Tag tag;
  tag.model = "acme/NewModel-9-turbo";
  for (const char* pattern : {"newmodel-9*", "acme/*", "acme/newmodel-9-turbo"})
    EXPECT_TRUE(namesModel({pattern}, tag)) << pattern;
  tag.model = "gateway/acme/newmodel-9-turbo";
  EXPECT_TRUE(namesModel({"newmodel-9*"}, tag));
  EXPECT_FALSE(namesModel({"acme"}, tag));
}

TEST(ModelNames, AreShownAsWritten) {
  model::Tag tag;
  tag.normalizedModel = "openai/gpt-4";
  EXPECT_EQ(shownModel(tag), "openai/gpt-4");
  tag.model = "GPT-4";
  EXPECT_EQ(shownModel(tag), "GPT-4 (openai/gpt-4)");
  tag.normalizedModel.clear();
  EXPECT_EQ(shownModel(tag), "GPT-4");
}

}  // namespace
}  // namespace assay::policy
