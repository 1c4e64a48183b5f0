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

void Settings::set(std::string_view key, std::vector<std::string> values) {
  values_.insert_or_assign(std::string(key), std::move(values));
}

bool Settings::has(std::string_view key) const {
  return values_.contains(key);
}

bool Settings::flag(std::string_view key) const {
  return text(key) == "true";
}

std::string Settings::text(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() || found->second.empty() ? std::string(fallbackOf(key))
                                                         : found->second.back();
}

std::vector<std::string> Settings::list(std::string_view key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

unsigned Settings::number(std::string_view key) const {
  const std::string digits = text(key);
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace assay::config
