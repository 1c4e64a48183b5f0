// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who a commit's message, author and committer name as an AI that took part. A commit is all that can be seen
// from here: which of its lines the agent wrote, no trailer says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/tag.h"
#include "provenance/claim.h"

namespace assay::provenance {

enum class AgentForm {
  Author,       ///< the commit's author or committer: the agent committed it itself
  CoAuthor,     ///< Co-authored-by with an agent's address or a model's name
  AssistedBy,   ///< Assisted-by
  GeneratedBy,  ///< Generated-by
  Footer,       ///< "Generated with [Claude Code](…)"
  Mark,         ///< a trailer that only agents write
};

struct CommitAgent {
  AgentForm form = AgentForm::Mark;
  std::string tool;             ///< empty = not said
  std::string model;            ///< as written; empty = not said
  std::string normalizedModel;  ///< empty = not recognised
  model::Authorship authorship = model::Authorship::Assisted;
  Confidence confidence = Confidence::None;  ///< that an AI took part in the commit

  bool operator==(const CommitAgent&) const = default;
};

/// "Name <address>" both.
struct CommitPeople {
  std::string_view author;
  std::string_view committer;
};

/// In the order author, committer, message; each line that names an agent gives one. Humans, bots that are no
/// models, and compilers behind Generated-by give none. Never fails.
std::vector<CommitAgent> agentsOf(std::string_view message, const CommitPeople& people);

/// The one agent that all of them mean, each saying a part ("Claude Code" in the footer, the model as
/// co-author). Of several tools or models the name is left out, and not one of them chosen. Source::None for
/// no agents.
Claim claimOfAgents(const std::vector<CommitAgent>& agents);

}  // namespace assay::provenance
