// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/thresholds.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "emit/rules/options.h"
#include "support/strings.h"

namespace assay::emit::rules {
namespace {

constexpr const char* kGrammar =
    "known are `slower 2x`, `mean 50ms` (ns, us, ms or s), `errors 1%` and `objective 99.9%`";

constexpr std::pair<std::string_view, double> kComplexities[] = {
    {"1", 0}, {"logn", 0}, {"n", 1}, {"nlogn", 1}, {"n^2", 2}, {"n^2logn", 2}, {"n^3", 3}};

std::vector<std::string_view> wordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  const auto separates = [](char c) { return isSpace(c) || c == ','; };
  while (true) {
    const auto begin = std::ranges::find_if_not(text, separates);
    const auto end = std::ranges::find_if(begin, text.end(), separates);
    if (begin == end) return words;
    words.emplace_back(begin, end);
    text = std::string_view(end, text.end());
  }
}

// "50ms" with the ending "ms" -> 50
std::optional<double> numberBefore(std::string_view word, std::string_view ending) {
  if (!word.ends_with(ending)) return std::nullopt;
  return positiveNumber(word.substr(0, word.size() - ending.size()));
}

std::optional<double> factorOf(std::string_view word) {
  const auto factor = numberBefore(word, word.ends_with('x') ? "x" : "");
  return factor && isFactor(*factor) ? factor : std::nullopt;
}

std::optional<double> secondsOf(std::string_view word) {
  using namespace std::string_view_literals;
  // "s" last: the others end in it as well. Divided, which gives the number that the word's decimals mean.
  for (const auto& [unit, ofSecond] : {std::pair("ns"sv, 1e9), {"us"sv, 1e6}, {"ms"sv, 1e3}, {"s"sv, 1.0}})
    if (word.ends_with(unit)) {
      const auto number = numberBefore(word, unit);
      return number ? std::optional(*number / ofSecond) : std::nullopt;
    }
  return std::nullopt;
}

std::optional<double> ratioOf(std::string_view word) {
  const auto percent = numberBefore(word, "%");
  return percent && *percent < 100 ? std::optional(*percent / 100) : std::nullopt;
}

// Kept as it is said: the budget that it leaves would have other last digits.
std::optional<double> objectiveOf(std::string_view word) {
  const auto percent = numberBefore(word, "%");
  return percent && *percent >= 90 && *percent < 100 ? percent : std::nullopt;
}

bool readPair(std::string_view name, std::string_view value, Thresholds& thresholds) {
  if (name == "slower") return (thresholds.latencyFactor = factorOf(value)).has_value();
  if (name == "mean") return (thresholds.meanSeconds = secondsOf(value)).has_value();
  if (name == "objective") return (thresholds.objective = objectiveOf(value)).has_value();
  return name == "errors" && (thresholds.errorRatio = ratioOf(value)).has_value();
}

}  // namespace

Expected<Thresholds> readThresholds(std::string_view text) {
  Thresholds thresholds;
  const std::string inLowerCase = lower(text);
  const std::vector<std::string_view> words = wordsOf(inLowerCase);
  for (std::size_t i = 0; i < words.size(); i += 2) {
    if (words.size() == 1 && words[i] == "on") break;
    const std::string_view value = i + 1 < words.size() ? words[i + 1] : std::string_view();
    if (std::ranges::count(words, words[i]) > 1)
      return fail(ErrorCode::Usage, fmt::format("`{}` is asked for twice", words[i]), kGrammar);
    if (!readPair(words[i], value, thresholds))
      return fail(ErrorCode::Usage,
                  fmt::format("`{}{}{}` is no threshold", words[i], value.empty() ? "" : " ", value),
                  kGrammar);
  }
  return thresholds;
}

Expected<double> readComplexity(std::string_view text) {
  std::string words = lower(text);
  std::erase_if(words, isSpace);
  for (const auto& [from, to] : {std::pair("\u00b2", "^2"), {"\u00b3", "^3"}, {"**", "^"}, {"*", ""}})
    words = replaceAll(words, from, to);
  if (words.starts_with("o(") && words.ends_with(')')) {
    const std::string inside = words.substr(2, words.size() - 3);
    for (const auto& [known, exponent] : kComplexities)
      if (inside == known) return exponent;
  }
  return fail(ErrorCode::Usage, fmt::format("`{}` is no complexity that can be watched", text),
              "known are O(1), O(log n), O(n), O(n log n), O(n^2), O(n^2 log n) and O(n^3)");
}

Thresholds merged(const Thresholds& under, const Thresholds& over) {
  Thresholds result = under;
  if (over.latencyFactor) result.latencyFactor = over.latencyFactor;
  if (over.meanSeconds) result.meanSeconds = over.meanSeconds;
  if (over.objective) result.objective = over.objective;
  if (over.sizeExponent) result.sizeExponent = over.sizeExponent;
  if (over.errorRatio) result.errorRatio = over.errorRatio;
  return result;
}

}  // namespace assay::emit::rules
