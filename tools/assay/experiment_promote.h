// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The end of an experiment that went well: the patch after which all calls go to the new function.
#pragma once

#include <filesystem>
#include <string>

#include "config/settings.h"
#include "experiment/choose_experiment.h"
#include "model/manifest.h"
#include "support/expected.h"

namespace assay::tool {

/// A unified diff, for `git apply` in the manifest's folder (`root`), that takes out of the new function's
/// tag what makes it an experiment; the rest of the tag stays. Fails (Input) when the manifest does not know
/// the experiment, when its file cannot be read or has changed since the scan, and when the tag cannot be
/// changed without changing what else it says.
Expected<std::string> promotionOf(const experiment::KnownExperiment& known, const model::Manifest& manifest,
                                  const std::filesystem::path& root, const config::Settings& settings);

}  // namespace assay::tool
