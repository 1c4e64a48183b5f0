// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/cost_signs.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "source/comments.h"
#include "support/strings.h"

namespace assay::source {
namespace {

constexpr std::array<std::string_view, 17> kSearches = {
    "find",     "find_if", "find_if_not", "count",         "count_if",     "search",
    "contains", "any_of",  "all_of",      "none_of",       "strstr",       "strchr",
    "strlen",   "memchr",  "memmem",      "find_first_of", "adjacent_find"};
constexpr std::array<std::string_view, 4> kErasures = {"erase", "erase_if", "remove", "remove_if"};
constexpr std::array<std::string_view, 7> kAllocations = {"malloc",      "calloc",      "realloc", "strdup",
                                                          "make_unique", "make_shared", "asprintf"};
constexpr std::array<std::string_view, 8> kTexts = {"to_string", "substr",        "format",       "str",
                                                    "append",    "ostringstream", "stringstream", "sprintf"};

constexpr std::array<std::string_view, 19> kReads = {
    "read",   "pread",   "readv",    "readlink", "recv",         "recvfrom", "recvmsg",
    "mmap",   "fread",   "fgets",    "fgetc",    "getc",         "getchar",  "scanf",
    "fscanf", "getline", "getdelim", "getenv",   "secure_getenv"};
constexpr std::array<std::string_view, 5> kOutside = {"argv", "environ", "cin", "wcin", "ifstream"};

template <std::size_t N>
bool isAmong(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// With blanks for comments and literals, so that what is left is code.
std::string codeOf(std::string_view text) {
  std::string code(text);
  for (const Span& span : findCommentsAndLiterals(text))
    for (std::size_t at = span.begin; at < span.end; ++at)
      if (code[at] != '\n') code[at] = ' ';
  return code;
}

std::string_view ownName(std::string_view name) {
  const std::size_t colons = name.rfind("::");
  return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

unsigned lineAt(std::string_view text, std::size_t offset) {
  return 1 + static_cast<unsigned>(std::ranges::count(text.substr(0, offset), '\n'));
}

// Where the heads `( ; ; )` begin: those whose condition and step are done again and again. That of a
// range, with or without an initialization, is done once.
std::set<std::size_t> headsOfThreeParts(std::string_view code) {
  struct Open {
    std::size_t at;
    unsigned semicolons;
  };
  std::set<std::size_t> heads;
  std::vector<Open> opened;
  const auto isIn = [&](char bracket) { return !opened.empty() && code[opened.back().at] == bracket; };
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '(' || c == '{') opened.push_back({at, 0});
    if (c == ';' && isIn('(')) ++opened.back().semicolons;
    if (c == ')' && isIn('(')) {
      if (opened.back().semicolons == 2) heads.insert(opened.back().at);
      opened.pop_back();
    }
    if (c != '}') continue;
    while (isIn('(')) opened.pop_back();  // never closed
    if (!opened.empty()) opened.pop_back();
  }
  return heads;
}

enum class Kind { Brace, Paren, Statement };

// What is open around a place. A statement is the one behind a loop's head, where that is no brace.
struct Enclosing {
  Kind kind = Kind::Brace;
  bool loop = false;     // what is in it is done again and again
  bool head = false;     // a loop's, in parentheses
  bool repeats = false;  // becomes a loop at its first semicolon
  unsigned ifs = 0;      // of a statement: those that may have an `else` still
  unsigned dos = 0;      // likewise, a `while`
};

class Reading {
 public:
  Reading(std::string_view code, std::string_view name, unsigned firstLine)
      : code_(code), name_(name), line_(firstLine), heads_(headsOfThreeParts(code)) {}

  std::map<CostSign, CostSignSeen> take() && {
    while (at_ < code_.size()) step();
    return std::move(seen_);
  }

 private:
  void step() {
    const char c = code_[at_];
    if (pending_ && !isSpace(c) && c != '{' && c != ';') beginStatement();
    if (isAlpha(c) || c == '_') return word();
    if (isDigit(c)) return skipWord();
    ++at_;
    switch (c) {
      case '\n': ++line_; break;
      case '(': push({.kind = Kind::Paren}); break;
      case ')': closeParen(); break;
      case '{': openBrace(); break;
      case '}': closeBrace(); break;
      case ';': semicolon(); break;
      default: break;
    }
  }

