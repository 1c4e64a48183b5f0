// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A lexer by maximal munch. Line continuations count as blanks, which is wrong inside a word or a number
// only.
#include "scan/tokens.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "support/strings.h"

namespace assay::scan {
namespace {

constexpr std::array<std::string_view, 26> kLongSigns = {
    "<=>", "<<=", ">>=", "...", "->*", "::", "->", "++", "--", "<<", ">>", "<=", ">=",
    "==",  "!=",  "&&",  "||",  "+=",  "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##"};

struct Digraph {
  std::string_view text;
  char meaning;
};
constexpr std::array<Digraph, 4> kDigraphs = {{{"<%", '{'}, {"%>", '}'}, {"<:", '['}, {":>", ']'}}};

bool startsWord(char c) {
  return isAlpha(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}
bool continuesWord(char c) {
  return startsWord(c) || isDigit(c);
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (skipBlanks(), at_ < text_.size()) next();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool looksAt(std::string_view word) const { return text_.substr(at_).starts_with(word); }

  /// Length of a backslash with its line break; 0 when there is none here.
  [[nodiscard]] std::size_t continuation() const {
    if (peek() != '\\') return 0;
    if (peek(1) == '\n') return 2;
    return peek(1) == '\r' && peek(2) == '\n' ? 3 : 0;
  }

  void skipLineComment() {
    while (at_ < text_.size() && peek() != '\n') at_ += std::max<std::size_t>(1, continuation());
  }

  void skipBlockComment() {
    const std::size_t end = text_.find("*/", at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + 2;
  }

  bool skipComment() {
    if (looksAt("//")) {
      skipLineComment();
    } else if (looksAt("/*")) {
      skipBlockComment();
    } else {
      return false;
    }
    return true;
  }

  void skipBlanks() {
    while (at_ < text_.size()) {
      if (peek() == '\n') lineStart_ = true;
      if (isSpace(peek())) {
        ++at_;
      } else if (continuation() > 0) {
        at_ += continuation();
      } else if (!skipComment()) {
        return;
      }
    }
  }

  void next() {
    const std::size_t begin = at_;
    const bool first = std::exchange(lineStart_, false);
    if (first && (peek() == '#' || looksAt("%:"))) return directive(begin);
    if (isDigit(peek()) || (peek() == '.' && isDigit(peek(1)))) return number(begin);
    if (peek() == '"' || peek() == '\'') return literal(begin);
    if (startsWord(peek())) return word(begin);
    sign(begin);
  }

  void add(TokenKind kind, std::size_t begin, char sign = 0) {
    tokens_.push_back({kind, sign, {begin, std::min(at_, text_.size())}});
  }

  void directive(std::size_t begin) {
    std::size_t end = at_;
    while (at_ < text_.size() && peek() != '\n') {
      if (looksAt("//")) break;
      if (looksAt("/*")) {
        skipBlockComment();
        continue;
      }
      const std::size_t step = continuation();
      const bool counts = step == 0 && !isSpace(peek());
      at_ += std::max<std::size_t>(1, step);
      if (counts) end = at_;
    }
    const std::size_t resume = std::exchange(at_, end);
    add(TokenKind::Directive, begin);
    at_ = resume;
  }

  void number(std::size_t begin) {
    while (at_ < text_.size()) {
      const char c = lower(peek());
      if ((c == 'e' || c == 'p') && (peek(1) == '+' || peek(1) == '-'))
        ++at_;
      else if (c == '\'' && !continuesWord(peek(1)))
        break;
      else if (c != '.' && c != '\'' && !continuesWord(c))
        break;
      ++at_;
    }
    add(TokenKind::Number, begin);
  }

  void literal(std::size_t begin) {
    const char quote = peek();
    ++at_;
    while (at_ < text_.size() && peek() != quote && peek() != '\n') {
      if (peek() == '\\') at_ += std::max<std::size_t>(1, continuation() > 0 ? continuation() - 1 : 1);
      ++at_;
    }
    if (peek() == quote) ++at_;
    add(quote == '"' ? TokenKind::String : TokenKind::Character, begin);
  }

  void rawString(std::size_t begin) {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos || open - at_ > 17) return literal(begin);
    std::string close = ")";
    close.append(text_.substr(at_ + 1, open - at_ - 1)).push_back('"');
    const std::size_t end = text_.find(close, open);
    at_ = end == std::string_view::npos ? text_.size() : end + close.size();
    add(TokenKind::String, begin);
  }

  void word(std::size_t begin) {
    while (at_ < text_.size() && continuesWord(peek())) ++at_;
    const std::string_view name = text_.substr(begin, at_ - begin);
    const bool prefix = name == "L" || name == "u" || name == "U" || name == "u8";
    if (peek() == '"' && (name == "R" || name == "LR" || name == "uR" || name == "UR" || name == "u8R"))
      return rawString(begin);
    if (prefix && (peek() == '"' || peek() == '\'')) return literal(begin);
    add(TokenKind::Identifier, begin);
  }

  void sign(std::size_t begin) {
    for (const Digraph& digraph : kDigraphs) {
      // `<::` is `<` and `::` unless one more `:` or `>` follows, as the standard has it.
      const bool scope = looksAt("<::") && peek(3) != ':' && peek(3) != '>';
      if (!looksAt(digraph.text) || scope) continue;
      at_ += 2;
      return add(TokenKind::Punctuator, begin, digraph.meaning);
    }
    for (const std::string_view text : kLongSigns) {
      if (!looksAt(text)) continue;
      at_ += text.size();
      return add(TokenKind::Punctuator, begin);
    }
    ++at_;
    add(TokenKind::Punctuator, begin, text_[begin]);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool lineStart_ = true;
  std::vector<Token> tokens_;
};

char openerOf(char closer) {
  switch (closer) {
    case ')': return '(';
    case ']': return '[';
    case '}': return '{';
    default: return 0;
  }
}

/// The open brackets where a #if begins, and after its first branch.
struct Branches {
  std::vector<std::size_t> before;
  std::vector<std::size_t> afterFirst;
  bool first = true;
};

void enterBranch(Branches& branches, std::vector<std::size_t>& open) {
  if (std::exchange(branches.first, false)) branches.afterFirst = open;
  open = branches.before;
}

void followConditional(std::string_view name, std::vector<Branches>& nesting,
                       std::vector<std::size_t>& open) {
  if (name.starts_with("if")) {
    nesting.push_back({open, {}, true});
  } else if (nesting.empty()) {
    return;
  } else if (name.starts_with("el")) {
    enterBranch(nesting.back(), open);
  } else {
    if (!nesting.back().first) open = nesting.back().afterFirst;
    nesting.pop_back();
  }
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  return Lexer(text).run();
}

bool isConditional(std::string_view name) {
  return name.starts_with("if") || name.starts_with("el") || name == "endif";
}

TokenStream::TokenStream(std::string_view text)
    : text_(text), tokens_(tokenize(text)), partners_(tokens_.size(), kNone) {
  pairBrackets();
}

std::string_view TokenStream::text(std::size_t index) const {
  if (index >= size()) return {};
  return text_.substr(tokens_[index].span.begin, tokens_[index].span.size());
}

bool TokenStream::is(std::size_t index, char sign) const {
  return index < size() && tokens_[index].sign == sign;
}

bool TokenStream::is(std::size_t index, std::string_view word) const {
  return index < size() && tokens_[index].kind != TokenKind::Directive && text(index) == word;
}

bool TokenStream::isDirective(std::size_t index) const {
  return index < size() && tokens_[index].kind == TokenKind::Directive;
}

std::string_view TokenStream::directiveName(std::size_t index) const {
  if (!isDirective(index)) return {};
  const std::string_view line = text(index);
  std::size_t begin = line.starts_with("%:") ? 2 : 1;
  while (begin < line.size() && !isAlpha(line[begin])) ++begin;
  std::size_t end = begin;
  while (end < line.size() && isWordByte(line[end])) ++end;
  return line.substr(begin, end - begin);
}

std::size_t TokenStream::firstFrom(std::size_t offset) const {
  const auto at = std::ranges::lower_bound(tokens_, offset, {}, [](const Token& t) { return t.span.begin; });
  return static_cast<std::size_t>(at - tokens_.begin());
}

std::size_t TokenStream::after(std::size_t index) const {
  const std::size_t other = partners_[index];
  return other != kNone && other > index ? other + 1 : index + 1;
}

void TokenStream::close(std::size_t index, std::vector<std::size_t>& open) {
  const char opener = openerOf(tokens_[index].sign);
  const auto found = std::ranges::find_if(
      open.rbegin(), open.rend(), [&](std::size_t candidate) { return tokens_[candidate].sign == opener; });
  if (found == open.rend()) {
    balanced_ = false;
    return;
  }
  if (found != open.rbegin()) balanced_ = false;
  partners_[*found] = index;
  partners_[index] = *found;
  open.erase(found.base() - 1, open.end());
}

void TokenStream::pairBrackets() {
  std::vector<std::size_t> open;
  std::vector<Branches> nesting;
  for (std::size_t i = 0; i < size(); ++i) {
    const char sign = tokens_[i].sign;
    if (isDirective(i))
      followConditional(directiveName(i), nesting, open);
    else if (sign == '(' || sign == '[' || sign == '{')
      open.push_back(i);
    else if (openerOf(sign) != 0)
      close(i, open);
  }
  if (!open.empty()) balanced_ = false;
}

}  // namespace assay::scan
