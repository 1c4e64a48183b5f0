// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The control file as plain data: how large a share of each experiment's calls goes to the new function, and
// what happened to it. vocabulary/control_layout.h has its bytes; guarded processes read it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/expected.h"
#include "vocabulary/control_layout.h"

namespace assay::experiment {

using vocabulary::ControlState;
using vocabulary::StopReason;

struct ControlledExperiment {
  std::uint64_t id = 0;   ///< of the new function
  std::string name = {};  ///< of the new function, cut to what the file has room for
  unsigned share = 0;     ///< basis points, 0 to 10000
  ControlState state = ControlState::Running;
  std::uint64_t salt = 0;   ///< 0 = made of the id
  unsigned errorLimit = 0;  ///< errors in a row; 0 = as the tag says, vocabulary::kNoErrorLimit = none
  unsigned stoppedBy = 0;   ///< process that stopped it; 0 = none
  StopReason stoppedFor = StopReason::Errors;
  std::uint64_t revision = 0;  ///< nanoseconds since 1970 of the latest decision; 0 = none yet

  /// Each decision has a revision of its own, whatever the clock does.
  void decide(std::uint64_t nanoseconds) { revision = std::max(nanoseconds, revision + 1); }
  /// Seconds since 1970.
  [[nodiscard]] std::int64_t decidedAt() const { return static_cast<std::int64_t>(revision / 1'000'000'000); }

  bool operator==(const ControlledExperiment&) const = default;
};

using Experiments = std::vector<ControlledExperiment>;  ///< in order of id

/// $ASSAY_CONTROL, else experiments.control in $ASSAY_DIR or /dev/shm/assay-<uid>: where this user's guarded
/// processes look for it.
std::filesystem::path defaultControlFile();

/// No file is no experiment. Fails (Input) for one that is damaged, of a newer version, or somebody else's.
Expected<Experiments> readControlFile(const std::filesystem::path& path);

/// Reads, lets `change` change, writes: as a whole, so that a reader sees the state before or the one after.
/// Others that change the file wait meanwhile. Fails as readControlFile(), as `change` does, or (Output); the
/// file is as it was then. `afterwards` is called when the file was written and others still wait: what
/// belongs to the new state; the file stays when it fails.
Expected<void> changeControlFile(
    const std::filesystem::path& path, const std::function<Expected<void>(Experiments&)>& change,
    const std::function<Expected<void>()>& afterwards = [] { return Expected<void>(); });

/// The entry with that id; a new one when there is none.
ControlledExperiment& experimentWith(std::uint64_t id, Experiments& experiments);

}  // namespace assay::experiment
