// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/read_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "config/nearest.h"
#include "support/strings.h"

namespace assay::policy {
namespace {

using config::PolicyKey;
using config::PolicyRule;

constexpr std::string_view kSeverity = "severity";
constexpr std::string_view kPaths = "paths";
constexpr std::string_view kExcept = "except";
constexpr std::string_view kOff = "off";
constexpr unsigned kMostDays = 36'500;
// A parameter that there is something to say without.
constexpr std::string_view kOptional = "coverage";

std::unexpected<Error> wrong(const Location& where, std::string message, std::string hint) {
  return std::unexpected(Error{ErrorCode::Usage, std::move(message), where, std::move(hint)});
}

std::string didYouMean(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string_view nearest = config::nearestOf(word, known);
  if (!nearest.empty()) return fmt::format("did you mean `{}`?", nearest);
  std::vector<std::string> words(known.begin(), known.end());
  return "known are: " + join(words, ", ");
}

Expected<const PolicyRow*> rowNamed(const PolicyRule& written) {
  std::vector<std::string_view> known;
  for (const PolicyRow& row : policyRows()) {
    if (row.id == written.policy) return &row;
    known.push_back(row.id);
  }
  return wrong(written.where, fmt::format("there is no policy `{}`", written.policy),
               didYouMean(written.policy, known));
}

template <class Number>
std::optional<Number> numberIn(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// Fills one rule from its keys.
class RuleReader {
 public:
  RuleReader(const PolicyRow& row, const PolicyRule& written)
      : row_(row), written_(written), rule_{.policy = row.policy, .severity = row.severity} {}

  Expected<Rule> read() {
    for (const PolicyKey& key : written_.keys) ASSAY_TRY_VOID(readKey(key));
    const bool has = std::ranges::find(written_.keys, row_.parameter, &PolicyKey::key) != written_.keys.end();
    if (rule_.severity && !has && !row_.parameter.empty() && row_.parameter != kOptional)
      return wrong(written_.where, fmt::format("`{}` needs `{}`", row_.id, row_.parameter),
                   fmt::format("for example `{}: {{{}}}`", row_.id, exampleOf(row_.parameter)));
    return std::move(rule_);
  }

 private:
  static std::string_view exampleOf(std::string_view parameter) {
    if (parameter == "models") return "models: [anthropic/*, gpt-5*]";
    return parameter == "days" ? "days: 180" : "most: 30";
  }

  Expected<void> readKey(const PolicyKey& key) {
    if (key.key == kSeverity) return readSeverity(key);
    if (key.key == kPaths) return readPatterns(key, rule_.paths);
    if (key.key == kExcept) return readPatterns(key, rule_.except);
    if (key.key != row_.parameter || row_.parameter.empty()) return unknownKey(key);
    if (key.key == "models") return readModels(key);
    if (key.key == "days") return readDays(key);
    return key.key == "most" ? readShare(key) : readCoverage(key);
  }

  [[nodiscard]] std::unexpected<Error> unknownKey(const PolicyKey& key) const {
    std::vector<std::string_view> known = {kSeverity, kPaths, kExcept};
    if (!row_.parameter.empty()) known.push_back(row_.parameter);
    return wrong(key.where, fmt::format("`{}` is no key of `{}`", key.key, row_.id),
                 didYouMean(key.key, known));
  }

  [[nodiscard]] std::unexpected<Error> wrongValue(const PolicyKey& key, std::string_view wanted) const {
    return wrong(
        key.valueWhere,
        fmt::format("`{}` of `{}` takes {}, not `{}`", key.key, row_.id, wanted, join(key.values, ", ")),
        "docs/reference/check.md has the policies");
  }

  // The one value; empty for a list of several.
  static std::string_view valueOf(const PolicyKey& key) {
    return key.values.size() == 1 ? std::string_view(key.values.front()) : std::string_view();
  }

  Expected<void> readSeverity(const PolicyKey& key) {
    const std::string_view word = valueOf(key);
    rule_.severity = severityOf(word);
    if (!rule_.severity && word != kOff) return wrongValue(key, "error, warning, note or off");
    return {};
  }

  // A pattern that is none (a comment of .gitignore) would leave a scope as wide as it was.
  Expected<void> readPatterns(const PolicyKey& key, source::PathRules& rules) {
    if (key.values.empty()) return wrongValue(key, "patterns of files as in .gitignore");
    for (const std::string& pattern : key.values) {
      source::PathRules one;
      one.addLine(pattern);
      if (one.empty()) return wrongValue(key, "patterns of files as in .gitignore");
      rules.addLine(pattern);
    }
    return {};
  }

  Expected<void> readModels(const PolicyKey& key) {
    for (const std::string& pattern : key.values) rule_.models.push_back(lower(trim(pattern)));
    if (key.values.empty() || std::ranges::count(rule_.models, std::string()) > 0)
      return wrongValue(key, "names of models, with `*`");
    return {};
  }

  Expected<void> readDays(const PolicyKey& key) {
    const auto days = numberIn<unsigned>(valueOf(key));
    if (!days || *days > kMostDays) return wrongValue(key, "a whole number of days");
    rule_.days = *days;
    return {};
  }

  Expected<void> readShare(const PolicyKey& key) {
    std::string_view text = valueOf(key);
    if (text.ends_with('%')) text = trimRight(text.substr(0, text.size() - 1));
    const auto share = numberIn<double>(text);
    if (!share || !(*share >= 0) || *share > 100) return wrongValue(key, "a number from 0 to 100");
    rule_.most = *share;
    return {};
  }

  Expected<void> readCoverage(const PolicyKey& key) {
    rule_.wantsFull = valueOf(key) == "full";
    if (!rule_.wantsFull && valueOf(key) != "partial") return wrongValue(key, "full or partial");
    return {};
  }

  const PolicyRow& row_;
  const PolicyRule& written_;
  Rule rule_;
};

}  // namespace

std::optional<Severity> severityOf(std::string_view word) {
  if (word == "error") return Severity::Error;
  if (word == "warning") return Severity::Warning;
  return word == "note" ? std::optional(Severity::Note) : std::nullopt;
}

Expected<RuleSet> readRules(const std::vector<PolicyRule>& written) {
  RuleSet rules = RuleSet::byDefault();
  for (const PolicyRule& rule : written) {
    ASSAY_TRY(const PolicyRow* row, rowNamed(rule));
    ASSAY_TRY(Rule read, RuleReader(*row, rule).read());
    rules.add(std::move(read));
  }
  return rules;
}

}  // namespace assay::policy
