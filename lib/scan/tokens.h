// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The tokens of a C or C++ file without a preprocessor: enough for questions about the text (what stands
// between two places, which brace closes which, is this the same code but for its layout). Comments are left
// out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace assay::scan {

enum class TokenKind : std::uint8_t {
  Identifier,
  Number,
  String,
  Character,
  Punctuator,
  Directive  ///< a whole preprocessor line with its continuations, from its '#'
};

struct Token {
  TokenKind kind = TokenKind::Punctuator;
  char sign = 0;  ///< of a punctuator of one character (digraphs as what they mean); else 0
  source::Span span;
};

/// Never fails; an unterminated literal ends at its line.
std::vector<Token> tokenize(std::string_view text);

/// Tokens with their brackets paired. `text` must outlive it.
class TokenStream {
 public:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  explicit TokenStream(std::string_view text);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Token& operator[](std::size_t index) const { return tokens_[index]; }
  [[nodiscard]] std::string_view text(std::size_t index) const;
  [[nodiscard]] bool is(std::size_t index, char sign) const;
  [[nodiscard]] bool is(std::size_t index, std::string_view word) const;
  [[nodiscard]] bool isDirective(std::size_t index) const;
  /// "if", "include", …: the name of the directive at `index`; empty when it is none.
  [[nodiscard]] std::string_view directiveName(std::size_t index) const;
  /// First token that begins at or after the offset; size() when there is none.
  [[nodiscard]] std::size_t firstFrom(std::size_t offset) const;
  /// The other bracket of a pair; kNone when `index` is no bracket or has no partner.
  [[nodiscard]] std::size_t partner(std::size_t index) const { return partners_[index]; }
  /// Where scanning goes on after the token: behind the closing bracket when it opens a pair.
  [[nodiscard]] std::size_t after(std::size_t index) const;
  /// False when a bracket has no partner even with one branch of each #if taken: nothing here is sure then.
  [[nodiscard]] bool balanced() const { return balanced_; }

 private:
  void pairBrackets();
  void close(std::size_t index, std::vector<std::size_t>& open);

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> partners_;
  bool balanced_ = true;
};

/// #if, #ifdef, #ifndef, #elif…, #else, #endif.
bool isConditional(std::string_view directiveName);

}  // namespace assay::scan
