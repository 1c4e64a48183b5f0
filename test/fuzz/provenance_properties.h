// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for every text that the provenance room reads, whoever wrote it. Used by the fuzz target
// and, for the seeds, by a unit test.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "provenance/agent_trace.h"
#include "provenance/blame.h"
#include "provenance/changed_lines.h"
#include "provenance/git.h"
#include "provenance/git_ai_note.h"
#include "provenance/join.h"
#include "provenance/message_agents.h"
#include "provenance/share.h"
#include "support/diagnostics.h"

namespace assay::fuzz {

/// Every line of the file is in range of what it refers to, and its share adds up.
inline bool attributionHolds(const provenance::FileAttribution& file) {
  const auto inRange = [&](const provenance::AttributedLine& line) {
    return line.commit < file.commits.size() && line.best < file.claims.size() && line.originalLine > 0 &&
           std::ranges::all_of(line.said, [&](std::uint32_t claim) { return claim < file.claims.size(); });
  };
  if (!std::ranges::all_of(file.lines, inRange)) return false;
  const provenance::FunctionShare share = provenance::shareOf(file, {1, 0xFFFFFFFF});
  std::size_t lines = share.human + share.unknown;
  for (const provenance::ModelShare& model : share.models) lines += model.lines;
  return share.lines == file.lines.size() && lines == share.lines;
}

/// Each claim that a range refers to is there; nothing is claimed by a note that could not be read.
inline bool noteHolds(const provenance::GitAiNote& note) {
  for (const auto& [path, ranges] : note.files)
    for (const provenance::NoteRange& range : ranges)
      if (range.first == 0 || range.last < range.first || range.claim >= note.claims.size()) return false;
  return note.readable || (note.files.empty() && note.claims.empty());
}

inline bool tracesHold(const provenance::AgentTraces& traces) {
  for (const auto& [place, ranges] : traces.ranges)
    for (const provenance::TraceRange& range : ranges)
      if (range.first == 0 || range.last < range.first || range.claim >= traces.claims.size()) return false;
  return true;
}

/// Ranges of lines that go forward.
inline bool diffHolds(const std::string& text) {
  const auto files = provenance::parseDiff(text);
  if (!files) return !files.error().message.empty();
  return std::ranges::all_of(*files, [](const auto& file) {
    return std::ranges::all_of(file.second.lines,
                               [](provenance::LineRange one) { return one.first <= one.last; });
  });
}

/// The text as each kind of input in turn; what was read is joined, as if it all spoke of each commit.
inline bool readersHold(const std::string& text) {
  Diagnostics diagnostics;
  provenance::Evidence evidence;
  provenance::CommitEvidence known;
  known.note = provenance::parseGitAiNote(text, "note", diagnostics);
  known.agents = provenance::agentsOf(text, {std::string_view(text).substr(0, text.find('\n')), text});
  evidence.traces = provenance::parseAgentTraces(text, "traces.jsonl", diagnostics);
  if (!diffHolds(text)) return false;
  if (!noteHolds(*known.note) || !tracesHold(evidence.traces)) return false;
  static_cast<void>(provenance::unquotePath(text).has_value());
  for (const Diagnostic& diagnostic : diagnostics.all())
    if (render(diagnostic, true).empty()) return false;
  const auto blame = provenance::parseBlame(text, "blame");
  if (!blame) return blame.error().where.line > 0;
  for (const provenance::BlamedCommit& commit : blame->commits) evidence.commits[commit.hash] = known;
  return attributionHolds(provenance::joinSources("a.cpp", *blame, evidence));
}

}  // namespace assay::fuzz