  void skipWord() {
    while (at_ < code_.size() && isWordByte(code_[at_])) ++at_;
  }

  void word() {
    const std::size_t begin = at_;
    skipWord();
    const std::string_view word = code_.substr(begin, at_ - begin);
    if (word == "for" || word == "while") return loop(word);
    if (word == "do") {
      note(CostSign::NestedLoops, depth_ + 1, depth_ > 0);
      if (isIn(Kind::Statement)) ++around_.back().dos;
      pending_ = true;
      return;
    }
    if (word == "if" && isIn(Kind::Statement)) ++around_.back().ifs;
    look(word, begin);
  }

  // What is done once of a head belongs to what is around the loop.
  void loop(std::string_view word) {
    note(CostSign::NestedLoops, depth_ + 1, depth_ > 0);
    if (peek() != '(') return;
    skipBlanks();
    push({.kind = Kind::Paren, .loop = word == "while", .head = true, .repeats = heads_.contains(at_)});
    ++at_;
  }

  void look(std::string_view word, std::size_t begin) {
    const char next = peek();
    const bool called = next == '(', made = called || next == '<';
    const bool ofOther = isOfOther(begin);
    note(CostSign::Recursion, depth_, called && word == name_ && !ofOther);
    note(CostSign::OutsideInput, depth_,
         isAmong(kOutside, word) || (called && !ofOther && isAmong(kReads, word)));
    if (depth_ == 0) return;
    note(CostSign::SearchInLoop, depth_, called && isAmong(kSearches, word));
    note(CostSign::EraseInLoop, depth_, called && isAmong(kErasures, word));
    note(CostSign::AllocationInLoop, depth_, word == "new" || (made && isAmong(kAllocations, word)));
    note(CostSign::TextInLoop, depth_, isText(word, made));
  }

  // `other.read`, `other->read`; not `this->read`.
  [[nodiscard]] bool isOfOther(std::size_t begin) const {
    const std::string_view before = code_.substr(0, begin);
    return before.ends_with('.') || (before.ends_with("->") && !before.ends_with("this->"));
  }

  // A stream is declared, and not called.
  static bool isText(std::string_view word, bool made) {
    return word.ends_with("stringstream") || (made && isAmong(kTexts, word));
  }

  void note(CostSign sign, unsigned depth, bool isThere) {
    if (!isThere) return;
    const auto [found, isFirst] = seen_.try_emplace(sign, CostSignSeen{sign, line_, depth});
    if (!isFirst && sign == CostSign::NestedLoops && depth > found->second.depth)
      found->second = {sign, line_, depth};
  }

  void beginStatement() {
    push({.kind = Kind::Statement, .loop = true});
    pending_ = false;
  }
  void openBrace() {
    push({.kind = Kind::Brace, .loop = pending_});
    pending_ = false;
  }
  // What is open in a brace or a parenthesis ends with it.
  void closeBrace() {
    while (!around_.empty() && !isIn(Kind::Brace)) pop();
    if (!around_.empty()) pop();
    endStatements();  // what the brace ended may have been the one statement of a loop
  }
  void closeParen() {
    while (isIn(Kind::Statement)) pop();
    if (!isIn(Kind::Paren)) return;
    pending_ = around_.back().head;
    pop();
  }
  void semicolon() {
    if (!isIn(Kind::Paren)) return endStatements();
    if (around_.back().repeats && !around_.back().loop) {
      around_.back().loop = true;
      ++depth_;
    }
  }

  // Of loops in each other all end, but for those whose statement goes on in an else, say.
  void endStatements() {
    pending_ = false;
    const std::string_view next = peekWord();
    while (isIn(Kind::Statement) && !goesOn(around_.back(), next)) pop();
  }
  static bool goesOn(Enclosing& statement, std::string_view next) {
    if (next == "else" && statement.ifs > 0) return statement.ifs-- > 0;
    if (next == "while" && statement.dos > 0) return statement.dos-- > 0;
    return next == "catch";
  }

