// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>

#include "emit/report/report.h"
#include "emit/report/writers.h"

namespace assay::emit::report {
namespace {

constexpr Format kFormats[] = {
    {"text", "for the terminal", writeTextReport},
    {"markdown", "for a merge request or a wiki", writeMarkdownReport},
    {"json", "everything, for programs", writeJsonReport, true},
    {"csv", "a row for each entry, for spreadsheets", writeCsvReport, true},
    {"html", "one page for a browser", writeHtmlReport, true},
    {"cyclonedx", "a bill of materials, CycloneDX 1.6", writeCyclonedxReport, true},
    {"spdx", "a bill of materials, SPDX 3.0.1", writeSpdxReport, true},
    {"sarif", "notes for code scanning, SARIF 2.1.0", writeSarifReport, true},
    {"junit", "cases for CI systems that show tests", writeJunitReport, true},
    {"agent-trace", "records of who wrote which lines, Agent Trace 0.1.0", writeAgentTraceReport, true, true},
};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* findFormat(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace assay::emit::report
