// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/sample.h"

#include <algorithm>

#include "model/share.h"
#include "support/strings.h"

namespace assay::model {
namespace {

constexpr std::string_view kEach = "all";
constexpr std::size_t kMostDigits = 4;  // of kRarestSample

std::optional<unsigned> inRange(unsigned calls) {
  return calls >= 1 && calls <= kRarestSample ? std::optional(calls) : std::nullopt;
}

std::optional<unsigned> callsOf(std::string_view digits) {
  digits = trim(digits);
  if (digits.empty() || digits.size() > kMostDigits || !std::ranges::all_of(digits, isDigit))
    return std::nullopt;
  unsigned calls = 0;
  for (const char c : digits) calls = calls * 10 + static_cast<unsigned>(c - '0');
  return inRange(calls);
}

// "/256" and the like, behind the one.
std::optional<unsigned> behindOne(std::string_view rest) {
  rest = trim(rest);
  for (const std::string_view sign : {"/", ":", "in "})
    if (rest.starts_with(sign)) return callsOf(rest.substr(sign.size()));
  return std::nullopt;
}

}  // namespace

std::optional<unsigned> sampleOf(std::string_view text) {
  text = trim(text);
  if (equalsIgnoringCase(text, kEach)) return 1;
  if (const auto share = shareOf(text))
    return *share == 0 ? std::nullopt : inRange((kWholeShare + *share / 2) / *share);
  return text.starts_with('1') ? behindOne(text.substr(1)) : std::nullopt;
}

unsigned sampleOf(const Tag& tag) {
  for (const auto& [key, text] : tag.extra)
    if (key == "sample") return sampleOf(std::string_view(text)).value_or(0);
  return 0;
}

}  // namespace assay::model
