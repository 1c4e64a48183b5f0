// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The writers behind the rows of formats.cpp, and what their lists have in common.
#pragma once

#include <cstddef>
#include <string>

#include "emit/report/report.h"

namespace assay::emit::report {

/// Lists for readers are cut after this many entries; JSON has all of them.
inline constexpr std::size_t kLongestList = 20;

std::string writeTextReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeMarkdownReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeJsonReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeHtmlReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeCsvReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeCyclonedxReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeSpdxReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeSarifReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeJunitReport(const model::Manifest& manifest, const Presentation& presentation);
std::string writeAgentTraceReport(const model::Manifest& manifest, const Presentation& presentation);

}  // namespace assay::emit::report
