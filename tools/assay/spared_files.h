// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What no output may replace: what the same run reads, and sources. The same for every verb that writes files
// that it is told the names of; files that a verb changes because that is its job are no outputs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "support/expected.h"

namespace assay::tool {

/// The files that a run is told to write, and those that it reads; whether they are there or not.
struct NamedFiles {
  std::vector<std::string> written;
  std::vector<std::string> read;
};

/// What the options of a verb name. `arguments` are those without a flag, which `merge` reads; `manifest` is
/// the one that is read where no option names it.
NamedFiles namedFiles(std::string_view verb, const config::Settings& settings,
                      const std::vector<std::string>& arguments,
                      const std::optional<std::filesystem::path>& manifest);

/// Fails (Usage) where a file that is written is there and is one of those that are read, by whatever name,
/// is a C or C++ source or header, or a configuration of assay's.
Expected<void> refuseToReplace(const NamedFiles& files);

}  // namespace assay::tool
