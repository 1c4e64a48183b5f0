// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Writing is strict, recognising is tolerant: a formatter may have moved a guard to a line of its own or
// wrapped its arguments, and it must still come out. What is not preceded by an opening brace, or does not
// stand at the start of a line, is somebody's text about assay and stays.
#include "source/insertion.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

#include "source/span.h"
#include "support/strings.h"

namespace assay::source {
namespace {

constexpr std::string_view kIncludeDirective = "#include <assay/inserted.h>";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kIdDigits = 16;

bool isHexDigit(char c) {
  return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

std::size_t skipSpace(std::string_view text, std::size_t at) {
  while (at < text.size() && isSpace(text[at])) ++at;
  return at;
}

// Reads one guard from its macro name on; every step answers "not ours" by returning false.
class GuardReader {
 public:
  GuardReader(std::string_view text, std::size_t at) : text_(text), at_(at + kInsertedGuardMacro.size()) {}

  std::optional<std::size_t> end() {
    const bool ours =
        take("(") && take("0x") && takeId() && take(",") && takeString() && take(")") && take(";");
    return ours ? std::optional(at_) : std::nullopt;
  }

 private:
  bool take(std::string_view token) {
    at_ = skipSpace(text_, at_);
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }
  bool takeId() {
    const std::string_view digits = text_.substr(at_, kIdDigits);
    at_ += digits.size();
    return digits.size() == kIdDigits && std::ranges::all_of(digits, isHexDigit);
  }
  bool takeString() {
    if (!take("\"")) return false;
    for (; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == '"') return ++at_, true;
      if (text_[at_] == '\\') ++at_;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_;
};

// From the end of the brace before the macro's name to the end of the guard; nothing when it is not one of
// ours.
std::optional<Span> guardAt(std::string_view text, std::size_t macro) {
  std::size_t begin = macro;
  while (begin > 0 && isSpace(text[begin - 1])) --begin;
  const std::string_view before = text.substr(0, begin);
  if (begin == macro || !(before.ends_with('{') || before.ends_with("<%"))) return std::nullopt;
  const auto end = GuardReader(text, macro).end();
  return end ? std::optional(Span{begin, *end}) : std::nullopt;
}

bool startsLine(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == '\n' || (at == kByteOrderMark.size() && text.starts_with(kByteOrderMark));
}

std::optional<Span> includeAt(std::string_view text, std::size_t at) {
  if (!startsLine(text, at)) return std::nullopt;
  const std::size_t end = at + kIncludeDirective.size();
  const bool blank = end < text.size() && text[end] == ' ';
  return Span{at, end + (blank ? 1 : 0)};
}

template <class Recognise>
void collect(std::string_view text, std::string_view spelling, Recognise recognise,
             std::vector<Span>& found) {
  for (std::size_t at = text.find(spelling); at != std::string_view::npos; at = text.find(spelling, at + 1))
    if (const auto span = recognise(text, at)) found.push_back(*span);
}

std::vector<Span> insertionsIn(std::string_view text) {
  std::vector<Span> found;
  collect(text, kIncludeDirective, includeAt, found);
  collect(text, kInsertedGuardMacro, guardAt, found);
  std::ranges::sort(found, {}, &Span::begin);
  return found;
}

// Octal, because a hexadecimal escape would swallow digits that follow it.
std::string escaped(std::string_view name) {
  std::string result;
  char previous = 0;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || (c == '?' && previous == '?'))
      result += fmt::format("\\{}", c);
    else if (byte < 0x20 || byte >= 0x7f)
      result += fmt::format("\\{:03o}", byte);
    else
      result += c;
    previous = c;
  }
  return result;
}

// Both spellings hold "inse" behind '/' or '_', in whatever case: looked for sixteen bytes at a time.
bool mayHaveInsertions(std::string_view text) {
  using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
  using Words [[gnu::vector_size(16)]] = std::uint64_t;
  constexpr std::size_t kAhead = 4;
  const auto at = [&](std::size_t i) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    return bytes;
  };
  std::size_t i = 0;
  Bytes hits{};
  for (; i + sizeof(Bytes) + kAhead <= text.size(); i += sizeof(Bytes)) {
    const Bytes first = at(i);
    const auto rest = ((at(i + 1) | 0x20) == 'i') & ((at(i + 3) | 0x20) == 's') & ((at(i + 4) | 0x20) == 'e');
    hits |= reinterpret_cast<Bytes>(rest & ((first == '/') | (first == '_')));
  }
  const auto any = reinterpret_cast<Words>(hits);
  const std::string_view end = text.substr(i);
  return (any[0] | any[1]) != 0 || end.find("/inse") != std::string_view::npos ||
         end.find("_INSE") != std::string_view::npos;
}

}  // namespace

std::string insertedGuard(std::uint64_t id, std::string_view name) {
  return fmt::format(" {}(0x{:016x}, \"{}\");", kInsertedGuardMacro, id, escaped(name));
}

bool hasInsertions(std::string_view text) {
  return mayHaveInsertions(text) && !insertionsIn(text).empty();
}

std::string stripInsertions(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t done = 0;
  for (const Span& span : insertionsIn(text)) {
    if (span.begin < done) continue;
    result += text.substr(done, span.begin - done);
    done = span.end;
  }
  result += text.substr(done);
  return result;
}

}  // namespace assay::source
