// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `assay top` shows at one moment: the segments of a folder joined with the manifest's models by id.
// Shared by the table, the JSON and the live view.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "assay/command.h"
#include "telemetry/function_table.h"
#include "telemetry/segments.h"

namespace assay::tool {

/// Where the numbers come from and how they are ordered.
struct TopSource {
  std::filesystem::path folder;
  std::map<std::uint64_t, std::string> models;  ///< by id; empty without a manifest
  telemetry::SortKey sortedBy = telemetry::SortKey::Calls;
  bool reversed = false;
  std::string filter = {};  ///< of functions that are shown: a part of the name or model; empty = all
};

struct TopFrame {
  telemetry::Collection collection;
  telemetry::FunctionTable table;
};

/// Folder, sort key, filter and manifest of the invocation. A manifest that was asked for must be readable;
/// one that is merely found and damaged is a diagnostic, and the models are `unknown`.
Expected<TopSource> topSource(Invocation& invocation);

/// The table as it is asked for: without what the filter leaves out, sorted.
telemetry::FunctionTable shownTable(const TopSource& source, const telemetry::FunctionTable& table);

/// Reads the segments; those that cannot be read are diagnostics.
Expected<TopFrame> readFrame(const TopSource& source, Diagnostics& diagnostics);

/// What to say when nothing has been recorded: where it looked, and what to do. Lines.
std::vector<std::string> nothingRecorded(const std::filesystem::path& folder);

}  // namespace assay::tool
