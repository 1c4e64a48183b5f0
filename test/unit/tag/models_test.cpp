// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/models.h"

#include <gtest/gtest.h>

#include "tag/read_tags.h"

namespace assay::tag {
namespace {

struct ModelRow {
  const char* written;
  const char* normalized;
};

class Models : public testing::TestWithParam<ModelRow> {};

TEST_P(Models, AreNormalized) {
  EXPECT_EQ(normalizeModel(GetParam().written), GetParam().normalized) << GetParam().written;
}

INSTANTIATE_TEST_SUITE_P(
    OpenAi, Models,
    testing::Values(ModelRow{"GPT-4", "openai/gpt-4"}, ModelRow{"gpt4", "openai/gpt-4"},
                    ModelRow{"GPT 4", "openai/gpt-4"}, ModelRow{"ChatGPT 4", "openai/gpt-4"},
                    ModelRow{"ChatGPT-4o", "openai/gpt-4o"}, ModelRow{"Chat GPT 4", "openai/gpt-4"},
                    ModelRow{"gpt-4o-mini", "openai/gpt-4o-mini"}, ModelRow{"GPT-4.1", "openai/gpt-4.1"},
                    ModelRow{"GPT-4 Turbo", "openai/gpt-4-turbo"},
                    ModelRow{"gpt-3.5-turbo", "openai/gpt-3.5-turbo"}, ModelRow{"gpt-4-0613", "openai/gpt-4"},
                    ModelRow{"gpt-4o-2024-08-06", "openai/gpt-4o"}, ModelRow{"GPT-5.6", "openai/gpt-5.6"},
                    ModelRow{"GPT-5.6 Terra", "openai/gpt-5.6-terra"},
                    ModelRow{"OpenAI GPT-5", "openai/gpt-5"}, ModelRow{"openai/gpt-5", "openai/gpt-5"},
                    ModelRow{"Codex 5.3", "openai/gpt-5.3-codex"},
                    ModelRow{"gpt-5.1-codex-max", "openai/gpt-5.1-codex-max"}, ModelRow{"o3", "openai/o3"},
                    ModelRow{"o3-mini", "openai/o3-mini"}, ModelRow{"OpenAI o1", "openai/o1"},
                    ModelRow{"o4-mini", "openai/o4-mini"}, ModelRow{"gpt-oss-120b", "openai/gpt-oss-120b"},
                    ModelRow{"GPT-9", "openai/gpt-9"}));

INSTANTIATE_TEST_SUITE_P(
    Anthropic, Models,
    testing::Values(ModelRow{"Claude", "anthropic/claude"},
                    ModelRow{"Claude Opus 4", "anthropic/claude-opus-4"},
                    ModelRow{"claude-opus-4", "anthropic/claude-opus-4"},
                    ModelRow{"Claude 4 Opus", "anthropic/claude-opus-4"},
                    ModelRow{"claude-3.5-sonnet", "anthropic/claude-3-5-sonnet"},
                    ModelRow{"Claude 3.5 Sonnet", "anthropic/claude-3-5-sonnet"},
                    ModelRow{"claude-3-5-sonnet-20241022", "anthropic/claude-3-5-sonnet"},
                    ModelRow{"Claude-3.5-Sonnet", "anthropic/claude-3-5-sonnet"},
                    ModelRow{"Claude Sonnet 4.5", "anthropic/claude-sonnet-4-5"},
                    ModelRow{"claude-sonnet-4-5-20250929", "anthropic/claude-sonnet-4-5"},
                    ModelRow{"Claude 3 Opus", "anthropic/claude-3-opus"},
                    ModelRow{"Anthropic Claude (Sonnet 5)", "anthropic/claude-sonnet-5"},
                    ModelRow{"claude-code:claude-opus-5-0", "anthropic/claude-opus-5"},
                    ModelRow{"GitHub Copilot:claude-sonnet-4.6", "anthropic/claude-sonnet-4-6"},
                    ModelRow{"Sonnet 4.5", "anthropic/claude-sonnet-4-5"},
                    ModelRow{"anthropic/claude-haiku-4-5", "anthropic/claude-haiku-4-5"},
                    ModelRow{"Claude 2.1", "anthropic/claude-2.1"},
                    ModelRow{"claude-opus-4-latest", "anthropic/claude-opus-4"},
                    ModelRow{"Claude Opus 7.2", "anthropic/claude-opus-7-2"}));

INSTANTIATE_TEST_SUITE_P(
    Others, Models,
    testing::Values(
        ModelRow{"Gemini 2.5 Pro", "google/gemini-2.5-pro"},
        ModelRow{"Gemini Pro 1.5", "google/gemini-1.5-pro"},
        ModelRow{"gemini-2.0-flash-exp", "google/gemini-2.0-flash-exp"},
        ModelRow{"Google Gemini", "google/gemini"}, ModelRow{"DeepSeek", "deepseek/deepseek"},
        ModelRow{"DeepSeek V3", "deepseek/deepseek-v3"}, ModelRow{"deepseek-r1", "deepseek/deepseek-r1"},
        ModelRow{"Llama 3.1 70B", "meta/llama-3.1-70b"},
        ModelRow{"Meta Llama 4 Maverick", "meta/llama-4-maverick"}, ModelRow{"Code Llama", "meta/code-llama"},
        ModelRow{"llama3", "meta/llama-3"}, ModelRow{"Mistral Large 2", "mistral/mistral-large-2"},
        ModelRow{"Codestral", "mistral/codestral"}, ModelRow{"Mistral Codestral", "mistral/codestral"},
        ModelRow{"Mixtral 8x7B", "mistral/mixtral-8x7b"},
        ModelRow{"Qwen2.5-Coder-32B", "alibaba/qwen2.5-coder-32b"},
        ModelRow{"Qwen 3 Coder", "alibaba/qwen3-coder"}, ModelRow{"Grok 4", "xai/grok-4"},
        ModelRow{"grok-code-fast-1", "xai/grok-code-fast-1"}, ModelRow{"Kimi K2", "moonshotai/kimi-k2"},
        ModelRow{"GLM-4.6", "zhipuai/glm-4.6"}));

INSTANTIATE_TEST_SUITE_P(
    Unknown, Models,
    testing::Values(ModelRow{"", ""}, ModelRow{"   ", ""}, ModelRow{"ChatGPT", ""},
                    ModelRow{"GitHub Copilot", ""}, ModelRow{"Cursor", ""}, ModelRow{"Claude Code", ""},
                    ModelRow{"Codex", ""}, ModelRow{"InternalCoder", ""}, ModelRow{"no", ""},
                    ModelRow{"claude helper for sorting", ""}, ModelRow{"command line", ""},
                    ModelRow{"Phi", ""}, ModelRow{"GPT-4; drop table", ""}, ModelRow{"gptx", ""},
                    ModelRow{"Claudette", ""}, ModelRow{"GPT-4 or whatever it was that day", ""}));

TEST(LeadingModel, IsTheLongestNameAtTheStart) {
  EXPECT_EQ(leadingModel("GPT-4 quick sort"), "GPT-4");
  EXPECT_EQ(leadingModel("Claude Opus 4 made this"), "Claude Opus 4");
  EXPECT_EQ(leadingModel("quick sort GPT-4"), "");
  EXPECT_EQ(leadingModel(""), "");
}

TEST(LeadingModel, LongTextsAreNoNames) {
  EXPECT_EQ(normalizeModel("GPT-4 " + std::string(1'000'000, 'x')), "");
  EXPECT_EQ(leadingModel("GPT-4 " + std::string(1'000'000, 'x')), "GPT-4");
}

}  // namespace
}  // namespace assay::tag
