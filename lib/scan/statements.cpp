// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The grammar of statements as far as tokens show it: heads in parentheses, blocks, else and catch, and all
// else up to its semicolon.
#include "scan/statements.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace assay::scan {
namespace {

class Extent {
 public:
  explicit Extent(const TokenStream& tokens) : tokens_(tokens) {}

  [[nodiscard]] bool compound() const { return compound_; }

  /// Index of the last token of the statement that begins at `at`.
  std::size_t end(std::size_t at) {
    at = skipDirectives(at);
    if (at >= tokens_.size()) return tokens_.size() - 1;
    if (tokens_.is(at, '{')) return block(at);
    if (tokens_.is(at, "if")) return branch(at);
    if (tokens_.is(at, "for") || tokens_.is(at, "while") || tokens_.is(at, "switch")) return headed(at);
    if (tokens_.is(at, "do")) return loop(at);
    if (tokens_.is(at, "try")) return handlers(end(at + 1));
    if (tokens_.is(at, "case") || tokens_.is(at, "default")) return labelled(at);
    return simple(at);
  }

 private:
  [[nodiscard]] std::size_t skipDirectives(std::size_t at) const {
    while (tokens_.isDirective(at)) ++at;
    return at;
  }

  std::size_t block(std::size_t at) {
    compound_ = true;
    return std::min(tokens_.after(at), tokens_.size()) - 1;
  }

  /// `for (…) statement`, also with words between (`if constexpr`, `while` alone).
  std::size_t headed(std::size_t at) {
    compound_ = true;
    ++at;
    while (at < tokens_.size() && tokens_[at].kind == TokenKind::Identifier) ++at;
    return tokens_.is(at, '(') ? end(tokens_.after(at)) : simple(at);
  }

  std::size_t branch(std::size_t at) {
    std::size_t last = headed(at);
    while (tokens_.is(skipDirectives(last + 1), "else")) last = end(skipDirectives(last + 1) + 1);
    return last;
  }

  std::size_t loop(std::size_t at) {
    compound_ = true;
    const std::size_t last = end(at + 1);
    return tokens_.is(last + 1, "while") ? simple(last + 1) : last;
  }

  std::size_t handlers(std::size_t last) {
    compound_ = true;
    while (tokens_.is(last + 1, "catch") && tokens_.is(last + 2, '(')) last = end(tokens_.after(last + 2));
    return last;
  }

  std::size_t labelled(std::size_t at) {
    while (at < tokens_.size() && !tokens_.is(at, ':') && !tokens_.is(at, '}')) at = tokens_.after(at);
    return tokens_.is(at + 1, '}') ? at : end(at + 1);
  }

  [[nodiscard]] std::size_t simple(std::size_t at) const {
    for (; at < tokens_.size(); at = tokens_.after(at)) {
      if (tokens_.is(at, ';')) return at;
      if (tokens_.is(at, '}')) return at > 0 ? at - 1 : 0;
    }
    return tokens_.size() - 1;
  }

  const TokenStream& tokens_;
  bool compound_ = false;
};

/// Behind a '}' the statement goes on with one of these.
constexpr std::array<std::string_view, 11> kContinues = {")", ",", ";",    ".",     "->",   "(",
                                                         "[", "]", "else", "while", "catch"};

bool endsStatement(const TokenStream& tokens, std::size_t index) {
  if (tokens.is(index, ';') || tokens.isDirective(index)) return true;
  if (!tokens.is(index, '}')) return false;
  return std::ranges::find(kContinues, tokens.text(index + 1)) == kContinues.end();
}

/// Index of the first token of the statement that `index` belongs to.
std::size_t beginOf(const TokenStream& tokens, std::size_t index) {
  std::size_t at = index;
  while (at > 0) {
    const std::size_t before = at - 1;
    if (endsStatement(tokens, before) || tokens.is(before, '{')) break;
    const std::size_t partner = tokens.partner(before);
    at = partner != TokenStream::kNone && partner < before ? partner : before;
  }
  return at;
}

}  // namespace

Statement statementFrom(const TokenStream& tokens, std::size_t first) {
  while (tokens.isDirective(first)) ++first;
  Extent extent(tokens);
  const std::size_t last = extent.end(first);
  return {first, std::max(first, last), extent.compound()};
}

Statement statementAround(const TokenStream& tokens, std::size_t index) {
  if (tokens.is(index, '}') && tokens.partner(index) != TokenStream::kNone) index = tokens.partner(index);
  return statementFrom(tokens, beginOf(tokens, index));
}

source::Span spanOf(const TokenStream& tokens, const Statement& statement) {
  if (tokens.size() == 0) return {};
  const std::size_t limit = tokens.size() - 1;
  return {tokens[std::min(statement.first, limit)].span.begin,
          tokens[std::min(statement.last, limit)].span.end};
}

}  // namespace assay::scan