  void push(const Enclosing& enclosing) {
    around_.push_back(enclosing);
    if (enclosing.loop) ++depth_;
  }
  void pop() {
    if (around_.back().loop) --depth_;
    around_.pop_back();
  }
  [[nodiscard]] bool isIn(Kind kind) const { return !around_.empty() && around_.back().kind == kind; }

  [[nodiscard]] char peek() const {
    const std::size_t next = code_.find_first_not_of(" \t\r\n", at_);
    return next == std::string_view::npos ? '\0' : code_[next];
  }
  [[nodiscard]] std::string_view peekWord() const {
    const std::size_t begin = code_.find_first_not_of(" \t\r\n", at_);
    if (begin == std::string_view::npos) return {};
    const std::string_view rest = code_.substr(begin);
    return rest.substr(0, std::ranges::find_if_not(rest, isWordByte) - rest.begin());
  }
  void skipBlanks() {
    while (at_ < code_.size() && isSpace(code_[at_]))
      if (code_[at_++] == '\n') ++line_;
  }

  std::string_view code_, name_;
  unsigned line_;
  std::set<std::size_t> heads_;
  std::size_t at_ = 0;
  bool pending_ = false;  // behind a loop's head
  std::vector<Enclosing> around_;
  unsigned depth_ = 0;  // loops of `around_`
  std::map<CostSign, CostSignSeen> seen_;
};

bool isInMacro(std::string_view code, std::size_t at) {
  const std::size_t line = code.substr(0, at).rfind('\n') + 1;
  const std::size_t first = code.find_first_not_of(" \t", line);
  return code[first] == '#' || (line > 1 && code[line - 2] == '\\');
}

// `T name(…);` and not `return name(…);`: a type stands before it.
bool isDeclared(std::string_view code, std::size_t at) {
  const std::size_t last = code.substr(0, at).find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos || !isWordByte(code[last])) return false;
  std::size_t begin = last;
  while (begin > 0 && isWordByte(code[begin - 1])) --begin;
  constexpr std::array<std::string_view, 5> kBeforeCalls = {"return", "else", "do", "co_await", "co_return"};
  return !isAmong(kBeforeCalls, code.substr(begin, last + 1 - begin));
}

bool isWordAt(std::string_view code, Span word) {
  const bool goesOn = word.end < code.size() && isWordByte(code[word.end]);
  return !goesOn && (word.begin == 0 || !isWordByte(code[word.begin - 1]));
}

}  // namespace

unsigned leastDepth(CostSign sign) {
  switch (sign) {
    case CostSign::NestedLoops: return 2;
    case CostSign::Recursion:
    case CostSign::OutsideInput:
    case CostSign::OneCaller: return 0;
    default: return 1;
  }
}

std::vector<CostSignSeen> costSigns(std::string_view text, Span body, std::string_view name) {
  if (body.begin >= body.end || body.end > text.size()) return {};
  const std::string code = codeOf(text.substr(body.begin, body.size()));
  std::vector<CostSignSeen> signs;
  for (const auto& [sign, seen] : Reading(code, ownName(name), lineAt(text, body.begin)).take())
    signs.push_back(seen);
  return signs;
}

std::optional<unsigned> onlyCall(std::string_view text, Span extent, std::string_view name) {
  name = ownName(name);
  if (name.empty() || extent.begin > extent.end || extent.end > text.size()) return std::nullopt;
  const std::string code = codeOf(text);
  std::optional<std::size_t> call;
  for (std::size_t at = 0; (at = code.find(name, at)) != std::string::npos; at += name.size()) {
    if (extent.contains(at) || !isWordAt(code, {at, at + name.size()})) continue;
    const std::size_t next = code.find_first_not_of(" \t\r\n", at + name.size());
    const bool called = next != std::string::npos && (code[next] == '(' || code[next] == '<');
    if (called && !isInMacro(code, at) && isDeclared(code, at)) continue;
    if (call || !called || isInMacro(code, at)) return std::nullopt;
    call = at;
  }
  return call ? std::optional(lineAt(code, *call)) : std::nullopt;
}

}  // namespace assay::source
