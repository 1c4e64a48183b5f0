// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/days.h"

#include <fmt/format.h>

#include "support/strings.h"

namespace assay::policy {
namespace {

constexpr std::size_t kDateLength = 10;

std::optional<unsigned> digitsAt(std::string_view text, std::size_t begin, std::size_t length) {
  unsigned value = 0;
  for (const char c : text.substr(begin, length)) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> dayOf(std::string_view iso) {
  if (iso.size() < kDateLength || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (iso.size() > kDateLength && iso[kDateLength] != 'T' && iso[kDateLength] != ' ') return std::nullopt;
  const auto year = digitsAt(iso, 0, 4);
  const auto month = digitsAt(iso, 5, 2);
  const auto day = digitsAt(iso, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day));
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::string textOf(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

long ageOf(Day day, Day today) {
  return static_cast<long>((today - day).count());
}

}  // namespace assay::policy
