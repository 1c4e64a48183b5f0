// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function's tag says of its experiment: which share of the calls stays in it.
#pragma once

#include <string>

#include "model/annotated_function.h"

namespace assay::model {

enum class ExperimentKind {
  None,     ///< neither `rollout` nor `experiment`
  Rollout,  ///< rollout: 10%
  Split,    ///< experiment: split, or split 25%: half when it says no share
  Shadow,   ///< not there yet
  Unknown,  ///< a word that means nothing, or a share that is none
};

struct ExperimentTag {
  ExperimentKind kind = ExperimentKind::None;
  unsigned share = 0;      ///< basis points; 0 where it could not be read
  std::string wrong = {};  ///< of Unknown: "rollout: ten"
};

/// `experiment` decides the kind; `rollout` may give a split its share.
ExperimentTag experimentOf(const Tag& tag);

/// The value of a key of the tag; null when it has none.
const std::string* extraOf(const Tag& tag, std::string_view key);

}  // namespace assay::model
