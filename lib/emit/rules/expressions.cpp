// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/expressions.h"

#include <fmt/format.h>

#include "support/hash.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"
#include "vocabulary/recorded.h"

namespace assay::emit::rules {
namespace v = vocabulary;

const std::string& byFunction() {
  static const std::string kText = fmt::format("job, {}", v::kLabelId);
  return kText;
}

const std::string& byType() {
  static const std::string kText = fmt::format("{}, {}", byFunction(), v::kLabelType);
  return kText;
}

std::string pieceOf(std::string_view stem) {
  return fmt::format("{}{}", stem, v::kPiece);
}
std::string recentOf(std::string_view stem) {
  return fmt::format("{}{}", stem, v::kRecent);
}
std::string beforeOf(std::string_view stem) {
  return fmt::format("{}{}", stem, v::kBefore);
}

std::string numberText(double value) {
  return fmt::format("{}", value);
}

std::string sumOf(const SumOver& over, std::string_view metric) {
  return fmt::format("sum by ({}) ({}({}[{}]))", over.by, over.function, metric, durationText(over.window));
}

std::string wilsonLowerBound(std::string_view p, std::string_view n) {
  constexpr double kSquare = kDeviations * kDeviations;
  return fmt::format(
      "(\n"
      "  {p} + {half} / {n}\n"
      "  - {z} * sqrt({p} * (1 - {p}) / {n} + {quarter} / {n} ^ 2)\n"
      ")\n"
      "/ (1 + {square} / {n})",
      fmt::arg("p", p), fmt::arg("n", n), fmt::arg("z", kDeviations), fmt::arg("half", kSquare / 2),
      fmt::arg("quarter", kSquare / 4), fmt::arg("square", kSquare));
}

std::string atLeastADay(std::string_view perSecond, double count, const Windows& windows) {
  return fmt::format("{} * {} >= {}", perSecond,
                     numberText(static_cast<double>(windows.before().count()) / 1000), numberText(count));
}

// The line of a function changes with every edit above it. Were it a label, the alert would be another one
// each time; annotations ask for it.
std::string withFacts(std::string_view expression, std::string_view offset) {
  return fmt::format("(\n  {}\n)\n* on ({}) group_left ({}, {}, {}, {}, {}, {})\n  {}{}",
                     replaceAll(std::string(expression), "\n", "\n  "), byFunction(), v::kLabelFunction,
                     v::kLabelSource, v::kLabelVendor, v::kLabelDate, v::kLabelPromptHash, v::kLabelFile,
                     v::kFunctionFacts, offset);
}

std::string oneOf(const std::vector<std::uint64_t>& ids) {
  std::vector<std::string> words;
  words.reserve(ids.size());
  for (const std::uint64_t id : ids) words.push_back("0x" + hex64(id));
  return fmt::format("{}=~\"{}\"", v::kLabelId, join(words, "|"));
}

std::string ofFunction(std::string_view series) {
  return fmt::format("{}{{job=%q, {}=%q}}", series, v::kLabelId);
}

std::string forEach(std::string_view series, std::string_view text) {
  return fmt::format("{{{{ range query (printf \"{}\" $labels.job $labels.{}) }}}}{}{{{{ end }}}}", series,
                     v::kLabelId, text);
}

}  // namespace assay::emit::rules
