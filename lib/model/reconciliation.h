// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the sources beside the code (notes, traces, trailers) say of a function, held against its tag. Plain
// data: who reads the sources, and what is made of the answer, is elsewhere.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/annotated_function.h"

namespace assay::model {

enum class Verdict {
  Missing,   ///< the source says nothing
  Agree,     ///< it says the same as the tag, or less
  Conflict,  ///< another model, or a human where the tag says a model
};

/// What one source says of the lines of a function.
struct SourceSays {
  Verdict verdict = Verdict::Missing;
  std::string who;  ///< the model or tool with most lines, or "human"; empty = an unnamed model, or nothing
  std::size_t lines = 0;  ///< that are that one's
};

/// Lines of a function that one model wrote, or a human.
struct LinesOf {
  std::string who;  ///< the model, else the tool; "human"; empty = an unnamed model
  std::size_t lines = 0;

  bool operator==(const LinesOf&) const = default;
};

inline constexpr std::array<std::string_view, 3> kSourceNames = {"git-ai", "agent-trace", "trailer"};

struct Reconciliation {
  std::size_t lines = 0;                                ///< of the function, its tag not among them
  std::array<SourceSays, kSourceNames.size()> sources;  ///< in the order of kSourceNames
  /// By the best source of each line: most lines first, humans last. What is left to make `lines` is unknown.
  std::vector<LinesOf> writers = {};

  /// Conflict where one source is in conflict, else Agree where one agrees.
  [[nodiscard]] Verdict verdict() const {
    Verdict whole = Verdict::Missing;
    for (const SourceSays& source : sources) whole = std::max(whole, source.verdict);
    return whole;
  }
};

/// By entry of a manifest; without any where nobody could be asked.
using Reconciliations = std::map<const AnnotatedFunction*, Reconciliation>;

constexpr std::string_view nameOf(Verdict verdict) {
  if (verdict == Verdict::Agree) return "agree";
  return verdict == Verdict::Conflict ? "conflict" : "missing";
}

}  // namespace assay::model
