// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/breaker.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "support/strings.h"

namespace assay::model {
namespace {

struct TimeUnit {
  std::string_view word;
  std::uint64_t nanoseconds;
};
// "s" last: the others end in it as well.
constexpr TimeUnit kTimeUnits[] = {{"ns", 1}, {"us", 1'000}, {"ms", 1'000'000}, {"s", 1'000'000'000}};

template <typename T>
std::optional<T> wholeWord(std::string_view word) {
  T value = 0;
  const char* const end = word.data() + word.size();
  const auto [stopped, error] = std::from_chars(word.data(), end, value);
  return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

std::optional<std::uint64_t> breakerTime(std::string_view word) {
  const auto* const unit =
      std::ranges::find_if(kTimeUnits, [&](const TimeUnit& one) { return word.ends_with(one.word); });
  if (unit == std::end(kTimeUnits)) return std::nullopt;
  const auto number = wholeWord<double>(word.substr(0, word.size() - unit->word.size()));
  if (!number || !(*number > 0)) return std::nullopt;
  const double time = *number * static_cast<double>(unit->nanoseconds);
  if (time < 1 || time > static_cast<double>(kLongestBreakerTime)) return std::nullopt;
  return static_cast<std::uint64_t>(time);
}

std::vector<std::string> breakerWords(std::string_view text) {
  const std::string spaced = replaceAll(lower(trim(text)), ",", " ");
  std::vector<std::string> words;
  for (const std::string_view part : split(spaced, ' '))
    if (!part.empty()) words.emplace_back(part);
  return words;
}

}  // namespace

std::optional<Breaker> breakerOf(std::string_view text) {
  const std::vector<std::string> words = breakerWords(text);
  if (words.size() == 1 && words.front() == "off") return Breaker{.errors = 0};
  Breaker breaker;
  bool saysErrors = false;
  for (const std::string& word : words) {
    const auto time = breakerTime(word);
    const auto errors = wholeWord<unsigned>(word);
    const bool fits = time ? breaker.nanoseconds == 0
                           : errors && *errors != 0 && *errors <= kMostBreakerErrors && !saysErrors;
    if (!fits) return std::nullopt;
    if (time) breaker.nanoseconds = *time;
    if (errors) breaker.errors = *errors, saysErrors = true;
  }
  return words.empty() ? std::nullopt : std::optional(breaker);
}

}  // namespace assay::model
