// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a policy has something to say of one entry of a manifest. Each of these knows one policy, and
// neither scopes nor severities.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/annotated_function.h"
#include "policy/question.h"
#include "policy/rules.h"

namespace assay::policy {

struct Looked {
  const model::AnnotatedFunction& entry;
  const Rule& rule;
  const Question& question;
};

/// The message; nothing = no finding.
using Answer = std::optional<std::string>;

/// About the text of a tag. Policies that are not about that give nothing.
Answer answerOfTag(const Looked& looked);

/// About the function that a tag means, likewise.
Answer answerOfFunction(const Looked& looked);

/// "the tag of `shop::Cart::total`", "the tag".
std::string tagOf(const model::AnnotatedFunction& entry);

/// Whether it stands for code that AI wrote or had a hand in.
bool isAi(const model::AnnotatedFunction& entry);

/// Words that leave a function without a guard: `monitor: off`.
bool isOffWord(std::string_view words);

}  // namespace assay::policy
