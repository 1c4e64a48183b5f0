// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Two shapes: `signal(SIG, name)` and `x.sa_handler = name` (or sa_sigaction, or a designated initialiser).
#include "scan/signal_names.h"

namespace assay::scan {
namespace {

/// The last word of an expression that is a name and nothing more: `f`, `&f`, `A::f`; empty for others.
std::string_view nameIn(const TokenStream& tokens, std::size_t begin, std::size_t end) {
  if (tokens.is(begin, '&')) ++begin;
  if (tokens.is(begin, '(') && tokens.partner(begin) < end) begin = tokens.partner(begin) + 1;
  if (begin >= end || tokens[end - 1].kind != TokenKind::Identifier) return {};
  for (std::size_t i = begin; i < end; ++i)
    if (tokens[i].kind != TokenKind::Identifier && !tokens.is(i, "::")) return {};
  return tokens.text(end - 1);
}

std::size_t endOfExpression(const TokenStream& tokens, std::size_t at) {
  while (at < tokens.size() && !tokens.is(at, ',') && !tokens.is(at, ';') && !tokens.is(at, ')') &&
         !tokens.is(at, '}'))
    at = tokens.after(at);
  return at;
}

std::string_view handlerAt(const TokenStream& tokens, std::size_t index) {
  const bool call =
      (tokens.is(index, "signal") || tokens.is(index, "bsd_signal")) && tokens.is(index + 1, '(');
  if (call) {
    const std::size_t comma = endOfExpression(tokens, index + 2);
    if (!tokens.is(comma, ',')) return {};
    return nameIn(tokens, comma + 1, endOfExpression(tokens, comma + 1));
  }
  const bool field = tokens.is(index, "sa_handler") || tokens.is(index, "sa_sigaction");
  if (!field || !tokens.is(index + 1, '=')) return {};
  return nameIn(tokens, index + 2, endOfExpression(tokens, index + 2));
}

}  // namespace

std::set<std::string_view> signalHandlers(const TokenStream& tokens) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].kind == TokenKind::Identifier)
      if (const std::string_view name = handlerAt(tokens, i); !name.empty()) names.insert(name);
  names.erase("SIG_IGN");
  names.erase("SIG_DFL");
  return names;
}

}  // namespace assay::scan
