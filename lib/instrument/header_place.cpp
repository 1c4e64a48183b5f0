// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/header_place.h"

#include <algorithm>
#include <ranges>
#include <vector>

#include "instrument/file_scope.h"
#include "instrument/lexemes.h"

namespace assay::instrument {
namespace {

struct Candidate {
  std::size_t offset;
  std::vector<int> branches;
  bool opensIncludeGuard;  ///< the first thing after `#ifndef X` and `#define X`
};

bool isLineEnd(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.empty() || rest.front() == '\n' || rest.starts_with("\r\n");
}

// Nothing but blanks and comments up to the end of the line that the last comment ends on. Form feeds don't
// count as blanks: a directive with one is an error under -pedantic.
bool isFreeLine(std::string_view text, std::size_t at) {
  at = skipBlanks(text, at);
  while (!isLineEnd(text, at)) {
    if (!isComment(text, at)) return false;
    const std::size_t end = endOfComment(text, at);
    if (end == text.size()) return false;
    at = skipBlanks(text, end);
  }
  return true;
}

// A compiler skips a guarded header without opening it again only if nothing stands outside of the guard.
bool opensIncludeGuard(const FileScope& scope) {
  const std::vector<std::string>& names = scope.openingDirectives();
  const std::size_t count = names.size();
  return !scope.tokenSeen() && count >= 2 && names[count - 1] == "define" &&
         names[count - 2].starts_with("if") && scope.branches().size() == 1;
}

std::vector<Candidate> candidatesBefore(std::string_view text, std::size_t end) {
  std::vector<Candidate> candidates;
  FileScope scope(text);
  while (scope.nextLine() && scope.offset() < end) {
    if (!scope.betweenDeclarations() || !isFreeLine(text, scope.offset())) continue;
    candidates.push_back({scope.offset(), scope.branches(), opensIncludeGuard(scope)});
  }
  return candidates;
}

bool isInside(const std::vector<int>& outer, const std::vector<int>& inner) {
  return outer.size() <= inner.size() && std::ranges::equal(outer, inner | std::views::take(outer.size()));
}

struct Demand {
  std::vector<std::vector<int>> branches;  ///< of each guard
  std::size_t earliest = 0;

  [[nodiscard]] bool metBy(const Candidate& candidate) const {
    return candidate.offset >= earliest && std::ranges::all_of(branches, [&](const auto& inner) {
             return isInside(candidate.branches, inner);
           });
  }
};

Demand demandOf(std::string_view text, std::span<const std::size_t> guards) {
  Demand demand;
  FileScope scope(text);
  for (const std::size_t guard : guards) {
    scope.advanceTo(guard);
    demand.branches.push_back(scope.branches());
  }
  demand.earliest = scope.earliest();
  return demand;
}

}  // namespace

std::optional<std::size_t> findHeaderPlace(std::string_view text, std::span<const std::size_t> guards) {
  if (guards.empty()) return std::nullopt;
  const Demand demand = demandOf(text, guards);
  std::optional<std::size_t> first;
  for (const Candidate& candidate : candidatesBefore(text, guards.front())) {
    if (!demand.metBy(candidate)) continue;
    if (candidate.opensIncludeGuard) return candidate.offset;
    if (!first) first = candidate.offset;
  }
  return first;
}

}  // namespace assay::instrument
