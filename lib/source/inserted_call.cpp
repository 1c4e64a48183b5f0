// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/inserted_call.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::source {
namespace {

constexpr std::size_t kIdDigits = 16;

bool isHexDigit(char c) {
  return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

}  // namespace

std::size_t skipSpace(std::string_view text, std::size_t at) {
  while (at < text.size() && isSpace(text[at])) ++at;
  return at;
}

std::optional<std::size_t> InsertedCall::end(bool named, bool statement) {
  bool ours = take("(") && take("0x") && takeId();
  if (named) ours = ours && take(",") && takeString();
  return placeIf(ours && take(")") && (!statement || take(";")));
}

std::optional<std::size_t> InsertedCall::endOfSampled() {
  return placeIf(take("(") && take("0x") && takeId() && take(",") && takeString() && take(",") &&
                 takeNumber() && take(")") && take(";"));
}

std::optional<std::size_t> InsertedCall::endOfInput() {
  return placeIf(take("(") && take("0x") && takeId() && take(",") && takeExpressions() && take(")") &&
                 take(";"));
}

std::optional<std::size_t> InsertedCall::endOfCompare() {
  return placeIf(take("(") && take("0x") && takeId() && take(",") && take("0x") && takeId() && take(",") &&
                 takeString() && take(",") && takeExpressions() && take(")") && take(";"));
}

std::optional<std::size_t> InsertedCall::endOfRollout() {
  return placeIf(take("(") && take("0x") && takeId() && take(",") && takeString() && take(",") &&
                 takeShare() && take(",") && take("0x") && takeId() && take(",") && takeString() &&
                 take(",") && takeExpressions() && take(")") && take(";"));
}

std::optional<std::size_t> InsertedCall::closingBrace() {
  return placeIf(take("}"));
}

std::optional<std::size_t> InsertedCall::placeIf(bool ours) const {
  return ours ? std::optional(at_) : std::nullopt;
}

bool InsertedCall::take(std::string_view token) {
  at_ = skipSpace(text_, at_);
  if (!text_.substr(at_).starts_with(token)) return false;
  at_ += token.size();
  return true;
}

bool InsertedCall::takeId() {
  const std::string_view digits = text_.substr(at_, kIdDigits);
  at_ += digits.size();
  return digits.size() == kIdDigits && std::ranges::all_of(digits, isHexDigit);
}

bool InsertedCall::takeNumber() {
  at_ = skipSpace(text_, at_);
  const std::size_t begin = at_;
  while (at_ < text_.size() && isDigit(text_[at_])) ++at_;
  return at_ > begin;
}

bool InsertedCall::takeShare() {
  if (!take("ASSAY_INSERTED_BREAKER")) return takeNumber();
  return take("(") && takeNumber() && take(",") && takeNumber() && take(",") && takeNumber() && take(")");
}

// Up to the parenthesis that closes them; they hold neither literals nor statements.
bool InsertedCall::takeExpressions() {
  int depth = 0;
  for (; at_ < text_.size() && !std::string_view("\"';{}#").contains(text_[at_]); ++at_) {
    if (text_[at_] == '(') ++depth;
    if (text_[at_] == ')' && depth-- == 0) return true;
  }
  return false;
}

bool InsertedCall::takeString() {
  if (!take("\"")) return false;
  for (; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
    if (text_[at_] == '"') return ++at_, true;
    if (text_[at_] == '\\') ++at_;
  }
  return false;
}

}  // namespace assay::source
