// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The lines of a file as git blames them, joined with what notes, traces and messages say of their commits.
// Pure: everything has been read before.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "provenance/agent_trace.h"
#include "provenance/blame.h"
#include "provenance/claim.h"
#include "provenance/git_ai_note.h"
#include "provenance/message_agents.h"

namespace assay::provenance {

/// What is known of a commit.
struct CommitEvidence {
  std::vector<std::string> parents;
  std::vector<CommitAgent> agents;
  std::optional<GitAiNote> note;
  /// A shallow clone's oldest: what git blames on it may be older, so its message speaks of none of its
  /// lines.
  bool cutOff = false;
};

struct Evidence {
  std::unordered_map<std::string, CommitEvidence> commits;  ///< by hash
  AgentTraces traces;
  std::string head;  ///< the commit below the lines that no commit has; empty = none
};

struct AttributedCommit {
  std::string hash;  ///< empty: the lines are not committed
  std::string
      date;  ///< of its author, "2026-01-15T10:30:00Z"; empty when not committed or no year of four digits
  std::string summary;
  bool cutOff = false;

  bool operator==(const AttributedCommit&) const = default;
};

/// Indices into the FileAttribution's lists.
struct AttributedLine {
  std::uint32_t commit = 0;
  std::uint32_t originalLine = 1;  ///< in that commit's version of the file
  std::uint32_t best = 0;          ///< the claim to believe
  /// What each source says, by Source; 0 = nothing. A trailer that is not believed is here too.
  std::array<std::uint32_t, kSources> said{};
  std::uint32_t path = 0;  ///< of that commit's version

  bool operator==(const AttributedLine&) const = default;
};

struct FileAttribution {
  std::string path;  ///< relative to the working tree's root
  std::vector<AttributedCommit> commits;
  std::vector<std::string> paths;      ///< that the file had, relative to the working tree's root
  std::vector<Claim> claims{Claim{}};  ///< the first: nobody knows
  std::vector<AttributedLine> lines;   ///< all of the file, from line 1

  [[nodiscard]] const Claim& best(const AttributedLine& line) const { return claims[line.best]; }
  [[nodiscard]] const AttributedCommit& commitOf(const AttributedLine& line) const {
    return commits[line.commit];
  }
};

/// git-ai's note is believed before a trace, a trace before a trailer. Where a note or a trace speaks of a
/// commit's file, its trailers are not believed for the file's other lines: the finer source saw them and
/// claimed none.
FileAttribution joinSources(std::string path, const Blame& blame, const Evidence& evidence);

/// Seconds since 1970 as "2026-01-15T10:30:00Z"; empty outside the years 0 to 9999.
std::string isoDate(std::int64_t seconds);

}  // namespace assay::provenance
