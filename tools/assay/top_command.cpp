// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay top`: what the guards of this machine's processes have counted, live on a terminal, once elsewhere.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "assay/command.h"
#include "assay/terminal.h"
#include "assay/top_frame.h"
#include "assay/top_json.h"
#include "assay/top_live.h"
#include "telemetry/quantity_text.h"
#include "telemetry/row_filter.h"
#include "telemetry/table_text.h"

namespace assay::tool {
namespace {

using telemetry::TableStyle;

// A pipe or a file has room for whole lines; only a terminal (or $COLUMNS) makes columns go.
TableStyle styleOf(const TopSource& source) {
  TableStyle style{.sortedBy = source.sortedBy, .reversed = source.reversed};
  if (isTerminal(STDOUT_FILENO) || std::getenv("COLUMNS") != nullptr)
    style.columns = terminalColumns(STDOUT_FILENO);
  style.colour = wantsColour(STDOUT_FILENO);
  return style;
}

void print(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) std::cout << line << '\n';
}

Expected<void> showOnce(const TopSource& source, Diagnostics& diagnostics, bool json) {
  ASSAY_TRY(TopFrame frame, readFrame(source, diagnostics));
  const std::size_t all = frame.table.rows.size();
  const auto summary = telemetry::summaryLines(frame.table, styleOf(source));
  frame.table = shownTable(source, frame.table);
  if (json) {
    std::cout << topJson(source, frame);
  } else if (frame.collection.processes.empty()) {
    print(nothingRecorded(source.folder));
  } else {
    print(summary);
    if (!source.filter.empty()) print({telemetry::keptText(frame.table.rows.size(), all, source.filter)});
    std::cout << '\n';
    print(telemetry::tableLines(frame.table, styleOf(source)));
  }
  return {};
}

// What cannot be read is not deleted either, and said.
Expected<void> forget(const TopSource& source, Diagnostics& diagnostics) {
  ASSAY_TRY(const auto collection, telemetry::collect(source.folder, diagnostics));
  const telemetry::Forgotten forgotten = telemetry::forgetEnded(collection, diagnostics);
  std::cout << fmt::format("Forgot {} ended {} with {} calls.\n", telemetry::countText(forgotten.processes),
                           forgotten.processes == 1 ? "process" : "processes",
                           telemetry::countText(forgotten.calls));
  return {};
}

}  // namespace

const VerbHelp kTopHelp = {"top", "", "",
                           "  assay top                        watch the guarded functions of this machine\n"
                           "  assay top --once --sort p99      print the table, slowest first\n"
                           "  assay top --json | jq '.functions[] | {name, model, calls}'\n"};

Expected<ExitCode> topCommand(Invocation& invocation) {
  ASSAY_TRY(TopSource source, topSource(invocation));
  const config::Settings& settings = invocation.settings;
  Diagnostics& diagnostics = invocation.diagnostics;
  if (settings.flag("forget-ended")) {
    ASSAY_TRY_VOID(forget(source, diagnostics));
  } else if (settings.flag("json") || settings.flag("once") || !isTerminal(STDOUT_FILENO)) {
    ASSAY_TRY_VOID(showOnce(source, diagnostics, settings.flag("json")));
  } else {
    ASSAY_TRY_VOID(runLive(std::move(source), diagnostics));
  }
  return diagnostics.hasErrors() ? ExitCode::Incomplete : ExitCode::Done;
}

}  // namespace assay::tool
