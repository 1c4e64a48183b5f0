// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One writer per format; formats.cpp has their names.
#pragma once

#include <string>
#include <string_view>

#include "emit/check/check.h"

namespace assay::emit::check {

std::string writeTextCheck(const Result& result, const Look& look);
std::string writeSarif(const Result& result, const Look& look);
std::string writeJunit(const Result& result, const Look& look);
std::string writeJsonCheck(const Result& result, const Look& look);
std::string writeGithub(const Result& result, const Look& look);

/// More results in one run are refused by GitHub.
inline constexpr std::size_t kMostSarifResults = 25'000;

/// A path as a URI: relative, or `file://…` for an absolute one. Everything but letters, digits, `-._~/` is
/// escaped.
std::string uriOf(std::string_view path);

/// Text for an element or an attribute in quotes: markup is escaped, what XML 1.0 does not have is made
/// visible.
std::string xmlText(std::string_view text);

}  // namespace assay::emit::check
