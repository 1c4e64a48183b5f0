// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "annotate/attributed.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "source/source_text.h"
#include "support/diagnostics.h"
#include "tag/read_tags.h"

namespace assay::annotate {
namespace {

using provenance::FunctionShare;
using provenance::ModelShare;

constexpr double kMost = 0.5;
constexpr double kNearlyAll = 0.9;
constexpr std::size_t kDateSize = 10;  // "2026-03-15"

std::string_view wordFor(provenance::Source source) {
  switch (source) {
    case provenance::Source::GitAi: return "git-ai";
    case provenance::Source::AgentTrace: return "agent-trace";
    case provenance::Source::Trailer: return "trailer";
    case provenance::Source::None: break;
  }
  return "unknown";
}

tag::Confidence confidenceFor(provenance::Confidence confidence) {
  if (confidence == provenance::Confidence::High) return tag::Confidence::High;
  return confidence == provenance::Confidence::Medium ? tag::Confidence::Medium : tag::Confidence::Low;
}

struct AiLines {
  std::size_t all = 0;
  std::size_t mixed = 0;  // where a human took part
  // The least of all lines that are counted: a number rests on every one of them.
  provenance::Source source = provenance::Source::None;
  provenance::Confidence confidence = provenance::Confidence::None;
};

AiLines aiLinesOf(const FunctionShare& share) {
  AiLines lines;
  for (const ModelShare& model : share.models) {
    lines.all += model.lines;
    lines.mixed += model.mixed;
    const bool isFirst = &model == &share.models.front();
    lines.source = isFirst ? model.source : std::min(lines.source, model.source);
    lines.confidence = isFirst ? model.confidence : std::min(lines.confidence, model.confidence);
  }
  return lines;
}

// The tag that came with the lines, where they are more than half of the function. Its text is anybody's: it
// is read like any comment, and written anew.
std::optional<model::Tag> tagOf(const FunctionShare& share) {
  const ModelShare& most = share.models.front();
  if (most.tag.empty() || share.shareOf(most.lines) <= kMost) return std::nullopt;
  Diagnostics unheard;
  const tag::TagReading reading = tag::readTags(source::SourceText("tag", most.tag), {}, unheard);
  if (reading.tags.size() != 1 || !reading.tags.front().history.empty()) return std::nullopt;
  if (reading.tags.front().tag.authorship == model::Authorship::Human) return std::nullopt;
  return reading.tags.front().tag;
}

model::Tag tagFor(const FunctionShare& share, const AiLines& lines) {
  const ModelShare& most = share.models.front();
  const bool nearlyAll = share.shareOf(lines.all) >= kNearlyAll && share.human == 0;
  if (std::optional<model::Tag> known = tagOf(share)) {
    if (!nearlyAll && known->authorship == model::Authorship::Generated)
      known->authorship = model::Authorship::Assisted;
    return *std::move(known);
  }
  const bool alone = nearlyAll && lines.mixed == 0;
  model::Tag tag;
  tag.authorship = alone ? model::Authorship::Generated : model::Authorship::Assisted;
  tag.model = most.model;
  tag.normalizedModel = most.normalizedModel;
  tag.tool = most.tool;
  tag.date = most.latestDate.substr(0, kDateSize);
  tag.extra = {{"source", std::string(wordFor(lines.source))}};
  return tag;
}

}  // namespace

std::optional<tag::Suspect> suspectOf(const FunctionShare& share) {
  const AiLines lines = aiLinesOf(share);
  if (share.models.empty() || share.shareOf(lines.all) <= kMost) return std::nullopt;
  tag::Suspect suspect;
  suspect.tag = tagFor(share, lines);
  suspect.text = fmt::format("{} of {} lines ({})", lines.all, share.lines, wordFor(lines.source));
  suspect.suggestion = tag::printTag(suspect.tag);
  suspect.confidence = confidenceFor(lines.confidence);
  return suspect;
}

std::vector<Proposal> proposalsFor(const source::SourceText& text,
                                   const std::vector<model::AnnotatedFunction>& functions,
                                   const provenance::FileAttribution& file) {
  std::vector<Proposal> proposals;
  unsigned previous = 0;  // where the function before begins
  for (const model::AnnotatedFunction& function : functions) {
    const unsigned before = std::exchange(previous, function.lines.first);
    auto suspect = suspectOf(provenance::shareOf(file, {function.lines.first, function.lines.last}));
    if (!suspect) continue;
    Proposal proposal{.suspect = *std::move(suspect), .line = function.lines.first, .tagLine = {}};
    if (function.lines.first == before)
      proposal.reason = "another function begins on its line, and a tag above would be that one's";
    else if (auto line = tagLineAbove(text, proposal.line, proposal.suspect.suggestion))
      proposal.tagLine = *std::move(line);
    else
      proposal.reason = line.error().message;
    proposals.push_back(std::move(proposal));
  }
  return proposals;
}

}  // namespace assay::annotate
