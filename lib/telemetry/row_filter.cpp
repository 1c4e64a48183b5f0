// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/row_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "support/strings.h"

namespace assay::telemetry {
namespace {

bool contains(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  return !std::ranges::search(text, part, same).empty() || part.empty();
}

}  // namespace

bool hasText(const FunctionRow& row, std::string_view text) {
  return contains(row.name, text) || contains(row.model, text);
}

void keepRows(FunctionTable& table, std::string_view text) {
  std::erase_if(table.rows, [&](const FunctionRow& row) { return !hasText(row, text); });
}

std::string keptText(std::size_t kept, std::size_t all, std::string_view text) {
  return fmt::format("{} of {} functions {} '{}' in {} name or model", kept, all, kept == 1 ? "has" : "have",
                     visibleText(text), kept == 1 ? "its" : "their");
}

}  // namespace assay::telemetry
