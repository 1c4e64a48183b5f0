// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/declaration_head.h"

#include <algorithm>
#include <array>

namespace assay::source {
namespace {

using namespace std::string_view_literals;

constexpr auto kTrailing = std::array{"const"sv, "volatile"sv, "override"sv, "final"sv, "mutable"sv, "try"sv};
constexpr auto kAttributes =
    std::array{"__attribute__"sv, "alignas"sv,  "_Alignas"sv, "__declspec"sv, "decltype"sv, "noexcept"sv,
               "throw"sv,         "explicit"sv, "typeof"sv,   "__typeof__"sv, "asm"sv,      "__asm__"sv};

bool isMacroName(std::string_view word) {
  return word.size() > 1 && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isIn(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

}  // namespace

void DeclarationHead::addWord(std::string_view word) {
  if (parens_ > 0 || angles_ > 0) return;
  const Last before = last_;
  last_ = Last::Word;
  if (word == "requires") {
    last_ = before == Last::Requires ? Last::RequiresExpr : Last::Requires;
    freeTail_ |= parameters_;
  } else if (word == "template") {
    templateNext_ = true;
  } else if (word == "class" || word == "struct" || word == "union") {
    classKey_ = true;
  } else if (word == "enum") {
    enumKey_ = true;
  } else if (word == "namespace") {
    namespaceKey_ = true;
  } else if (word == "extern" || word == "export") {
    linkageKey_ = true;
  } else if (word == "catch") {
    catchKey_ = true;
  } else if (std::ranges::count(kAttributes, word) > 0) {
    last_ = Last::Attribute;
  } else if (std::ranges::count(kTrailing, word) > 0 || isMacroName(word)) {
    last_ = Last::Trailing;
  }
}

void DeclarationHead::addCharacter(char before, char c, char after) {
  if (addBracket(c) || parens_ > 0 || angles_ > 0 || c == '.' || c == '\\') return;
  if (c == ':') return addColon(before, after);
  if (c == '>' && before == '-') freeTail_ |= parameters_;
  if (c == '=' && after != '=' && !isIn(before, "=!<>+-*/%&|^")) assigned_ = true;
  last_ = c == '&' && parameters_ ? Last::Trailing : Last::Other;
}

// Parentheses and brackets of every kind, and what is between the angles of template<…>.
bool DeclarationHead::addBracket(char c) {
  if (c == '(' || c == '[') {
    if (parens_++ == 0) beforeParen_ = c == '(' ? last_ : Last::Attribute;
    return true;
  }
  if (c == ')' || c == ']') {
    closeParen();
    return true;
  }
  if (parens_ > 0) return true;
  if (c == '<' && (templateNext_ || angles_ > 0)) {
    ++angles_;
    templateNext_ = false;
    last_ = Last::Other;
    return true;
  }
  if (c == '>' && angles_ > 0) {
    --angles_;
    return true;
  }
  return false;
}

void DeclarationHead::closeParen() {
  if (parens_ == 0 || --parens_ > 0 || angles_ > 0) return;
  if (beforeParen_ == Last::RequiresExpr) {
    last_ = Last::RequiresExpr;
    return;
  }
  const bool attribute = beforeParen_ == Last::Attribute || beforeParen_ == Last::Requires;
  if (!attribute) parameters_ = true;
  last_ = attribute ? Last::Trailing : Last::Closing;
}

void DeclarationHead::addColon(char before, char after) {
  last_ = Last::Other;
  if (before == ':' || after == ':' || classKey_ || enumKey_) return;
  if (parameters_)
    initializers_ = true;
  else
    *this = {};  // public: and other labels
}

void DeclarationHead::addClosedBrace() {
  if (last_ != Last::Nothing) last_ = Last::Closing;
}

bool DeclarationHead::opensFunction() const {
  if (!parameters_ || catchKey_ || namespaceKey_) return false;
  if (initializers_) return last_ == Last::Closing;
  if (freeTail_) return last_ != Last::Requires && last_ != Last::RequiresExpr;
  if (last_ == Last::Closing) return true;
  // `class EXPORT(x) QUEUE {` has parentheses and looks as if it had a trailing macro.
  return !classKey_ && (last_ == Last::Trailing || last_ == Last::Attribute);
}

bool DeclarationHead::opensScope() const {
  return namespaceKey_ || (!enumKey_ && (classKey_ || (linkageKey_ && !parameters_)));
}

}  // namespace assay::source
