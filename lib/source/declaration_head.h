// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands before a brace outside of functions, fed word by word: enough of a declaration to tell whether
// the brace opens a function's body, a scope with more declarations, or a part such as an initialiser. No
// names, no types.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::source {

class DeclarationHead {
 public:
  /// An identifier or keyword; words in parentheses and template parameter lists are ignored.
  void addWord(std::string_view word);
  /// Any other character that is neither blank nor `{`, `}`, `;`, with its neighbours ('\0' at the ends of
  /// the text).
  void addCharacter(char before, char c, char after);
  /// A brace that was part of this declaration has closed.
  void addClosedBrace();

  [[nodiscard]] bool isEmpty() const { return last_ == Last::Nothing; }
  /// In parentheses, brackets, or after `=`: a brace here belongs to a value.
  [[nodiscard]] bool isInValue() const { return parens_ > 0 || assigned_; }
  [[nodiscard]] bool opensFunction() const;
  [[nodiscard]] bool opensScope() const;
  /// The brace ends the declaration although it is neither: enum, catch.
  [[nodiscard]] bool endsWithBrace() const { return enumKey_ || catchKey_; }
  /// Parameters with a declaration behind them, as a K&R definition has before its body. Asked at a `;`.
  [[nodiscard]] bool isOldStyle() const {
    return parameters_ && !assigned_ && (last_ == Last::Word || last_ == Last::Other);
  }

 private:
  // What the head ended in so far.
  enum class Last : std::uint8_t {
    Nothing,
    Word,
    Attribute,     // a word whose parentheses are no parameter list: alignas, noexcept
    Trailing,      // what may stand between a parameter list and the body: const, an attribute macro
    Requires,      // begins a clause
    RequiresExpr,  // begins an expression with a brace of its own
    Closing,       // ) ] }
    Other
  };

  void closeParen();
  void addColon(char before, char after);
  bool addBracket(char c);

  Last last_ = Last::Nothing;
  Last beforeParen_ = Last::Nothing;
  bool parameters_ = false;  // a pair of parentheses that may be a parameter list
  bool assigned_ = false;    // an = outside of parentheses
  bool classKey_ = false;
  bool enumKey_ = false;
  bool namespaceKey_ = false;
  bool linkageKey_ = false;  // extern "C", export
  bool catchKey_ = false;
  bool initializers_ = false;  // after the colon of a constructor
  bool freeTail_ = false;      // after -> or a trailing requires: anything may precede the body
  bool templateNext_ = false;
  int parens_ = 0;  // and brackets
  int angles_ = 0;  // of template<…> only
};

}  // namespace assay::source
