// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rare side of a decision: the first call of an experiment, the look at the control file now and then,
// and the end of an experiment after too many errors in a row.
#pragma once

#include <cstdint>

#include "assay/detail/rollout.h"
#include "runtime/src/hot/choice.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {

/// Makes the experiment known when it is not, looks at the control file when it is time to, and says after
/// how many decisions this thread has to ask again. Returns what is known then. Any thread; inside a signal
/// handler it may find that nothing can be done, then what is known counts, and nothing but the old function
/// is.
const Choice& lookAtExperiments(assay_v1_choice& choice, const char* name) noexcept;

/// A call of the shard's site has failed, and is counted: ends the site's experiment, if it has one, when as
/// many as its limit came in a row.
void noteErrorOfExperiment(const vocabulary::Shard& shard) noexcept;

/// In a child: its calls draw other numbers than its parent's.
void beginAnew() noexcept;

}  // namespace assay::runtime
