// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/message_agents.h"

#include <algorithm>
#include <optional>

#include "provenance/agents_table.h"
#include "provenance/squash.h"
#include "provenance/trailers.h"
#include "support/strings.h"
#include "tag/read_tags.h"
#include "tag/tools.h"

namespace assay::provenance {
namespace {

using model::Authorship;

// What a free text names: a tool, a model, or an AI without a name.
struct Named {
  std::string tool, model;
  Confidence confidence = Confidence::None;  // None = no AI at all
};

// "ChatGPTv5", "ToolName1.2": the name before its version.
std::string_view withoutVersion(std::string_view name) {
  const std::size_t end = name.find_last_not_of("0123456789.");
  if (end == std::string_view::npos || end + 1 == name.size()) return name;
  name = name.substr(0, end + 1);
  if (name.size() > 1 && lower(name.back()) == 'v') name.remove_suffix(1);
  return trim(name);
}

bool holdsWordForModels(std::string_view text) {
  std::string word;
  const std::string ended = std::string(text) + ' ';
  for (const char c : ended) {
    if (isWordByte(c)) {
      word += lower(c);
      continue;
    }
    if (std::ranges::find(kWordsForModels, word) != std::end(kWordsForModels)) return true;
    word.clear();
  }
  return false;
}

std::optional<Named> namedWord(std::string_view text) {
  if (tag::isToolName(text)) return Named{std::string(text), "", Confidence::High};
  if (!tag::normalizeModel(text).empty()) return Named{"", std::string(text), Confidence::High};
  if (const std::string_view name = withoutVersion(text); name != text && tag::isToolName(name))
    return Named{std::string(name), "", Confidence::High};
  return std::nullopt;
}

// In parentheses stands the model, its maker before it perhaps: "Anthropic, claude-sonnet-4-20250514".
std::string modelInside(std::string_view inside) {
  for (const std::string_view part : split(inside, ','))
    if (!tag::normalizeModel(trim(part)).empty()) return std::string(trim(part));
  return {};
}

// "Agent:model [tool] …". The agent may hold blanks, the model has none; a URL is neither.
std::optional<Named> agentAndModel(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::nullopt;
  const std::string_view agent = trim(text.substr(0, colon));
  std::string_view model = text.substr(colon + 1);
  if (model.empty() || model.starts_with("//")) return std::nullopt;
  model = trim(model);
  model = model.substr(0, model.find_first_of(" \t["));
  const bool known = namedWord(agent) || !tag::normalizeModel(model).empty();
  return Named{std::string(agent), std::string(model), known ? Confidence::High : Confidence::Low};
}

Named namedIn(std::string_view text) {
  const Parenthesised parts = readParentheses(text);
  if (const std::string model = modelInside(parts.inside); !model.empty())
    return {std::string(parts.before), model, Confidence::High};
  if (const auto both = agentAndModel(text)) return *both;
  if (const auto whole = namedWord(text)) return *whole;
  if (const auto before = namedWord(parts.before)) return *before;
  if (holdsWordForModels(text)) return {"", "", Confidence::Low};
  return {};
}

const AgentAddress* addressRow(std::string_view address) {
  const auto* row = std::ranges::find(kAgentAddresses, address, &AgentAddress::address);
  return row != std::end(kAgentAddresses) ? row : nullptr;
}

CommitAgent agentOf(AgentForm form, Named named) {
  CommitAgent agent;
  agent.form = form;
  agent.normalizedModel = tag::normalizeModel(named.model);
  agent.tool = std::move(named.tool);
  agent.model = std::move(named.model);
  agent.confidence = named.confidence;
  const bool generated =
      form == AgentForm::Author || form == AgentForm::GeneratedBy || form == AgentForm::Footer;
  agent.authorship = generated ? Authorship::Generated : Authorship::Assisted;
  return agent;
}

// The model that an identity's name says: "Claude Opus 4.8", "aider (gpt-4o)"; empty for "Codex".
std::string modelOfName(std::string_view name) {
  if (tag::isToolName(name)) return {};
  if (const std::string inside = modelInside(readParentheses(name).inside); !inside.empty()) return inside;
  return tag::normalizeModel(name).empty() ? std::string() : std::string(name);
}

// A person may be called Claude, and none is called Claude Opus 4.8: without a known address it takes a
// version.
std::optional<Named> namedByIdentity(std::string_view text) {
  const Identity who = readIdentity(text);
  std::string model = modelOfName(who.name);
  if (const AgentAddress* row = addressRow(who.address))
    return Named{std::string(row->tool), std::move(model), Confidence::High};
  const bool versioned = model.find_first_of("0123456789") != std::string::npos;
  if (versioned) return Named{"", std::move(model), Confidence::Medium};
  return std::nullopt;
}

// aider appends its name to that of the person it works for.
std::optional<CommitAgent> agentByPerson(std::string_view person) {
  if (readIdentity(person).name.ends_with(" (aider)"))
    return agentOf(AgentForm::Author, {"Aider", "", Confidence::High});
  if (const Identity who = readIdentity(person); addressRow(who.address) != nullptr)
    return agentOf(AgentForm::Author, *namedByIdentity(person));
  return std::nullopt;
}

// Which of the lines come from that one of the joined commits, nobody knows.
std::optional<CommitAgent> agentOfSquashed(const std::string& author) {
  auto agent = agentByPerson(author);
  if (agent) agent = agentOf(AgentForm::CoAuthor, {agent->tool, agent->model, agent->confidence});
  return agent;
}

std::optional<CommitAgent> agentByMark(const Trailer& trailer) {
  const auto matches = [&](const AgentTrailer& row) {
    return row.token == trailer.token && (row.value.empty() || row.value == lower(trailer.value));
  };
  if (std::ranges::any_of(kNamelessTrailers, matches))
    return agentOf(AgentForm::Mark, {"", "", Confidence::Medium});
  const auto* row = std::ranges::find_if(kAgentTrailers, matches);
  if (row == std::end(kAgentTrailers)) return std::nullopt;
  if (!row->tool.empty()) return agentOf(AgentForm::Mark, {std::string(row->tool), "", Confidence::Medium});
  if (!tag::isToolName(trailer.value)) return std::nullopt;
  return agentOf(AgentForm::Mark, {trailer.value, "", Confidence::Medium});
}

// With an address it is a person unless the address or the name says otherwise; without one, what the text
// names. Behind Generated-by "protoc:3.21" is a compiler.
std::optional<CommitAgent> agentByCredit(AgentForm form, const std::string& value) {
  const bool addressed = !readIdentity(value).address.empty();
  const std::optional<Named> named = addressed ? namedByIdentity(value) : namedIn(value);
  if (!named || named->confidence == Confidence::None) return std::nullopt;
  const bool unknown = named->confidence == Confidence::Low && !named->model.empty();
  if (unknown && form == AgentForm::GeneratedBy) return std::nullopt;
  return agentOf(form, *named);
}

std::optional<CommitAgent> agentByTrailer(const Trailer& trailer) {
  if (trailer.token == "assisted-by") return agentByCredit(AgentForm::AssistedBy, trailer.value);
  if (trailer.token == "generated-by") return agentByCredit(AgentForm::GeneratedBy, trailer.value);
  if (trailer.token == "co-authored-by" || trailer.token == "co-developed-by") {
    const auto named = namedByIdentity(trailer.value);
    return named ? std::optional(agentOf(AgentForm::CoAuthor, *named)) : std::nullopt;
  }
  return agentByMark(trailer);
}

// "🤖 Generated with [Claude Code](https://…)", with or without the link.
std::optional<CommitAgent> agentByFooter(std::string_view line) {
  constexpr std::string_view kWords = "generated with ";
  const std::size_t at = lower(line).find(kWords);
  // An emoji may stand before it, prose may not.
  if (at == std::string::npos || std::ranges::any_of(line.substr(0, at), isAlpha)) return std::nullopt;
  std::string_view name = trim(line.substr(at + kWords.size()));
  if (name.starts_with('[')) name = name.substr(1, name.find(']') - 1);
  if (!tag::isToolName(name)) return std::nullopt;
  return agentOf(AgentForm::Footer, {std::string(name), "", Confidence::Medium});
}

// Keeps a name on which all who say one agree. False when they do not.
bool agree(std::string& name, const std::string& said) {
  if (said.empty()) return true;
  if (name.empty()) name = said;
  return equalsIgnoringCase(name, said);
}

}  // namespace

std::vector<CommitAgent> agentsOf(std::string_view message, const CommitPeople& people) {
  std::vector<CommitAgent> agents;
  const auto add = [&](const std::optional<CommitAgent>& agent) {
    if (agent) agents.push_back(*agent);
  };
  add(agentByPerson(people.author));
  if (people.committer != people.author) add(agentByPerson(people.committer));
  const SquashedMessage squashed = readSquash(message);
  for (const std::string& author : squashed.authors) add(agentOfSquashed(author));
  for (const Trailer& trailer : readTrailers(squashed.text)) add(agentByTrailer(trailer));
  for (const std::string_view line : split(squashed.text, '\n'))
    if (!line.empty() && !isSpace(line[0])) add(agentByFooter(line));
  return agents;
}

Claim claimOfAgents(const std::vector<CommitAgent>& agents) {
  Claim claim;
  if (agents.empty()) return claim;
  claim.source = Source::Trailer;
  bool oneTool = true, oneModel = true, byItself = false, generated = false;
  std::string normalized;
  for (const CommitAgent& agent : agents) {
    oneTool = agree(claim.tool, agent.tool) && oneTool;
    // Two spellings of one model are one model.
    const std::string& key = agent.normalizedModel.empty() ? agent.model : agent.normalizedModel;
    oneModel = agree(normalized, key) && oneModel;
    if (claim.model.empty()) claim.model = agent.model;
    byItself = byItself || agent.form == AgentForm::Author;
    generated = generated || agent.authorship == Authorship::Generated;
  }
  if (!oneTool) claim.tool.clear();
  if (!oneModel) claim.model.clear();
  claim.normalizedModel = tag::normalizeModel(claim.model);
  claim.writer = generated ? Writer::Ai : Writer::Mixed;
  // Of a commit that a person made, any line may be that person's.
  claim.confidence = byItself ? Confidence::Medium : Confidence::Low;
  return claim;
}

}  // namespace assay::provenance
