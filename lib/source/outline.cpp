// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One pass over the bytes with two gears: outside of functions the words of each declaration's head decide
// what its brace opens; inside of a function only braces, literals, comments and directives matter.
#include "source/outline.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "source/declaration_head.h"
#include "support/strings.h"

namespace assay::source {
namespace {

using namespace std::string_view_literals;

enum class Brace : std::uint8_t { Scope, Function, Part };

struct Open {
  Brace kind = Brace::Scope;
  std::size_t line = 0;         // Function: of the opening brace
  std::size_t depth = 0;        // Function: braces open inside
  DeclarationHead resume = {};  // Part: the head that goes on after the brace
};

struct State {
  std::vector<Open> open;
  DeclarationHead head;
  bool oldStyle = false;  // parameters were followed by a declaration: a K&R body may come
};

struct Branch {
  State before;
  bool dead = false;  // #if 0
};

constexpr std::array<bool, 256> stopsInFunction() {
  std::array<bool, 256> stops{};
  for (char c : "{}\"'/#"sv) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}

class OutlineScanner {
 public:
  explicit OutlineScanner(std::string_view text) : text_(text) {}

  Outline scan() {
    while (at_ < text_.size()) {
      if (inFunction())
        stepInFunction();
      else
        stepInScope();
    }
    outline_.lines = lineAt(text_.size()) - (text_.empty() || text_.ends_with('\n') ? 1 : 0);
    return outline_;
  }

 private:
  [[nodiscard]] bool inFunction() const {
    return !state_.open.empty() && state_.open.back().kind == Brace::Function;
  }
  [[nodiscard]] char peek(std::size_t ahead = 1) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  std::size_t lineAt(std::size_t offset);

  void stepInFunction();
  void stepInScope();
  bool skipTrivia();
  void skipLineComment();
  void skipBlockComment();
  void skipDirective();
  void followDirective(std::string_view name, std::string_view rest);
  void skipString();
  void skipRawString();
  void skipQuoted(char quote);
  void skipCharacter();

  void readWord();
  void skipOperatorName();
  void readPunctuation(char c);
  void endStatement();
  void openBrace();
  void closeBrace();
  void closeFunction();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t lineOffset_ = 0;
  State state_;
  std::vector<Branch> branches_;
  Outline outline_;
};

std::size_t OutlineScanner::lineAt(std::size_t offset) {
  line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(lineOffset_),
                                               text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
  lineOffset_ = offset;
  return line_;
}

void OutlineScanner::stepInFunction() {
  static constexpr std::array<bool, 256> kStops = stopsInFunction();
  while (at_ < text_.size() && !kStops[static_cast<unsigned char>(text_[at_])]) ++at_;
  if (at_ >= text_.size() || skipTrivia()) return;
  const char c = text_[at_];
  Open& function = state_.open.back();
  if (c == '{') ++function.depth;
  if (c == '}' && function.depth-- == 0) closeFunction();
  ++at_;
}

void OutlineScanner::stepInScope() {
  if (skipTrivia()) return;
  const char c = text_[at_];
  if (isWordByte(c)) {
    readWord();
  } else {
    if (!isSpace(c)) readPunctuation(c);
    ++at_;
  }
}

// Literals, comments and directives: whatever holds no structure. False: something else is here.
bool OutlineScanner::skipTrivia() {
  switch (text_[at_]) {
    case '/':
      if (peek() == '/') return skipLineComment(), true;
      if (peek() == '*') return skipBlockComment(), true;
      return false;
    case '"': return skipString(), true;
    case '\'': return skipCharacter(), true;
    case '#': return skipDirective(), true;
    default: return false;
  }
}

void OutlineScanner::skipLineComment() {
  while (at_ < text_.size()) {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::size_t last = end > 0 && text_[end - 1] == '\r' ? end - 1 : end;
    at_ = end;
    if (last == 0 || text_[last - 1] != '\\') return;
    ++at_;  // continued
  }
}

void OutlineScanner::skipBlockComment() {
  const std::size_t end = text_.find("*/", at_ + 2);
  at_ = end == std::string_view::npos ? text_.size() : end + 2;
}

void OutlineScanner::skipDirective() {
  const std::size_t lineStart = at_ == 0 ? 0 : text_.rfind('\n', at_ - 1) + 1;
  if (!trim(text_.substr(lineStart, at_ - lineStart)).empty()) {
    ++at_;  // no directive: # in the middle of a line
    return;
  }
  const std::size_t begin = at_ + 1;
  while (at_ < text_.size() && text_[at_] != '\n') {
    if (text_[at_] == '"')
      skipQuoted('"');
    else if (text_[at_] == '/' && peek() == '*')
      skipBlockComment();
    else if (text_[at_] == '/' && peek() == '/')
      skipLineComment();
    else
      at_ += text_[at_] != '\\' ? 1 : peek() == '\r' ? 3 : 2;
  }
  at_ = std::min(at_, text_.size());
  const std::string_view line = trim(text_.substr(begin, at_ - begin));
  const std::size_t nameEnd =
      static_cast<std::size_t>(std::ranges::find_if_not(line, isWordByte) - line.begin());
  followDirective(line.substr(0, nameEnd), trim(line.substr(nameEnd)));
}

// Each branch begins with the braces that were open before the first: `#if A / f(int) { / #else / f() { /
// #endif` opens one function, not two.
void OutlineScanner::followDirective(std::string_view name, std::string_view rest) {
  if (name.starts_with("if")) {
    branches_.push_back({state_, rest == "0"});
  } else if (branches_.empty()) {
    return;
  } else if (name.starts_with("el")) {
    state_ = branches_.back().before;
    branches_.back().dead = false;
  } else if (name == "endif") {
    if (branches_.back().dead) state_ = std::move(branches_.back().before);
    branches_.pop_back();
  }
}

void OutlineScanner::skipString() {
  std::size_t prefix = at_;
  while (prefix > 0 && isWordByte(text_[prefix - 1])) --prefix;
  const std::string_view word = text_.substr(prefix, at_ - prefix);
  if (word == "R" || word == "LR" || word == "uR" || word == "UR" || word == "u8R")
    skipRawString();
  else
    skipQuoted('"');
}

void OutlineScanner::skipRawString() {
  constexpr std::size_t kLongestDelimiter = 16;
  const std::size_t paren = text_.find('(', at_);
  if (paren == std::string_view::npos || paren - at_ - 1 > kLongestDelimiter) return skipQuoted('"');
  std::string close(1, ')');
  close.append(text_.substr(at_ + 1, paren - at_ - 1)).append(1, '"');
  const std::size_t end = text_.find(close, paren);
  at_ = end == std::string_view::npos ? text_.size() : end + close.size();
}

// Up to the closing quote; an unterminated literal ends at its line.
void OutlineScanner::skipQuoted(char quote) {
  for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
    if (text_[at_] == quote) {
      ++at_;
      return;
    }
    if (text_[at_] == '\\') at_ += peek() == '\r' ? 2 : 1;
  }
  at_ = std::min(at_, text_.size());
}

void OutlineScanner::skipCharacter() {
  std::size_t begin = at_;
  while (begin > 0 && (isWordByte(text_[begin - 1]) || text_[begin - 1] == '\'')) --begin;
  if (begin < at_ && isDigit(text_[begin]))
    ++at_;  // 1'000
  else
    skipQuoted('\'');
}

void OutlineScanner::readWord() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && isWordByte(text_[at_])) ++at_;
  const std::string_view word = text_.substr(begin, at_ - begin);
  state_.head.addWord(word);
  if (word == "operator") skipOperatorName();
}

