// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Data only: the tokens that services hand out, by what they begin with and what follows. Only shapes that
// nothing else has stand here: a warning that is usually wrong is one that nobody reads.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::policy {

enum class Alphabet {
  Hex,          ///< 0-9 a-f
  UpperDigits,  ///< A-Z 0-9
  Word,         ///< letters and digits
  Url,          ///< letters, digits, `-`, `_`
};

struct SecretShape {
  std::string_view name;
  std::string_view prefix;
  Alphabet alphabet;
  std::size_t least;  ///< bytes behind the prefix
  std::size_t most;
};

inline constexpr std::size_t kNoLimit = 4096;

inline constexpr SecretShape kSecretShapes[] = {
    {"an AWS access key", "AKIA", Alphabet::UpperDigits, 16, 16},
    {"an AWS access key", "ASIA", Alphabet::UpperDigits, 16, 16},
    {"an Anthropic key", "sk-ant-", Alphabet::Url, 32, kNoLimit},
    {"an OpenAI key", "sk-proj-", Alphabet::Url, 32, kNoLimit},
    {"an OpenAI key", "sk-svcacct-", Alphabet::Url, 32, kNoLimit},
    {"an OpenAI key", "sk-", Alphabet::Word, 40, 64},
    {"an OpenRouter key", "sk-or-v1-", Alphabet::Hex, 64, 64},
    {"a GitHub token", "ghp_", Alphabet::Word, 36, 255},
    {"a GitHub token", "gho_", Alphabet::Word, 36, 255},
    {"a GitHub token", "ghu_", Alphabet::Word, 36, 255},
    {"a GitHub token", "ghs_", Alphabet::Word, 36, 255},
    {"a GitHub token", "ghr_", Alphabet::Word, 36, 255},
    {"a GitHub token", "github_pat_", Alphabet::Url, 60, 255},
    {"a GitLab token", "glpat-", Alphabet::Url, 20, 255},
    {"a GitLab token", "glrt-", Alphabet::Url, 20, 255},
    {"a Google API key", "AIza", Alphabet::Url, 35, 35},
    {"a Google OAuth secret", "GOCSPX-", Alphabet::Url, 28, 28},
    {"a Slack token", "xoxb-", Alphabet::Url, 24, kNoLimit},
    {"a Slack token", "xoxp-", Alphabet::Url, 24, kNoLimit},
    {"a Slack token", "xapp-", Alphabet::Url, 24, kNoLimit},
    {"a Stripe key", "sk_live_", Alphabet::Word, 24, 255},
    {"a Stripe key", "rk_live_", Alphabet::Word, 24, 255},
    {"an npm token", "npm_", Alphabet::Word, 36, 36},
    {"a PyPI token", "pypi-AgEI", Alphabet::Url, 50, kNoLimit},
    {"a Hugging Face token", "hf_", Alphabet::Word, 34, 40},
    {"a DigitalOcean token", "dop_v1_", Alphabet::Hex, 64, 64},
};

}  // namespace assay::policy
