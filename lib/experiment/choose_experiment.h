// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The experiments that a manifest and a control file know together, and which of them somebody means. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/control_file.h"
#include "model/breaker.h"
#include "model/manifest.h"
#include "support/expected.h"

namespace assay::experiment {

/// One experiment, whoever knows it.
struct KnownExperiment {
  std::uint64_t id = 0;
  std::string name = {};      ///< of the new function
  std::string replaces = {};  ///< name of the old one; empty = no manifest says
  std::uint64_t oldId = 0;    ///< under which the old function's calls are counted; 0 = no manifest says
  std::uint64_t shadowId =
      0;  ///< under which comparisons are counted; 0 = it runs in no shadow, or no manifest says
  std::string file = {};  ///< of the new function; empty = no manifest says
  unsigned line = 0;
  unsigned tagShare = 0;                       ///< basis points
  std::optional<model::Breaker> breaker = {};  ///< of the tag
  bool inManifest = false;
  bool inControl = false;  ///< else the tag's share counts
  ControlledExperiment control = {};

  /// The share that guarded programs go by.
  [[nodiscard]] unsigned share() const;
  /// Errors in a row that end it; 0 = none do.
  [[nodiscard]] unsigned errorLimit() const;
};

/// Those of the manifest that have a dispatch, and those of the control file; in order of name and id.
std::vector<KnownExperiment> knownExperiments(const model::Manifest& manifest, const Experiments& controlled);

/// The one that `text` names: an id ("0x…"), the new function's qualified name or the end of it behind `::`,
/// or in the same way the old function's. Fails (Usage) when there is none, or several, which it lists.
Expected<const KnownExperiment*> chooseExperiment(std::string_view text,
                                                  const std::vector<KnownExperiment>& all);

}  // namespace assay::experiment
