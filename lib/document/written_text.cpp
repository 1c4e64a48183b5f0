// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Each loop over bytes ends at a line feed at the latest, and the text ends in one: none looks for the end.
#include "document/written_text.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdint>

#include "document/characters.h"
#include "document/scalar_bytes.h"
#include "support/strings.h"

namespace assay::document {
namespace {

constexpr std::size_t kLongestKey = 64;

const char* behind(const char* at, ByteUse use) {
  while (mayBe(*at, use)) ++at;
  return at;
}

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

// Where the key that begins here ends; nothing when its colon is missing, or no blank or line follows.
const char* endOfKey(const char* begin) {
  const char* end = behind(begin, ByteUse::InKey);
  const bool isKey = isAlpha(*begin) && *end == ':' && (end[1] == ' ' || end[1] == '\n');
  return isKey && end - begin <= static_cast<std::ptrdiff_t>(kLongestKey) ? end : nullptr;
}

}  // namespace

WrittenText::WrittenText(YamlPiece piece)
    : at_(piece.text.data()), end_(at_ + piece.text.size()), lineStart_(at_), line_(piece.line) {
  assert((piece.text.empty() || piece.text.ends_with('\n')) && "the last line is cut off");
}

std::size_t WrittenText::blanks() const {
  const char* at = at_;
  while (at != end_ && *at == ' ') ++at;
  return static_cast<std::size_t>(at - at_);
}

bool WrittenText::isKeyNext() const {
  return !atEnd() && endOfKey(at_) != nullptr;
}

bool WrittenText::take(std::string_view text) {
  if (!between(at_, end_).starts_with(text)) return false;
  at_ += text.size();
  return true;
}

bool WrittenText::takeLineFeed() {
  if (!take('\n')) return false;
  lineStart_ = at_;
  ++line_;
  return true;
}

void WrittenText::pass(std::string_view piece) {
  for (const char c : piece) line_ += c == '\n' ? 1 : 0;
  lineStart_ = at_ += piece.size();
}

std::optional<std::string_view> WrittenText::takeKey() {
  const char* end = atEnd() ? nullptr : endOfKey(at_);
  if (end == nullptr) return std::nullopt;
  const std::string_view key = between(at_, end);
  at_ = end + 1;
  return key;
}

// A colon before a blank would be a key's, `#` behind one would begin a comment.
std::optional<std::string_view> WrittenText::takePlainLine() {
  const char* begin = at_;
  if (atEnd() || (isAscii(*begin) && !mayBe(*begin, ByteUse::BeginsPlain))) return std::nullopt;
  for (; *at_ != '\n'; at_ = behind(at_, ByteUse::InPlain)) {
    const bool isMark = (*at_ == ':' && (at_[1] == ' ' || at_[1] == '\n')) || (*at_ == '#' && at_[-1] == ' ');
    if (isMark || !takeVisible()) return std::nullopt;
  }
  if (at_[-1] == ' ') return std::nullopt;
  return between(begin, at_);
}

std::optional<std::string_view> WrittenText::takePlainInFlow() {
  const char* begin = at_;
  if (atEnd() || (isAscii(*begin) && !mayBe(*begin, ByteUse::BeginsPlain))) return std::nullopt;
  for (at_ = behind(at_, ByteUse::InFlow); !isAscii(*at_); at_ = behind(at_, ByteUse::InFlow))
    if (!takeVisible()) return std::nullopt;
  const bool ends = *at_ == ',' || *at_ == ']' || *at_ == '}';
  if (!ends || at_ == begin || at_[-1] == ' ') return std::nullopt;
  return between(begin, at_);
}

// One character that is no tab and ends no line, for any reader of YAML.
bool WrittenText::takeVisible() {
  const Character c = firstCharacter(between(at_, end_));
  if (!c.valid || !isVisible(c.codePoint) || c.codePoint == '\n' || c.codePoint == '\t') return false;
  at_ += c.bytes;
  return true;
}

bool WrittenText::takeQuoted(std::string& content) {
  while (!atEnd()) {
    const char* begin = at_;
    at_ = behind(at_, ByteUse::InQuotes);
    while (!isAscii(*at_))
      if (!takeVisible()) return false;
    content.append(begin, at_);
    if (take('"')) return true;
    if (*at_ == '\\' ? !takeEscape(content) : !mayBe(*at_, ByteUse::InQuotes)) return false;
  }
  return false;
}

// Those that writing makes.
bool WrittenText::takeEscape(std::string& content) {
  const char letter = at_[1];
  at_ += letter == '\n' ? 1 : 2;
  switch (letter) {
    case '"':
    case '\\': content += letter; return true;
    case 'n': content += '\n'; return true;
    case 't': content += '\t'; return true;
    case 'r': content += '\r'; return true;
    case 'x': return takeCodePoint(2, content);
    case 'u': return takeCodePoint(4, content);
    case 'U': return takeCodePoint(8, content);
    default: return false;
  }
}

bool WrittenText::takeCodePoint(std::size_t digits, std::string& content) {
  std::uint32_t value = 0;
  const char* last = at_ + std::min<std::size_t>(digits, static_cast<std::size_t>(end_ - at_));
  const auto [end, error] = std::from_chars(at_, last, value, 16);
  if (error != std::errc{} || end != at_ + digits || !appendCharacter(content, value)) return false;
  at_ = end;
  return true;
}

// The first line says where the lines begin, so it must not begin with a blank. Blank lines at the end would
// count, or not, by what follows `|`.
bool WrittenText::takeLiteral(std::string& content, std::size_t indent) {
  const bool keepsBreak = !take('-');
  if (!takeLineFeed() || blanks() != indent) return false;
  while (blanks() >= indent) {
    at_ += indent;
    if (!takeLiteralLine(content)) return false;
    while (isNext('\n') && takeLineFeed()) content += '\n';
  }
  if (content.ends_with("\n\n")) return false;
  if (!keepsBreak) content.pop_back();
  return true;
}

bool WrittenText::takeLiteralLine(std::string& content) {
  const char* begin = at_;
  if (isNext('\n') || isNext('\t')) return false;
  while (*at_ != '\n')
    if (at_ = behind(at_, ByteUse::InPlain); *at_ == '\t')
      ++at_;
    else if (*at_ != '\n' && !takeVisible())
      return false;
  if (isSpace(at_[-1])) return false;
  content.append(begin, at_ + 1);
  return takeLineFeed();
}

}  // namespace assay::document
