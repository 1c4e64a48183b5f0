// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/quotes.h"

#include "support/strings.h"
#include "tag/keys.h"
#include "tag/separators.h"

namespace assay::tag {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

std::size_t closeLength(std::string_view rest, const QuoteKind& kind) {
  for (std::string_view mark : kind.close)
    if (!mark.empty() && rest.starts_with(mark)) return mark.size();
  return 0;
}

bool endsValue(std::string_view line, std::size_t after) {
  if (after >= line.size()) return true;
  if (line[after] == '.' && trim(line.substr(after + 1)).empty()) return true;
  std::size_t at = after;
  while (at < line.size() && isSpace(line[at])) ++at;
  if (at == line.size() || line[at] == ')' || line[at] == ']') return true;
  return separatorAt(line, at) > 0 || (at > after && knownKeyAt(line.substr(at)));
}

int hexValue(char c) {
  const std::size_t digit = kHexDigits.find(c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c);
  return digit == std::string_view::npos ? -1 : static_cast<int>(digit);
}

// The meaning of a one-letter escape; '\0' when it is none.
char simpleEscape(char c) {
  switch (c) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case '\\':
    case '/':
    case '"':
    case '\'':
    case '`': return c;
    default: return '\0';
  }
}

std::string hexEscape(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::string("\\x") + kHexDigits[byte >> 4] + kHexDigits[byte & 15];
}

std::string escaped(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return "\\n";
  if (c == '\r') return "\\r";
  if (c == '\t') return "\\t";
  if (c == '"' || c == '\\') return std::string("\\") + c;
  const char before = at > 0 ? text[at - 1] : '\0';
  if (c == '/' && before == '*') return "\\/";
  if (c == '*' && before == '/')
    return hexEscape(c);  // compilers warn of a comment that seems to begin in one
  const bool marker = (c == ':' || c == '-') && at >= 5 && text.substr(at - 5, 5) == "assay";
  if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || marker) return hexEscape(c);
  return std::string(1, c);
}

}  // namespace

std::optional<std::size_t> openingQuote(std::string_view text) {
  for (std::size_t i = 0; i < kQuotes.size(); ++i)
    if (text.starts_with(kQuotes[i].open)) return i;
  return std::nullopt;
}

std::optional<ClosingMark> strictClose(std::string_view line, std::size_t from, std::size_t kind) {
  for (std::size_t at = from; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
      continue;
    }
    const std::size_t length = closeLength(line.substr(at), kQuotes[kind]);
    if (length > 0 && endsValue(line, at + length)) return ClosingMark{at, length};
  }
  return std::nullopt;
}

std::optional<ClosingMark> lastClose(std::string_view line, std::size_t from, std::size_t kind) {
  std::optional<ClosingMark> last;
  for (std::size_t at = from; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
      continue;
    }
    const std::size_t length = closeLength(line.substr(at), kQuotes[kind]);
    if (length > 0) last = ClosingMark{at, length};
  }
  return last;
}

std::string unescaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = text[at] == '\\' && at + 1 < text.size() ? text[at + 1] : '\0';
    const char simple = simpleEscape(next);
    const bool hex =
        next == 'x' && at + 3 < text.size() && hexValue(text[at + 2]) >= 0 && hexValue(text[at + 3]) >= 0;
    if (hex) {
      result += static_cast<char>(hexValue(text[at + 2]) * 16 + hexValue(text[at + 3]));
      at += 3;
    } else if (simple != '\0') {
      result += simple;
      ++at;
    } else {
      result += text[at];
    }
  }
  return result;
}

std::string inQuotes(std::string_view text) {
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) ++end;
    result += visibleText(text.substr(at, end - at));
    if (end < text.size()) result += escaped(text, end);
    at = end;
  }
  return result + "\"";
}

}  // namespace assay::tag
