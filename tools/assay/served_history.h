// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where `assay serve` keeps its history, and what it says there of functions.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "config/settings.h"
#include "export/function_metrics.h"
#include "history/reader.h"
#include "history/recorder.h"
#include "support/expected.h"

namespace assay::tool {

/// --history, else $XDG_STATE_HOME/assay/history.db or ~/.local/state/assay/history.db; nothing for `none`
/// and where there is no home.
std::optional<std::filesystem::path> historyFile(const config::Settings& settings);

/// To ask for what was recorded. Fails (Usage) when no file is chosen, and as history::Reader::open().
Expected<history::Reader> openHistory(const config::Settings& settings);

/// For a file that is chosen. Fails (Usage) on a malformed --history-keep.
Expected<history::RecorderOptions> recorderOptions(const config::Settings& settings,
                                                   std::filesystem::path file);

/// As the facts have it now, which must outlive it.
history::VersionOf versionsOf(const exporting::FactsById& facts);

}  // namespace assay::tool
