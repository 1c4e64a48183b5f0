// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What to look at first, in words: one place for every format. Nothing is escaped here but what a terminal
// must not see.
#pragma once

#include <string>
#include <vector>

#include "emit/review/review.h"
#include "insight/attention.h"

namespace assay::emit::review {

/// A function that needs somebody. Visible text.
struct AttentionRow {
  insight::Attention attention;
  const insight::FunctionReview* review = nullptr;  ///< of the document
  std::string subject;                              ///< "parseHeader (GPT-4) src/parse.cc:120"
  std::string harm;                                 ///< "57 calls that fail, 2.5 ms more; confidence 98 %"
  std::string evidence;                             ///< the finding that weighs most
  std::string tag;                                  ///< `GPT-4, 2026-10-01, prompt "…"`; empty = not known
  std::vector<std::string> steps;                   ///< what to do next, one sentence each; at least one
};

/// All of them, by expected harm.
std::vector<AttentionRow> attentionRows(const Document& document);

/// What the list is ordered by: one line.
std::string_view attentionRule();

/// What the tag says: model, date and the first words of the prompt. Visible; empty when nothing is known.
std::string tagText(const insight::Subject& subject);

/// "more-errors" for steps: "cap-rollout"; stable.
std::string_view codeOf(insight::Step step);

/// How a function is named to `assay review --explain`: its name, or its id where a shell would read more
/// into the name.
std::string argumentFor(const insight::Subject& subject);

}  // namespace assay::emit::review
