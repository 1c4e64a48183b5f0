// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "emit/rules/alert_table.h"
#include "support/strings.h"

namespace assay::emit::rules {
namespace {

constexpr std::string_view kAll = "all";

std::string knownKinds() {
  std::vector<std::string> words = {std::string(kAll)};
  for (const AlertRow& row : kAlerts) words.emplace_back(row.word);
  return join(words, ", ");
}

bool isSeverity(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return isWordByte(c) || c == '-'; });
}

struct Severity {
  std::string_view kind;
  std::string word;
};

Expected<Severity> readSeverity(std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::string_view kind = text.substr(0, equals);
  if (equals == std::string_view::npos || !isSeverity(text.substr(equals + 1)))
    return fail(ErrorCode::Usage, fmt::format("--severity takes ALERT=WORD, not `{}`", text),
                "for example --severity silence=info, or =off to leave the alert out");
  if (kind != kAll && std::ranges::find(kAlerts, kind, &AlertRow::word) == std::end(kAlerts))
    return fail(ErrorCode::Usage, fmt::format("there is no alert `{}`", kind),
                fmt::format("the alerts are: {}", knownKinds()));
  return Severity{kind, std::string(text.substr(equals + 1))};
}

}  // namespace

bool isFactor(double value) {
  return value >= 1.1 && value <= 10;
}

std::optional<double> positiveNumber(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (error != std::errc() || stopped != end || !(value > 0) || value > 1e12) return std::nullopt;
  return value;
}

Expected<std::string> readPageUrl(std::string_view text) {
  const std::string_view rest = text.substr(std::min(text.size(), text.find("://") + 3));
  const bool known = text.starts_with("http://") || text.starts_with("https://");
  const auto isUrlByte = [](char c) {
    return c > ' ' && c < 0x7f && !std::string_view("\"\\<>{}|^`").contains(c);
  };
  if (!known || rest.empty() || rest.starts_with('/') || !std::ranges::all_of(text, isUrlByte))
    return fail(ErrorCode::Usage, fmt::format("--page-url takes an address, not `{}`", text),
                "where `assay serve` is seen by those who are told, for example http://host:9465");
  while (text.ends_with('/')) text.remove_suffix(1);
  return std::string(text);
}

Expected<std::map<Kind, std::string>> readSeverities(const std::vector<std::string>& words) {
  std::map<Kind, std::string> general, particular;
  for (const std::string& word : words) {
    ASSAY_TRY(const Severity severity, readSeverity(word));
    for (const AlertRow& row : kAlerts) {
      if (severity.kind == kAll) general[row.kind] = severity.word;
      if (severity.kind == row.word) particular[row.kind] = severity.word;
    }
  }
  particular.merge(general);
  return particular;
}

std::string durationText(std::chrono::milliseconds duration) {
  const auto count = duration.count();
  for (const auto& [unit, length] :
       {std::pair("d", 86'400'000), {"h", 3'600'000}, {"m", 60'000}, {"s", 1000}})
    if (count >= length && count % length == 0) return fmt::format("{}{}", count / length, unit);
  return fmt::format("{}ms", count);
}

}  // namespace assay::emit::rules
