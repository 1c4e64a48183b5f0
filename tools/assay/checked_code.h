// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `assay check` looks at: the manifest on disk, or what a scan finds now.
#pragma once

#include <filesystem>
#include <optional>

#include "assay/command.h"
#include "model/manifest.h"
#include "policy/question.h"

namespace assay::tool {

struct CheckedCode {
  model::Manifest manifest;
  std::filesystem::path root;  ///< absolute; the manifest's paths are relative to it
  std::optional<policy::Scanned> scanned = {};
  bool complete = true;  ///< false: the scan was not
};

/// With --scan, scans the manifest's tree (without a manifest: the working folder), with what .assay.yaml
/// says for `assay scan`; writes nothing. What there is to say of tags goes into the result, the rest into
/// the diagnostics.
Expected<CheckedCode> checkedCode(Invocation& invocation);

/// What .assay.yaml says for `assay scan`, with what it says for this verb alone and what this verb was
/// called with.
Expected<config::Settings> scanSettings(const config::Settings& ofCheck);

}  // namespace assay::tool
