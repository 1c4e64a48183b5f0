// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One pass per scope: tokens are gathered into a head until something ends it, and the head's shape says what
// it is.
#include "scan/lexical_items.h"

#include <algorithm>
#include <array>

#include "scan/lexical_heads.h"

namespace assay::scan {
namespace {

constexpr std::array<std::string_view, 6> kAccess = {"public",  "private", "protected",
                                                     "signals", "slots",   "Q_SLOTS"};

class ScopeReader {
 public:
  ScopeReader(const TokenStream& tokens, std::size_t begin, std::size_t end)
      : tokens_(tokens), at_(begin), end_(end) {}

  std::vector<LexicalItem> run() {
    while (at_ < end_) {
      if (tokens_.isDirective(at_) || tokens_.is(at_, ';') || tokens_.is(at_, '}'))
        ++at_;
      else if (!skipAccess())
        readItem();
    }
    return std::move(items_);
  }

 private:
  /// `public:`, `private Q_SLOTS:`
  bool skipAccess() {
    if (std::ranges::find(kAccess, tokens_.text(at_)) == kAccess.end()) return false;
    std::size_t colon = at_ + 1;
    if (tokens_[at_].kind == TokenKind::Identifier && !tokens_.is(colon, ':')) ++colon;
    if (!tokens_.is(colon, ':')) return false;
    at_ = colon + 1;
    return true;
  }

  void readItem() {
    const Head head = readHead(tokens_, at_, end_);
    LexicalItem item;
    item.kind = head.kind;
    item.name = head.name;
    item.parameters = head.parameters;
    if (head.brace != TokenStream::kNone) readBody(head.brace, item);
    const std::size_t last = item.body.empty() ? head.end : closing_;
    item.extent = {tokens_[at_].span.begin, tokens_[std::min(last, end_ - 1)].span.end};
    at_ = std::max(at_ + 1, last + 1);
    items_.push_back(std::move(item));
  }

  void readBody(std::size_t brace, LexicalItem& item) {
    const std::size_t partner = tokens_.partner(brace);
    closing_ = partner == TokenStream::kNone || partner < brace ? end_ - 1 : std::min(partner, end_ - 1);
    item.body = {tokens_[brace].span.begin, tokens_[closing_].span.end};
    const bool holdsItems =
        item.kind == ItemKind::Class || item.kind == ItemKind::Namespace || item.kind == ItemKind::ExternC;
    if (holdsItems) item.members = ScopeReader(tokens_, brace + 1, closing_).run();
    if (item.kind == ItemKind::Function) skipHandlers();
  }

  /// The `catch (…) { … }` of a function-try-block belong to its function.
  void skipHandlers() {
    while (tokens_.is(closing_ + 1, "catch") && tokens_.is(closing_ + 2, '(')) {
      const std::size_t brace = tokens_.after(closing_ + 2);
      if (!tokens_.is(brace, '{') || tokens_.partner(brace) >= end_) return;
      closing_ = tokens_.partner(brace);
    }
  }

  const TokenStream& tokens_;
  std::size_t at_;
  std::size_t end_;
  std::size_t closing_ = 0;
  std::vector<LexicalItem> items_;
};

}  // namespace

std::vector<LexicalItem> lexicalItems(const TokenStream& tokens) {
  return ScopeReader(tokens, 0, tokens.size()).run();
}

}  // namespace assay::scan