// operator(), operator==, operator""_km: none of their characters means what it usually does.
void OutlineScanner::skipOperatorName() {
  while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
  if (at_ < text_.size() && text_[at_] == '(') {
    at_ = std::min(text_.find(')', at_), text_.size() - 1) + 1;
    return;
  }
  while (at_ < text_.size() && "+-*/%^&|~!=<>,[]\""sv.find(text_[at_]) != std::string_view::npos) ++at_;
}

void OutlineScanner::readPunctuation(char c) {
  if (c == '{') return openBrace();
  if (c == '}') return closeBrace();
  if (c == ';') return endStatement();
  state_.head.addCharacter(at_ > 0 ? text_[at_ - 1] : '\0', c, peek());
}

void OutlineScanner::endStatement() {
  state_.oldStyle |= state_.head.isOldStyle();
  state_.head = {};
}

void OutlineScanner::openBrace() {
  const DeclarationHead head = std::exchange(state_.head, {});
  const bool oldStyle = std::exchange(state_.oldStyle, false);
  const bool insidePart = !state_.open.empty() && state_.open.back().kind == Brace::Part;
  const bool declares = !insidePart && !head.isInValue();
  Open opened{Brace::Part, 0, 0, head};
  if (declares && (head.isEmpty() ? oldStyle : head.opensFunction()))
    opened = {Brace::Function, lineAt(at_), 0, {}};
  else if (declares && head.opensScope())
    opened = {Brace::Scope, 0, 0, {}};
  else if (head.endsWithBrace())
    opened.resume = {};
  state_.open.push_back(opened);
}

// The head of what comes next: a new one, or the one that the brace was a part of.
void OutlineScanner::closeBrace() {
  state_.head = {};
  state_.oldStyle = false;
  if (state_.open.empty()) return;
  if (state_.open.back().kind == Brace::Part) {
    state_.head = state_.open.back().resume;
    state_.head.addClosedBrace();
  }
  state_.open.pop_back();
}

void OutlineScanner::closeFunction() {
  ++outline_.functions;
  outline_.functionLines += lineAt(at_) - state_.open.back().line + 1;
  closeBrace();
}

}  // namespace

Outline outlineOf(std::string_view text) {
  return OutlineScanner(text).scan();
}

}  // namespace assay::source
