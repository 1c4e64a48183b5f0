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
#include "document/scalar_bytes.h"
#include "support/strings.h"

namespace assay::document {
namespace {

using namespace std::string_view_literals;

// Words that YAML 1.1 or 1.2 reads as something else than a string, in any case.
constexpr std::array kReservedWords = {"null"sv, "true"sv, "false"sv, "yes"sv, "no"sv, "on"sv,
                                       "off"sv,  "y"sv,    "n"sv,     "~"sv,   "="sv,  "<<"sv};

// Digits, and what may stand between them.
bool isDigitsOr(std::string_view others, std::string_view text) {
  const auto mayStand = [&](char c) { return isDigit(c) || others.find(c) != std::string_view::npos; };
  return !text.empty() && std::ranges::all_of(text, mayStand);
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
  if (!isDigitsOr("", withoutSign(text))) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  if (const auto value = parseNumber<std::int64_t>(text, 10)) return Value(*value);
  if (const auto value = parseNumber<std::uint64_t>(text, 10)) return Value(*value);
  return std::nullopt;
}

std::optional<Value> resolveSpecialFloat(std::string_view text) {
  if (equalsIgnoringCase(withoutSign(text), ".inf"))
    return Value(text.starts_with('-') ? -std::numeric_limits<double>::infinity()
                                       : std::numeric_limits<double>::infinity());
  if (text == ".nan" || text == ".NaN" || text == ".NAN") return Value(std::nan(""));
  return std::nullopt;
}

std::optional<Value> resolveFloat(std::string_view text) {
  const std::string_view digits = withoutSign(text);
  if (digits.empty() || !isDigitsOr(".eE+-", digits) || !(isDigit(digits[0]) || digits[0] == '.'))
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
  if (isDigitsOr("_.:", rest)) return true;
  if (rest[0] == '0' && rest.size() > 1 && isDigitsOr("xXoObBabcdefABCDEF_", rest.substr(1))) {
    if (std::string_view("xXoObB").find(rest[1]) != std::string_view::npos) return true;
  }
  if (equalsIgnoringCase(rest, ".inf") || equalsIgnoringCase(rest, ".nan")) return true;
  const std::size_t exponent = rest.find_first_of("eE");
  return exponent != std::string_view::npos && isDigitsOr("_.", rest.substr(0, exponent)) &&
         isDigitsOr("_", withoutSign(rest.substr(exponent + 1)));
}

// YAML 1.1 has a timestamp type: 2001-12-14, 2001-12-14t21:59:43.10-05:00.
bool looksLikeTimestamp(std::string_view text) {
  return text.size() >= 8 && isDigitsOr("", text.substr(0, 4)) && text[4] == '-' && isDigit(text[5]) &&
         text.find('-', 5) != std::string_view::npos;
}

bool isReserved(std::string_view text) {
  constexpr std::size_t kLongestWord = 5;
  return (text.size() <= kLongestWord &&
          std::ranges::any_of(kReservedWords, [&](auto word) { return equalsIgnoringCase(word, text); })) ||
         looksLikeNumber(text) || looksLikeTimestamp(text);
}

// A colon that ends no key, and a `#` that begins no comment.
bool isNoMark(std::string_view text, std::size_t at) {
  if (text[at] == ':') return at + 1 < text.size() && text[at + 1] != ' ';
  return text[at] == '#' && text[at - 1] != ' ';
}

bool isOnLine(char32_t codePoint) {
  return isVisible(codePoint) && codePoint != '\n' && codePoint != '\t';
}

bool isPlainText(std::string_view text, Layout layout) {
  const ByteUse asIs = layout == Layout::Flow ? ByteUse::InFlow : ByteUse::InPlain;
  for (std::size_t at = 0; at < text.size();) {
    if (mayBe(text[at], asIs) || (layout == Layout::Block && isNoMark(text, at))) {
      ++at;
      continue;
    }
    const Character c = firstCharacter(text.substr(at));
    if (isAscii(text[at]) || !c.valid || !isOnLine(c.codePoint)) return false;
    at += c.bytes;
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
  if (text.empty() || text.ends_with(' ') || text.starts_with("...")) return false;
  if (isAscii(text.front()) && !mayBe(text.front(), ByteUse::BeginsPlain)) return false;
  return isPlainText(text, layout) && !isReserved(text);
}

void appendQuoted(std::string& text, std::string_view string) {
  text += '"';
  for (std::size_t at = 0; at < string.size();) {
    const std::size_t begin = at;
    while (at < string.size() && mayBe(string[at], ByteUse::InQuotes)) ++at;
    text += string.substr(begin, at - begin);
    if (at == string.size()) break;
    const Character c = firstCharacter(string.substr(at));
    if (!isAscii(string[at]) && isVisible(c.codePoint))
      text += string.substr(at, c.bytes);
    else
      text += escapeOf(c.codePoint);
    at += c.bytes;
  }
  text += '"';
}

void appendString(std::string& text, std::string_view string, Layout layout) {
  if (isPlainString(string, layout))
    text += string;
  else if (isUtf8(string))
    appendQuoted(text, string);
  else
    text.append("!!binary \"").append(encodeBase64(string)) += '"';
}

void appendScalar(std::string& text, const Value& scalar, Layout layout) {
  if (const std::string* string = scalar.asString())
    appendString(text, *string, layout);
  else if (const auto truth = scalar.asBool())
    text += *truth ? "true" : "false";
  else if (const auto integer = scalar.asInteger())
    text += std::to_string(*integer);
  else if (const auto large = scalar.asUnsigned())
    text += std::to_string(*large);
  else
    text += scalar.isNull() ? "null" : numberText(*scalar.asNumber());
}

}  // namespace assay::document
