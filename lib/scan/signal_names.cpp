// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Three shapes: `signal(SIG, name)`; `x.sa_handler = name` (or sa_sigaction, or a designated initialiser);
// `struct sigaction x = {name}`, where the handler comes first.
#include "scan/signal_names.h"

#include <algorithm>
#include <array>

namespace assay::scan {
namespace {

class HandlerSearch {
 public:
  HandlerSearch(const TokenStream& tokens, std::set<std::string_view>& names)
      : tokens_(tokens), names_(names) {}

  void lookAt(std::size_t index) {
    constexpr std::array<std::string_view, 5> kCalls = {"signal", "bsd_signal", "sysv_signal", "ssignal",
                                                        "sigset"};
    const std::string_view word = tokens_.text(index);
    if (std::ranges::find(kCalls, word) != kCalls.end() && tokens_.is(index + 1, '('))
      addSecondArgument(index + 2);
    else if ((word == "sa_handler" || word == "sa_sigaction") &&
             (tokens_.is(index + 1, '=') || tokens_.is(index + 1, ':')))
      addNames(index + 2, endOfExpression(index + 2));
    else if (word == "sigaction")
      addInitializer(index + 1);
  }

 private:
  void addSecondArgument(std::size_t begin) {
    const std::size_t comma = endOfExpression(begin);
    if (tokens_.is(comma, ',')) addNames(comma + 1, endOfExpression(comma + 1));
  }

  /// Behind the type: `a = {`, `a{`, `a[2] = {`, `){` of a compound literal, `{`.
  void addInitializer(std::size_t at) {
    if (tokens_.is(at, ')')) ++at;
    while (at < tokens_.size() &&
           (tokens_[at].kind == TokenKind::Identifier || tokens_.is(at, '[') || tokens_.is(at, '=')))
      at = tokens_.after(at);
    if (tokens_.is(at, '{')) addFirsts(at);
  }

  /// What stands first in the list, and in the lists in it; a field's name goes before its value.
  void addFirsts(std::size_t open) {
    const std::size_t close = tokens_.partner(open);
    if (close == TokenStream::kNone) return;
    if (!tokens_.is(open + 1, '.')) addNames(open + 1, endOfExpression(open + 1));
    for (std::size_t at = open + 1; at < close; at = tokens_.after(at))
      if (tokens_.is(at, '{')) addFirsts(at);
  }

  [[nodiscard]] std::size_t endOfExpression(std::size_t at) const {
    while (at < tokens_.size() && !tokens_.is(at, ',') && !tokens_.is(at, ';') && !tokens_.is(at, ')') &&
           !tokens_.is(at, '}'))
      at = tokens_.after(at);
    return at;
  }

  /// Of an expression that is a name, or chooses between some.
  void addNames(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    if (const std::size_t chosen = find('?', begin, end); chosen < end) {
      const std::size_t other = find(':', chosen + 1, end);
      addNames(other == chosen + 1 ? begin : chosen + 1, other == chosen + 1 ? chosen : other);
      return addNames(other + 1, end);
    }
    const bool isCast = tokens_.is(begin, "static_cast") || tokens_.is(begin, "reinterpret_cast");
    const std::size_t open = tokens_.is(end - 1, ')') ? tokens_.partner(end - 1) : TokenStream::kNone;
    if (open != TokenStream::kNone && (isCast ? open > begin : open == begin))
      return addNames(open + 1, end - 1);
    if (tokens_.is(begin, '(') && tokens_.partner(begin) < end)  // a cast
      return addNames(tokens_.partner(begin) + 1, end);
    addName(tokens_.is(begin, '&') ? begin + 1 : begin, end);
  }

  [[nodiscard]] std::size_t find(char sign, std::size_t begin, std::size_t end) const {
    unsigned inner = 0;  // choices in what is chosen
    for (; begin < end; begin = tokens_.after(begin)) {
      if (tokens_.is(begin, sign) && inner == 0) return begin;
      if (tokens_.is(begin, '?')) ++inner;
      if (tokens_.is(begin, ':') && inner > 0) --inner;
    }
    return end;
  }

  /// The last word of `f`, `A::f`; nothing of all others.
  void addName(std::size_t begin, std::size_t end) {
    if (begin >= end || tokens_[end - 1].kind != TokenKind::Identifier) return;
    for (std::size_t i = begin + 1; i < end; ++i)
      if (tokens_.is(i, "::") == tokens_.is(i - 1, "::")) return;
    names_.insert(tokens_.text(end - 1));
  }

  const TokenStream& tokens_;
  std::set<std::string_view>& names_;
};

}  // namespace

std::set<std::string_view> signalHandlers(const TokenStream& tokens) {
  std::set<std::string_view> names;
  HandlerSearch search(tokens, names);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].kind == TokenKind::Identifier) search.lookAt(i);
  for (const std::string_view none : {"SIG_IGN", "SIG_DFL", "NULL", "nullptr"}) names.erase(none);
  return names;
}

}  // namespace assay::scan
