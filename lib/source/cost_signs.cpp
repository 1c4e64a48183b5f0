// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/cost_signs.h"

#include <algorithm>
#include <array>
#include <map>
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

template <std::size_t N>
bool isAmong(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// The body with blanks for comments and literals, so that what is left is code.
std::string codeOf(std::string_view text, Span body) {
  std::string code(text.substr(body.begin, body.size()));
  for (const Span& span : findCommentsAndLiterals(text)) {
    const std::size_t begin = std::max(span.begin, body.begin), end = std::min(span.end, body.end);
    for (std::size_t at = begin; at < end; ++at)
      if (char& c = code[at - body.begin]; c != '\n') c = ' ';
  }
  return code;
}

// A brace, or the one statement behind a loop's head.
struct Enclosing {
  bool brace = false;
  bool loop = false;
};

class Reading {
 public:
  Reading(std::string_view code, std::string_view name, unsigned firstLine)
      : code_(code), name_(name), line_(firstLine) {}

  std::map<CostSign, CostSignSeen> take() && {
    while (at_ < code_.size()) step();
    return std::move(seen_);
  }

 private:
  void step() {
    const char c = code_[at_];
    if (c == '\n') ++line_;
    if (isAlpha(c) || c == '_') return word();
    if (isDigit(c)) return skipWord();
    if (c == '{') open();
    if (c == '}') close();
    if (c == ';') endStatements();
    ++at_;
  }

  void skipWord() {
    while (at_ < code_.size() && isWordByte(code_[at_])) ++at_;
  }

  void word() {
    const std::size_t begin = at_;
    skipWord();
    const std::string_view word = code_.substr(begin, at_ - begin);
    if (word == "for" || word == "while") return loop();
    if (word == "do") {
      if (pending_) beginStatement();
      pending_ = true;
      note(CostSign::NestedLoops, depth() + 1, depth() > 0);
      return;
    }
    if (pending_ && peek() != '{') beginStatement();
    look(word, begin);
  }

  // The head belongs to what is around it.
  void loop() {
    if (pending_) beginStatement();
    note(CostSign::NestedLoops, depth() + 1, depth() > 0);
    if (peek() != '(') return;
    skipBlanks();
    unsigned open = 0;
    do {
      if (code_[at_] == '\n') ++line_;
      if (code_[at_] == '(') ++open;
      if (code_[at_] == ')') --open;
      ++at_;
    } while (open > 0 && at_ < code_.size());
    pending_ = true;
    const char next = peek();
    if (next == ';') pending_ = false;  // nothing in it, or the end of `do`
  }

  void look(std::string_view word, std::size_t begin) {
    const char next = peek();
    const bool called = next == '(', made = called || next == '<';
    const char before = begin > 0 ? code_[begin - 1] : ' ';
    if (called && word == name_ && before != '.' && before != '>') note(CostSign::Recursion, depth(), true);
    if (depth() == 0) return;
    note(CostSign::SearchInLoop, depth(), called && isAmong(kSearches, word));
    note(CostSign::EraseInLoop, depth(), called && isAmong(kErasures, word));
    note(CostSign::AllocationInLoop, depth(), word == "new" || (made && isAmong(kAllocations, word)));
    note(CostSign::TextInLoop, depth(), isText(word, made));
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
    around_.push_back({false, true});
    pending_ = false;
  }
  void open() {
    around_.push_back({true, pending_});
    pending_ = false;
  }
  void close() {
    endStatements();
    if (!around_.empty()) around_.pop_back();
    // What a brace ended may have been the one statement of a loop.
    endStatements();
  }
  void endStatements() {
    pending_ = false;
    while (!around_.empty() && !around_.back().brace) around_.pop_back();
  }

  [[nodiscard]] unsigned depth() const {
    return static_cast<unsigned>(std::ranges::count_if(around_, &Enclosing::loop));
  }
  [[nodiscard]] char peek() const {
    const std::size_t next = code_.find_first_not_of(" \t\r\n", at_);
    return next == std::string_view::npos ? '\0' : code_[next];
  }
  void skipBlanks() {
    while (at_ < code_.size() && isSpace(code_[at_]))
      if (code_[at_++] == '\n') ++line_;
  }

  std::string_view code_, name_;
  unsigned line_;
  std::size_t at_ = 0;
  bool pending_ = false;  // behind a loop's head
  std::vector<Enclosing> around_;
  std::map<CostSign, CostSignSeen> seen_;
};

}  // namespace

std::vector<CostSignSeen> costSigns(std::string_view text, Span body, std::string_view name) {
  if (body.begin >= body.end || body.end > text.size()) return {};
  const std::string code = codeOf(text, body);
  const auto before = std::ranges::count(text.substr(0, body.begin), '\n');
  std::vector<CostSignSeen> signs;
  for (const auto& [sign, seen] : Reading(code, name, 1 + static_cast<unsigned>(before)).take())
    signs.push_back(seen);
  return signs;
}

}  // namespace assay::source
