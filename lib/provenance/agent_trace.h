// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text of `.agent-trace/traces.jsonl` (Agent Trace 0.1.0, a record per line) -> which lines of which file
// an agent wrote, and on top of which commit. Pure: which lines of today's file those are is decided
// elsewhere.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "provenance/claim.h"
#include "support/diagnostics.h"

namespace assay::provenance {

/// Lines `first` to `last`, both included.
struct TraceRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
  std::uint32_t claim = 0;  ///< index into AgentTraces::claims
  /// Whether the lines are those of the revision itself, as assay writes them. Else nobody knows: the common
  /// writers name the commit before the change.
  bool atRevision = false;

  bool operator==(const TraceRange&) const = default;
};

struct AgentTraces {
  using Place = std::pair<std::string, std::string>;  ///< revision (a full hash) and path
  std::vector<Claim> claims;                          ///< confidence is left to the one who joins
  std::map<Place, std::vector<TraceRange>> ranges;    ///< in the file's order: the later holds
};

/// Never fails: a line that cannot be read is a diagnostic with its number and is left out. What says nothing
/// of lines is left out silently: pseudo files (".shell-history"), the range 1-1 that stands for an unknown
/// one (but in records of assay), contributors of type unknown, records of other version control systems or
/// of none.
AgentTraces parseAgentTraces(std::string_view text, const std::string& name, Diagnostics& diagnostics);

}  // namespace assay::provenance
