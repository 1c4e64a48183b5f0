// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A rollout by steps: shares that follow one another, each held for a time, kept in a file beside the control
// file, and what becomes of it when somebody looks. Who looks, and what says that the new function is worse,
// is not known here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "experiment/control_file.h"
#include "support/expected.h"

namespace assay::experiment {

struct RolloutSteps {
  std::uint64_t id = 0;               ///< of the new function
  std::vector<unsigned> shares = {};  ///< basis points, rising, each more than none; not empty
  std::int64_t hold = 0;              ///< seconds that each is held at least; more than none
  std::size_t step = 0;               ///< which of the shares counts now
  std::int64_t since = 0;             ///< seconds since 1970 when that one was set
  std::int64_t begun = 0;             ///< likewise, the first one: what was counted before says nothing

  [[nodiscard]] unsigned share() const { return shares[step]; }
  [[nodiscard]] bool isLast() const { return step + 1 == shares.size(); }
  bool operator==(const RolloutSteps&) const = default;
};

using Rollouts = std::vector<RolloutSteps>;  ///< in order of id

/// The control file's name and ".steps".
std::filesystem::path stepsFile(const std::filesystem::path& controlFile);

/// No file is no rollout. Fails (Input) for one that is damaged, of a newer version, or that others may have
/// written.
Expected<Rollouts> readSteps(const std::filesystem::path& path);

/// As a whole; none leaves no file. To be called when changeControlFile() has written the shares and still
/// holds others back: see asControlled(). Fails (Output); the file is as it was then.
Expected<void> writeSteps(const std::filesystem::path& path, Rollouts rollouts);

/// Those of `rollouts` without the one of that id; its place is for another.
Rollouts withoutRollout(Rollouts rollouts, std::uint64_t id);

/// The rollout as the control file has it: its share is written first, so that the next one may be set
/// already (at its latest revision) while these steps still say the one before.
RolloutSteps asControlled(RolloutSteps rollout, const ControlledExperiment& control);

enum class Move {
  Hold,      ///< not yet
  Raise,     ///< to the next share
  RollBack,  ///< the new function is worse
  Finish,    ///< the last share was held
  Leave      ///< somebody, or the program itself, has decided otherwise since
};

/// What is known of the new function while the step is held.
struct Seen {
  bool isWorse = false;
  double calls = 0;  ///< of its own, since the step was set
};

/// Fewer calls in a step say nothing about it, however long it is held.
inline constexpr double kFewestCallsOfStep = 500;

/// Worse is worse at any time; a step ends when it was held and has seen enough. `now`: seconds since 1970.
Move nextMove(const RolloutSteps& rollout, const ControlledExperiment& control, const Seen& seen,
              std::int64_t now);

}  // namespace assay::experiment
