// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/dogstatsd_numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace assay::exporting {
namespace {

constexpr int kValueDigits = 6;
constexpr int kRateDigits = 7;      // that count, at least
constexpr int kMoreRateDigits = 4;  // than the weight has

std::string withoutTrailingZeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::uint64_t weightOf(const std::string& rate) {
  double read = 0;
  std::from_chars(rate.data(), rate.data() + rate.size(), read);
  return static_cast<std::uint64_t>(1 / read);
}

}  // namespace

std::string decimalText(double value) {
  if (value <= 0) return "0";
  const int digits = kValueDigits - 1 - static_cast<int>(std::floor(std::log10(value)));
  return withoutTrailingZeros(fmt::format("{:.{}f}", value, std::max(0, digits)));
}

// The rate is off by so little that 1/rate is by less than a thousandth. Doubles may want it lower than it is
// exactly: 1 / 1e-9 is less than 1e9.
std::string rateText(std::uint64_t weight) {
  const auto weightDigits = static_cast<int>(fmt::formatted_size("{}", weight));
  const int digits = weightDigits - 1 + std::max(kRateDigits, weightDigits + kMoreRateDigits);
  const long double rate = 1.0L / static_cast<long double>(weight);
  auto fraction =
      static_cast<std::uint64_t>(std::llround(rate * std::pow(10.0L, static_cast<long double>(digits))));
  std::string text;
  do {
    text = withoutTrailingZeros(fmt::format("0.{:0{}}", fraction--, digits));
  } while (weightOf(text) < weight);
  return text;
}

}  // namespace assay::exporting
