// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/trailers.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::provenance {
namespace {

constexpr std::size_t kLongestToken = 60;

// "Assisted-by" of "Assisted-by: x"; empty when the line is no trailer. A token has no blank, so that prose
// with a colon is none; a URL ("https://x") has no blank behind its colon.
std::string_view tokenOf(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kLongestToken) return {};
  if (colon + 1 < line.size() && !isSpace(line[colon + 1])) return {};
  const std::string_view token = line.substr(0, colon);
  const bool wordly = std::ranges::all_of(token, [](char c) { return isWordByte(c) || c == '-'; });
  return wordly ? token : std::string_view();
}

std::string_view withoutBullet(std::string_view line) {
  return line.starts_with("* ") || line.starts_with("- ") ? line.substr(2) : line;
}

}  // namespace

std::vector<Trailer> readTrailers(std::string_view message) {
  std::vector<Trailer> trailers;
  bool continues = false;
  unsigned number = 0;
  for (const std::string_view line : split(message, '\n')) {
    ++number;
    const std::string_view text = trim(line);
    if (continues && !text.empty() && isSpace(line[0])) {
      std::string& value = trailers.back().value;
      value += value.empty() ? "" : " ";
      value += text;
      continue;
    }
    const std::string_view candidate = withoutBullet(line);
    const std::string_view token = tokenOf(candidate);
    continues = !token.empty();
    if (continues)
      trailers.push_back({lower(token), std::string(trim(candidate.substr(token.size() + 1))), number});
  }
  return trailers;
}

Identity readIdentity(std::string_view text) {
  const std::size_t open = text.rfind('<');
  const std::size_t close = text.rfind('>');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return {std::string(trim(text)), ""};
  std::string address = lower(trim(text.substr(open + 1, close - open - 1)));
  const std::size_t plus = address.find('+');
  if (plus != std::string::npos && address.ends_with("@users.noreply.github.com") &&
      std::all_of(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(plus), isDigit))
    address.erase(0, plus + 1);
  return {std::string(trim(text.substr(0, open))), std::move(address)};
}

Parenthesised readParentheses(std::string_view text) {
  text = trim(text);
  const std::size_t open = text.find('(');
  if (!text.ends_with(')') || open == std::string_view::npos) return {text, {}};
  return {trim(text.substr(0, open)), trim(text.substr(open + 1, text.size() - open - 2))};
}

}  // namespace assay::provenance
