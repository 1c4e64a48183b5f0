// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/document_identity.h"

#include <algorithm>
#include <chrono>

#include "support/hash.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

constexpr std::string_view kDayForm = "0000-00-00";

bool beginsWithDay(std::string_view date) {
  if (date.size() < kDayForm.size()) return false;
  for (std::size_t i = 0; i < kDayForm.size(); ++i)
    if (kDayForm[i] == '0' ? !isDigit(date[i]) : date[i] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t length) {
    unsigned value = 0;
    for (const char digit : date.substr(at, length)) value = value * 10 + static_cast<unsigned>(digit - '0');
    return value;
  };
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(number(0, 4))),
                                     std::chrono::month(number(5, 2)), std::chrono::day(number(8, 2)))
      .ok();
}

}  // namespace

std::string uuidOf(std::string_view content) {
  std::string digits = contentHash(content);
  digits[12] = '8';                             // version
  digits[16] = "89ab"[(digits[16] - '0') & 3];  // variant; letters have low bits, too
  for (const std::size_t at : {20, 16, 12, 8}) digits.insert(at, 1, '-');
  return digits;
}

std::string timeOf(const model::Manifest& manifest, const Origin& origin) {
  if (!origin.time.empty()) return origin.time;
  std::string latest = "1970-01-01";
  for (const model::AnnotatedFunction& entry : manifest.functions)
    if (beginsWithDay(entry.tag.date)) latest = std::max(latest, entry.tag.date.substr(0, kDayForm.size()));
  return latest + "T00:00:00Z";
}

}  // namespace assay::emit::report
