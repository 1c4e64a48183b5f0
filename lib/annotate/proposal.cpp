// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "annotate/proposal.h"

#include <algorithm>

#include "source/comments.h"

namespace assay::annotate {
namespace {

using source::Comment;
using source::SourceText;

const Comment* commentAround(const std::vector<Comment>& comments, std::size_t offset) {
  const auto next = std::ranges::upper_bound(comments, offset, {},
                                             [](const Comment& comment) { return comment.span.begin; });
  return next == comments.begin() ? nullptr : &*std::prev(next);
}

Proposal proposalFor(const SourceText& text, const Comment& comment, tag::Suspect suspect) {
  Proposal proposal;
  proposal.line = text.positionOf(suspect.span.begin).line;
  auto line = tagLineFor({text, comment, suspect.span}, suspect.suggestion);
  if (line)
    proposal.tagLine = *std::move(line);
  else
    proposal.reason = line.error().message;
  proposal.suspect = std::move(suspect);
  return proposal;
}

// Behind code the words are in another run of comments than the tag above them.
bool hasTagAbove(const SourceText& text, const std::vector<tag::TagOccurrence>& tags,
                 const Proposal& proposal) {
  return std::ranges::any_of(tags, [&](const tag::TagOccurrence& tag) {
    return text.positionOf(tag.run.end).line + 1 == proposal.tagLine.beforeLine;
  });
}

}  // namespace

std::vector<Proposal> proposalsFor(const SourceText& text, const tag::ReadOptions& options) {
  tag::ReadOptions all = options;
  all.suspects = true;
  Diagnostics ofTheTags;  // `assay scan` says them
  tag::TagReading reading = tag::readTags(text, all, ofTheTags);
  const std::vector<Comment> comments = source::findComments(text.bytes());
  std::vector<Proposal> proposals;
  for (tag::Suspect& suspect : reading.suspects)
    if (const Comment* comment = commentAround(comments, suspect.span.begin))
      proposals.push_back(proposalFor(text, *comment, std::move(suspect)));
  std::erase_if(proposals,
                [&](const Proposal& proposal) { return hasTagAbove(text, reading.tags, proposal); });
  return proposals;
}

Expected<Annotated> annotated(const SourceText& text, const std::vector<Proposal>& proposals) {
  Annotated result;
  std::vector<source::Edit> edits;
  unsigned written = 0;
  for (const Proposal& proposal : proposals) {
    const bool left = !proposal.reason.empty();
    result.lines.push_back(left ? 0 : proposal.tagLine.beforeLine + written);
    if (left) continue;
    edits.push_back(proposal.tagLine.edit);
    ++written;
  }
  ASSAY_TRY(result.text, source::applyEdits(text.bytes(), std::move(edits)));
  return result;
}

}  // namespace assay::annotate
