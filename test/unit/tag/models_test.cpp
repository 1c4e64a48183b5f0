// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/models.h"

#include <gtest/gtest.h>

#include "tag/read_tags.h"

namespace assay::tag {
namespace {

struct Row {
  const char* written;
  const char* normalized;
};

class Models : public testing::TestWithParam<Row> {};

TEST_P(Models, AreNormalized) {
  EXPECT_EQ(normalizeModel(GetParam().written), GetParam().normalized) << GetParam().written;
}

INSTANTIATE_TEST_SUITE_P(
    OpenAi, Models,
    testing::Values(Row{"GPT-4", "openai/gpt-4"}, Row{"gpt4", "openai/gpt-4"}, Row{"GPT 4", "openai/gpt-4"},
                    Row{"ChatGPT 4", "openai/gpt-4"}, Row{"ChatGPT-4o", "openai/gpt-4o"},
                    Row{"Chat GPT 4", "openai/gpt-4"}, Row{"gpt-4o-mini", "openai/gpt-4o-mini"},
                    Row{"GPT-4.1", "openai/gpt-4.1"}, Row{"GPT-4 Turbo", "openai/gpt-4-turbo"},
                    Row{"gpt-3.5-turbo", "openai/gpt-3.5-turbo"}, Row{"gpt-4-0613", "openai/gpt-4"},
                    Row{"gpt-4o-2024-08-06", "openai/gpt-4o"}, Row{"GPT-5.6", "openai/gpt-5.6"},
                    Row{"GPT-5.6 Terra", "openai/gpt-5.6-terra"}, Row{"OpenAI GPT-5", "openai/gpt-5"},
                    Row{"openai/gpt-5", "openai/gpt-5"}, Row{"Codex 5.3", "openai/gpt-5.3-codex"},
                    Row{"gpt-5.1-codex-max", "openai/gpt-5.1-codex-max"}, Row{"o3", "openai/o3"},
                    Row{"o3-mini", "openai/o3-mini"}, Row{"OpenAI o1", "openai/o1"},
                    Row{"o4-mini", "openai/o4-mini"}, Row{"gpt-oss-120b", "openai/gpt-oss-120b"},
                    Row{"GPT-9", "openai/gpt-9"}));

INSTANTIATE_TEST_SUITE_P(
    Anthropic, Models,
    testing::Values(Row{"Claude", "anthropic/claude"}, Row{"Claude Opus 4", "anthropic/claude-opus-4"},
                    Row{"claude-opus-4", "anthropic/claude-opus-4"},
                    Row{"Claude 4 Opus", "anthropic/claude-opus-4"},
                    Row{"claude-3.5-sonnet", "anthropic/claude-3-5-sonnet"},
                    Row{"Claude 3.5 Sonnet", "anthropic/claude-3-5-sonnet"},
                    Row{"claude-3-5-sonnet-20241022", "anthropic/claude-3-5-sonnet"},
                    Row{"Claude-3.5-Sonnet", "anthropic/claude-3-5-sonnet"},
                    Row{"Claude Sonnet 4.5", "anthropic/claude-sonnet-4-5"},
                    Row{"claude-sonnet-4-5-20250929", "anthropic/claude-sonnet-4-5"},
                    Row{"Claude 3 Opus", "anthropic/claude-3-opus"},
                    Row{"Anthropic Claude (Sonnet 5)", "anthropic/claude-sonnet-5"},
                    Row{"claude-code:claude-opus-5-0", "anthropic/claude-opus-5"},
                    Row{"GitHub Copilot:claude-sonnet-4.6", "anthropic/claude-sonnet-4-6"},
                    Row{"Sonnet 4.5", "anthropic/claude-sonnet-4-5"},
                    Row{"anthropic/claude-haiku-4-5", "anthropic/claude-haiku-4-5"},
                    Row{"Claude 2.1", "anthropic/claude-2.1"},
                    Row{"claude-opus-4-latest", "anthropic/claude-opus-4"},
                    Row{"Claude Opus 7.2", "anthropic/claude-opus-7-2"}));

INSTANTIATE_TEST_SUITE_P(
    Others, Models,
    testing::Values(
        Row{"Gemini 2.5 Pro", "google/gemini-2.5-pro"}, Row{"Gemini Pro 1.5", "google/gemini-1.5-pro"},
        Row{"gemini-2.0-flash-exp", "google/gemini-2.0-flash-exp"}, Row{"Google Gemini", "google/gemini"},
        Row{"DeepSeek", "deepseek/deepseek"}, Row{"DeepSeek V3", "deepseek/deepseek-v3"},
        Row{"deepseek-r1", "deepseek/deepseek-r1"}, Row{"Llama 3.1 70B", "meta/llama-3.1-70b"},
        Row{"Meta Llama 4 Maverick", "meta/llama-4-maverick"}, Row{"Code Llama", "meta/code-llama"},
        Row{"llama3", "meta/llama-3"}, Row{"Mistral Large 2", "mistral/mistral-large-2"},
        Row{"Codestral", "mistral/codestral"}, Row{"Mistral Codestral", "mistral/codestral"},
        Row{"Mixtral 8x7B", "mistral/mixtral-8x7b"}, Row{"Qwen2.5-Coder-32B", "alibaba/qwen2.5-coder-32b"},
        Row{"Qwen 3 Coder", "alibaba/qwen3-coder"}, Row{"Grok 4", "xai/grok-4"},
        Row{"grok-code-fast-1", "xai/grok-code-fast-1"}, Row{"Kimi K2", "moonshotai/kimi-k2"},
        Row{"GLM-4.6", "zhipuai/glm-4.6"}));

INSTANTIATE_TEST_SUITE_P(Unknown, Models,
                         testing::Values(Row{"", ""}, Row{"   ", ""}, Row{"ChatGPT", ""},
                                         Row{"GitHub Copilot", ""}, Row{"Cursor", ""}, Row{"Claude Code", ""},
                                         Row{"Codex", ""}, Row{"InternalCoder", ""}, Row{"no", ""},
                                         Row{"claude helper for sorting", ""}, Row{"command line", ""},
                                         Row{"Phi", ""}, Row{"GPT-4; drop table", ""}, Row{"gptx", ""},
                                         Row{"Claudette", ""}, Row{"GPT-4 or whatever it was that day", ""}));

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
