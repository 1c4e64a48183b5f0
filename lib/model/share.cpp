// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/share.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::model {
namespace {

constexpr unsigned kPerPercent = 100;

bool areDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, isDigit);
}

unsigned valueOfDigits(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

}  // namespace

std::optional<unsigned> shareOf(std::string_view text) {
  text = trim(text);
  if (!text.ends_with('%')) return std::nullopt;
  text = trim(text.substr(0, text.size() - 1));
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = point == std::string_view::npos ? "0" : text.substr(point + 1);
  if (!areDigits(whole) || whole.size() > 3 || !areDigits(rest) || rest.size() > 2) return std::nullopt;
  const unsigned hundredths = valueOfDigits(rest) * (rest.size() == 1 ? 10 : 1);
  const unsigned share = valueOfDigits(whole) * kPerPercent + hundredths;
  return share <= kWholeShare ? std::optional(share) : std::nullopt;
}

std::string shareText(unsigned basisPoints) {
  std::string text = std::to_string(basisPoints / kPerPercent);
  const unsigned rest = basisPoints % kPerPercent;
  if (rest != 0) {
    text += '.';
    text += std::to_string(rest / 10);
    if (rest % 10 != 0) text += std::to_string(rest % 10);
  }
  return text + '%';
}

}  // namespace assay::model
