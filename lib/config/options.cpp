// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>

#include "config/options_table.h"
#include "support/strings.h"

namespace assay::config {

static_assert(std::ranges::is_sorted(kOptions, {}, &Option::key), "rows are ordered by key");

bool belongsTo(const Option& row, std::string_view verb) {
  return std::ranges::count(split(row.verbs, ' '), verb) > 0;
}

bool isRepeated(const Option& row, std::string_view verb) {
  if (row.type == OptionType::List) return true;
  return !verb.empty() && std::ranges::count(split(row.repeatedBy, ' '), verb) > 0;
}

std::vector<std::string_view> wordsOf(const Option& row, std::string_view verb) {
  for (const std::string_view part : split(row.words, ';')) {
    const std::size_t colon = part.find(':');
    if (colon != std::string_view::npos && trim(part.substr(0, colon)) != verb) continue;
    std::vector<std::string_view> words;
    for (const std::string_view word :
         split(colon == std::string_view::npos ? part : part.substr(colon + 1), ' '))
      if (!word.empty()) words.push_back(word);
    return words;
  }
  return {};
}

std::span<const Option> options() {
  return kOptions;
}

std::vector<const Option*> optionsOf(std::string_view verb) {
  std::vector<const Option*> rows;
  for (const Option& row : kOptions)
    if (belongsTo(row, verb)) rows.push_back(&row);
  return rows;
}

}  // namespace assay::config
