// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function's tag says of its experiment: which share of the calls stays in it, or runs in the shadow.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/annotated_function.h"
#include "model/breaker.h"

namespace assay::model {

enum class ExperimentKind {
  None,     ///< neither `rollout` nor `experiment`
  Rollout,  ///< rollout: 10%
  Split,    ///< experiment: split, or split 25%: half when it says no share
  Shadow,   ///< experiment: shadow, or shadow 10%: all calls when it says no share
  Unknown,  ///< a word that means nothing, or a share that is none
};

struct ExperimentTag {
  ExperimentKind kind = ExperimentKind::None;
  unsigned share = 0;                   ///< basis points; 0 where it could not be read
  unsigned budget = 0;                  ///< of a Shadow: basis points of a processor's time
  std::optional<Breaker> breaker = {};  ///< what the tag says; the process's own limits otherwise
  std::string wrong = {};               ///< of Unknown: "rollout: ten"
};

inline constexpr unsigned kDefaultShadowBudget = 100;  ///< 1 %

/// `experiment` decides the kind; `rollout` may give a split or a shadow its share, `budget` is a shadow's,
/// `breaker` is for all.
ExperimentTag experimentOf(const Tag& tag);

/// Of Outcome::rollout.
std::string rolloutText(const ExperimentTag& experiment);          ///< "10%", "shadow 10%"
std::optional<unsigned> shareOfRollout(std::string_view rollout);  ///< nothing: a word, or nothing
bool isShadow(std::string_view rollout);

/// What compares the results of a shadow, as its tag's `compare` has it; empty = operator==.
std::string comparatorOf(const Tag& tag);

/// Whether the tag says `side_effects: none`.
bool statesNoEffects(const Tag& tag);

/// The value of a key of the tag; null when it has none.
const std::string* extraOf(const Tag& tag, std::string_view key);

}  // namespace assay::model
