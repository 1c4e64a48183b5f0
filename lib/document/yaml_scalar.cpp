// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include "document/base64.h"
#include "document/characters.h"
#include "support/strings.h"

namespace assay::document {
namespace {

using namespace std::string_view_literals;

// Words that YAML 1.1 or 1.2 reads as something else than a string, in any case.
constexpr std::array kReservedWords = {"null"sv, "true"sv, "false"sv, "yes"sv, "no"sv, "on"sv,
                                       "off"sv,  "y"sv,    "n"sv,     "~"sv,   "="sv,  "<<"sv};

bool allOf(std::string_view text, std::string_view set) {
  return !text.empty() && text.find_first_not_of(set) == std::string_view::npos;
}

std::string_view withoutSign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

template <class Number>
std::optional<Number> parseNumber(std::string_view text, int base) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Value> resolveInteger(std::string_view text) {
  if (text.starts_with("0x") || text.starts_with("0o")) {
    const auto value = parseNumber<std::uint64_t>(text.substr(2), text[1] == 'x' ? 16 : 8);
    return value ? std::optional(Value(*value)) : std::nullopt;
  }
  if (!allOf(withoutSign(text), "0123456789")) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  if (const auto value = parseNumber<std::int64_t>(text, 10)) return Value(*value);
  if (const auto value = parseNumber<std::uint64_t>(text, 10)) return Value(*value);
  return std::nullopt;
}

std::optional<Value> resolveSpecialFloat(std::string_view text) {
  const std::string word = lower(withoutSign(text));
  if (word == ".inf")
    return Value(text.starts_with('-') ? -std::numeric_limits<double>::infinity()
                                       : std::numeric_limits<double>::infinity());
  if (text == ".nan" || text == ".NaN" || text == ".NAN") return Value(std::nan(""));
  return std::nullopt;
}

std::optional<Value> resolveFloat(std::string_view text) {
  const std::string_view digits = withoutSign(text);
  if (digits.empty() || !allOf(digits, "0123456789.eE+-") || !(isDigit(digits[0]) || digits[0] == '.'))
    return resolveSpecialFloat(text);
  if (digits[0] == '.' && (digits.size() < 2 || !isDigit(digits[1]))) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return Value(value);
}

// Numbers of either version, more widely than any of them: signs, underscores, bases, base 60, exponents.
bool looksLikeNumber(std::string_view text) {
  const std::string_view rest = withoutSign(text);
  if (rest.empty() || !(isDigit(rest[0]) || rest[0] == '.')) return false;
  if (allOf(rest, "0123456789_.:")) return true;
  if (rest[0] == '0' && rest.size() > 1 && allOf(rest.substr(1), "xXoObB0123456789abcdefABCDEF_")) {
    if (std::string_view("xXoObB").find(rest[1]) != std::string_view::npos) return true;
  }
  if (lower(rest) == ".inf" || lower(rest) == ".nan") return true;
  const std::size_t exponent = rest.find_first_of("eE");
  return exponent != std::string_view::npos && allOf(rest.substr(0, exponent), "0123456789_.") &&
         allOf(withoutSign(rest.substr(exponent + 1)), "0123456789_");
}

// YAML 1.1 has a timestamp type: 2001-12-14, 2001-12-14t21:59:43.10-05:00.
bool looksLikeTimestamp(std::string_view text) {
  return text.size() >= 8 && allOf(text.substr(0, 4), "0123456789") && text[4] == '-' && isDigit(text[5]) &&
         text.find('-', 5) != std::string_view::npos;
}

bool isReserved(std::string_view text) {
  constexpr std::size_t kLongestWord = 5;
  return (text.size() <= kLongestWord &&
          std::ranges::any_of(kReservedWords, [&](auto word) { return equalsIgnoringCase(word, text); })) ||
         looksLikeNumber(text) || looksLikeTimestamp(text);
}

bool mayBeginPlain(char c) {
  return isWordByte(c) || std::string_view("/.(<$\\+;^").find(c) != std::string_view::npos ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Readers differ about the rest of ASCII between brackets.
bool mayStandInFlow(char c) {
  return isWordByte(c) || std::string_view(" -./+").find(c) != std::string_view::npos ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool isPlainText(std::string_view text) {
  while (!text.empty()) {
    if (text.front() >= ' ' && text.front() <= '~') {  // nearly always
      text.remove_prefix(1);
      continue;
    }
    const Character c = firstCharacter(text);
    if (!c.valid || !isVisible(c.codePoint) || c.codePoint == '\n' || c.codePoint == '\t') return false;
    text.remove_prefix(c.bytes);
  }
  return true;
}

std::string escapeOf(char32_t codePoint) {
  const auto value = static_cast<std::uint32_t>(codePoint);
  switch (value) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\t': return "\\t";
    case '\r': return "\\r";
    default: break;
  }
  if (value <= 0xFF) return fmt::format("\\x{:02X}", value);
  return value <= 0xFFFF ? fmt::format("\\u{:04X}", value) : fmt::format("\\U{:08X}", value);
}

std::string numberText(double value) {
  if (std::isnan(value)) return ".nan";
  if (std::isinf(value)) return value < 0 ? "-.inf" : ".inf";
  std::string text = fmt::format("{}", value);
  if (text.find('.') != std::string::npos) return text;
  // YAML 1.1 knows a float by its point.
  const std::size_t exponent = text.find('e');
  return text.insert(exponent == std::string::npos ? text.size() : exponent, ".0");
}

}  // namespace

Value resolvePlain(std::string_view text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return {};
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  if (!isDigit(text[0]) && text[0] != '-' && text[0] != '+' && text[0] != '.') return text;
  if (auto value = resolveInteger(text)) return *std::move(value);
  if (auto value = resolveFloat(text)) return *std::move(value);
  return text;
}

bool isPlainString(std::string_view text, Layout layout) {
  if (text.empty() || !mayBeginPlain(text.front()) || text.ends_with(' ') || text.ends_with(':'))
    return false;
  if (text.starts_with("...") || text.find(": ") != std::string_view::npos ||
      text.find(" #") != std::string_view::npos)
    return false;
  if (layout == Layout::Flow && !std::ranges::all_of(text, mayStandInFlow)) return false;
  return isPlainText(text) && !isReserved(text);
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  result.reserve(text.size() + 2);
  while (!text.empty()) {
    const Character c = firstCharacter(text);
    const bool asIs =
        isVisible(c.codePoint) && c.codePoint != '"' && c.codePoint != '\\' && c.codePoint >= ' ';
    if (asIs)
      result += text.substr(0, c.bytes);
    else
      result += escapeOf(c.codePoint);
    text.remove_prefix(c.bytes);
  }
  return result + '"';
}

std::string stringText(std::string_view text, Layout layout) {
  if (isPlainString(text, layout)) return std::string(text);
  return isUtf8(text) ? quoted(text) : "!!binary \"" + encodeBase64(text) + '"';
}

std::string scalarText(const Value& scalar, Layout layout) {
  if (const std::string* text = scalar.asString()) return stringText(*text, layout);
  if (const auto value = scalar.asBool()) return *value ? "true" : "false";
  if (const auto value = scalar.asInteger()) return std::to_string(*value);
  if (const auto value = scalar.asUnsigned()) return std::to_string(*value);
  if (const auto value = scalar.asNumber()) return numberText(*value);
  return "null";
}

}  // namespace assay::document
