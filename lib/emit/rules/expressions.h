// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pieces of PromQL that several rules are made of. All names come from lib/vocabulary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "emit/rules/options.h"

namespace assay::emit::rules {

/// By what functions, and types of a function's input, are told apart.
const std::string& byFunction();
const std::string& byType();

/// The recorded series of a stem of vocabulary/recorded.h.
std::string pieceOf(std::string_view stem);
std::string recentOf(std::string_view stem);
std::string beforeOf(std::string_view stem);

/// 3: a ratio that was no higher than this bound in truth would be seen to be as high once in 740 times, and
/// there are many functions.
inline constexpr int kDeviations = 3;

/// "1.5", "30": the shortest that reads back the same.
std::string numberText(double value);

/// `sum by (…) (rate(metric[window]))`, or of `increase`.
struct SumOver {
  std::string_view function;  ///< "rate", "increase"
  std::string_view by;
  Windows::Milliseconds window;
};
std::string sumOf(const SumOver& over, std::string_view metric);

/// What calls less chance: Wilson's lower bound of the ratio `p` of `n` calls.
std::string wilsonLowerBound(std::string_view p, std::string_view n);

/// At least so many a day: of a series that is per second.
std::string atLeastADay(std::string_view perSecond, double count, const Windows& windows);

/// The expression with what the manifest says of the function as labels. `offset` is appended to the facts'
/// name.
std::string withFacts(std::string_view expression, std::string_view offset = {});

/// A matcher for the functions with these ids: `id=~"0x…|0x…"`.
std::string oneOf(const std::vector<std::uint64_t>& ids);

/// A function's series with names: `series` with the alert's job and id filled in by a template's printf.
std::string ofFunction(std::string_view series);

/// In a template: `text`, once for each result of asking for `series` of the alert's function.
std::string forEach(std::string_view series, std::string_view text);

}  // namespace assay::emit::rules
