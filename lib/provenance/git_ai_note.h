// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text of a git-ai note (authorship/3.0.0, under refs/notes/ai) -> who wrote which lines of that commit's
// version of each file. Pure: where notes are kept, and for which commit this one is, is the callers'
// business.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "provenance/claim.h"
#include "support/diagnostics.h"

namespace assay::provenance {

/// Lines `first` to `last`, both included, and the index of who is said to have written them.
struct NoteRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
  std::uint32_t claim = 0;

  bool operator==(const NoteRange&) const = default;
};

struct GitAiNote {
  bool readable = false;  ///< false: of another schema, or not well-formed; then it holds nothing
  std::vector<Claim> claims;
  std::map<std::string, std::vector<NoteRange>, std::less<>> files;  ///< ascending, no two overlap

  /// Null for a line that the note does not list: written by nobody knows whom, and not by a human for that.
  /// Of two ranges the later one holds.
  [[nodiscard]] const Claim* claimOf(std::string_view path, std::uint32_t line) const;
};

/// Never fails: what cannot be read is a diagnostic at its line of the note and is left out; a note of an
/// unknown schema, or without well-formed JSON, is left out whole. `name` is for messages.
GitAiNote parseGitAiNote(std::string_view text, const std::string& name, Diagnostics& diagnostics);

}  // namespace assay::provenance
