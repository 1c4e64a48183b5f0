// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One pass over the bytes. Only what can hide a comment, or look like one, is told apart: literals, numbers
// with digit separators, identifiers (they may be the prefix of a raw string) and the file name of an
// #include. Every byte is looked at a bounded number of times, so that a hostile file costs no more than an
// ordinary one of its size.
#include "source/comments.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "support/strings.h"

namespace assay::source {
namespace {

// Compilers pass over a zero byte as over a blank.
constexpr bool isBlank(char c) {
  return c == '\0' || c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

// Bytes of UTF-8 sequences count as letters: identifiers may hold them.
constexpr bool isNameByte(char c) {
  return isWordByte(c) || static_cast<unsigned char>(c) >= 0x80;
}

class CommentFinder {
 public:
  explicit CommentFinder(std::string_view text, std::vector<Span>* literals = nullptr)
      : text_(text), literals_(literals) {
    if (text.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  std::vector<Comment> run() {
    while (at_ < text_.size()) step();
    return std::move(comments_);
  }

 private:
  [[nodiscard]] char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  // The offset behind a line continuation at `at`, or `at` itself. Compilers allow blanks behind the
  // backslash.
  [[nodiscard]] std::size_t skipSplices(std::size_t at) const {
    while (peek(at) == '\\') {
      std::size_t end = at + 1;
      while (end < text_.size() && isBlank(text_[end])) ++end;
      if (peek(end) != '\n') return at;
      at = end + 1;
    }
    return at;
  }

  void step() {
    const char c = text_[at_];
    if (c == '\n') {
      ++at_;
      onlyBlanks_ = true;
      directive_ = false;
    } else if (isBlank(c)) {
      ++at_;
    } else if (c == '/' && comment()) {
      onlyBlanks_ = false;
    } else if (const std::size_t spliced = skipSplices(at_); spliced != at_) {
      at_ = spliced;
      onlyBlanks_ = true;
    } else {
      code(c);
      onlyBlanks_ = false;
    }
  }

  void code(char c) {
    if (c == '#' && onlyBlanks_) {
      directive_ = true;
      ++at_;
    } else if (isDigit(c)) {
      number();
    } else if (isNameByte(c)) {
      name();
    } else if (c == '"' || c == '\'') {
      literal(c);
    } else {
      ++at_;
    }
  }

  // A preprocessing number: 1'000, 0xFF'FFu, 1.5e+3. An apostrophe belongs to it when a letter or digit
  // follows.
  void number() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool sign = (c == '+' || c == '-') && std::strchr("eEpP", text_[at_ - 1]) != nullptr;
      const bool separator = c == '\'' && isWordByte(peek(at_ + 1));
      if (!isNameByte(c) && c != '.' && !sign && !separator) return;
      ++at_;
    }
  }

  void name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && isNameByte(text_[at_])) ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    const bool raw = word == "R" || word == "LR" || word == "uR" || word == "UR" || word == "u8R";
    if (raw && peek(at_) == '"') rawString();
    if (directive_ && (word == "include" || word == "include_next" || word == "import")) fileName();
    directive_ = false;
  }

  // `#include <a//b.h>` holds no comment.
  void fileName() {
    std::size_t open = at_;
    while (open < text_.size() && isBlank(text_[open])) ++open;
    if (peek(open) != '<') return;
    const std::size_t close = text_.find_first_of(">\n", open);
    at_ = close == std::string_view::npos ? text_.size() : close;
  }

  void literal(char quote) {
    const std::size_t begin = at_;
    passLiteral(quote);
    if (literals_ != nullptr) literals_->push_back({begin, at_});
  }

  void passLiteral(char quote) {
    ++at_;
    while (at_ < text_.size() && text_[at_] != '\n') {
      const char c = text_[at_];
      const std::size_t spliced = c == '\\' ? skipSplices(at_) : at_;
      if (spliced != at_) {
        at_ = spliced;
        continue;
      }
      at_ = std::min(at_ + (c == '\\' ? 2 : 1), text_.size());
      if (c == quote) return;
    }
  }

  void rawString() {
    constexpr std::size_t kLongestDelimiter = 16;
    const std::string_view start = text_.substr(at_ + 1, kLongestDelimiter + 1);
    const std::size_t length = start.find('(');
    const std::string_view delimiter = start.substr(0, length);
    if (length == std::string_view::npos ||
        delimiter.find_first_of(" \t\v\f\r\n)\\\"") != std::string_view::npos) {
      literal('"');
      return;
    }
    const std::string close = ")" + std::string(delimiter) + "\"";
    const std::size_t begin = at_;
    const std::size_t end = text_.find(close, at_ + 2 + length);
    at_ = end == std::string_view::npos ? text_.size() : end + close.size();
    if (literals_ != nullptr) literals_->push_back({begin, at_});
  }

  bool comment() {
    const std::size_t second = skipSplices(at_ + 1);
    if (peek(second) == '/') {
      add(lineCommentEnd(second + 1), CommentStyle::Line, true);
    } else if (peek(second) == '*') {
      const std::size_t end = blockCommentEnd(second + 1);
      add(end == std::string_view::npos ? text_.size() : end, CommentStyle::Block,
          end != std::string_view::npos);
    } else {
      return false;
    }
    return true;
  }

  [[nodiscard]] std::size_t lineCommentEnd(std::size_t from) const {
    for (std::size_t at = from;;) {
      const std::size_t lineBreak = text_.find('\n', at);
      if (lineBreak == std::string_view::npos) return text_.size();
      std::size_t last = lineBreak;
      while (last > at && isBlank(text_[last - 1])) --last;
      if (last == at || text_[last - 1] != '\\')
        return lineBreak > from && text_[lineBreak - 1] == '\r' ? lineBreak - 1 : lineBreak;
      at = lineBreak + 1;
    }
  }

  [[nodiscard]] std::size_t blockCommentEnd(std::size_t from) const {
    for (std::size_t star = text_.find('*', from); star != std::string_view::npos;
         star = text_.find('*', star + 1)) {
      const std::size_t slash = skipSplices(star + 1);
      if (peek(slash) == '/') return slash + 1;
    }
    return std::string_view::npos;
  }

  void add(std::size_t end, CommentStyle style, bool terminated) {
    std::size_t after = end;
    while (after < text_.size() && isBlank(text_[after])) ++after;
    const bool endsLine = after == text_.size() || text_[after] == '\n';
    comments_.push_back({{at_, end}, style, onlyBlanks_, endsLine, terminated});
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool onlyBlanks_ = true;  // on this line so far
  bool directive_ = false;  // a # opened this line and its word has not come yet
  std::vector<Comment> comments_;
  std::vector<Span>* literals_;  // null: nobody asks for them
};

}  // namespace

std::vector<Comment> findComments(std::string_view text) {
  return CommentFinder(text).run();
}

std::vector<Span> findCommentsAndLiterals(std::string_view text) {
  std::vector<Span> spans;
  for (const Comment& comment : CommentFinder(text, &spans).run()) spans.push_back(comment.span);
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

bool isWithin(const std::vector<Span>& spans, std::size_t offset) {
  const auto after = std::ranges::upper_bound(spans, offset, {}, &Span::begin);
  return after != spans.begin() && std::prev(after)->contains(offset);
}

}  // namespace assay::source
