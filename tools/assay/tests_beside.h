// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where `assay alerts` writes the unit tests of its rules.
#pragma once

#include <filesystem>

#include "config/settings.h"

namespace assay::tool {

/// rules.yaml -> rules_test.yaml; empty where no tests are written: of rules that are printed, go to a device
/// or a pipe, are of another format than Prometheus', or have their times divided.
std::filesystem::path testsBeside(const config::Settings& settings);

}  // namespace assay::tool
