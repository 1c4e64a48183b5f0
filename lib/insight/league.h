// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Models, tools, prompts, ages … side by side. No ranking: which is "best" of many with few functions each is
// luck. Rates are drawn together (shrink.h), stand with their intervals, and in the order of how much is
// known.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "insight/function_review.h"
#include "insight/shrink.h"

namespace assay::insight {

struct LeagueRow {
  std::string name = {};      ///< foreign text; empty = not given
  std::size_t functions = 0;  ///< with calls in the period
  double calls = 0;
  double errors = 0;
  /// Share of calls that fail in a function of this group: each function counts once, however often it is
  /// called, and how unlike the functions of one group are makes the interval wide. Drawn towards all.
  Estimate errorRate = {};
  std::size_t worse = 0;        ///< functions that got worse
  std::size_t compared = 0;     ///< of so many that could be compared
  Estimate worseShare = {};     ///< their share, drawn towards all
  bool apart = false;           ///< the error rate's interval leaves out the mean of all
  std::size_t bodies = 0;       ///< known ones that its functions had beyond the first: edits
  std::size_t bodiesKnown = 0;  ///< functions of which every body is known: the others may have been edited
};

enum class LeagueKey {
  Model,
  Tool,
  Vendor,
  Prompt,
  Reviewer,
  Age,    ///< in bands: since the tag's date
  Drift,  ///< in bands: how much was edited since the tag
};

/// Functions with calls in the period after whose ends are seen, most functions first, then by name; bands
/// from the first to the last, what is not known at the end.
std::vector<LeagueRow> leagueOf(std::span<const FunctionReview> reviews, LeagueKey key);

}  // namespace assay::insight
