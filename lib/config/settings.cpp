// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/settings.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace assay::config {
namespace {

std::string_view fallbackOf(std::string_view key) {
  const auto row = std::ranges::find(options(), key, &Option::key);
  return row == options().end() ? std::string_view() : row->fallback;
}

}  // namespace

void Settings::set(std::string_view key, std::vector<std::string> values, Origin origin) {
  entries_.insert_or_assign(std::string(key), Entry{std::move(values), origin});
}

bool Settings::has(std::string_view key) const {
  return entries_.contains(key);
}

std::optional<Origin> Settings::originOf(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? std::nullopt : std::optional(found->second.origin);
}

bool Settings::flag(std::string_view key) const {
  return text(key) == "true";
}

std::string Settings::text(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() || found->second.values.empty() ? std::string(fallbackOf(key))
                                                                 : found->second.values.back();
}

std::vector<std::string> Settings::list(std::string_view key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? std::vector<std::string>{} : found->second.values;
}

unsigned Settings::number(std::string_view key) const {
  const std::string digits = text(key);
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace assay::config
