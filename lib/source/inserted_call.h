// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads what stands behind the name of one of our macros, as strictly as it was written but for blanks and
// line ends, which a formatter may have put anywhere. What the macros mean is insertion.h's business.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay::source {

/// The first place from `at` on that is no blank.
std::size_t skipSpace(std::string_view text, std::size_t at);

/// Reads one call, once. Each function gives the place behind it, or nothing when it is not ours.
class InsertedCall {
 public:
  /// `at` is behind the macro's name.
  InsertedCall(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<std::size_t> end(bool named, bool statement);  ///< of an id, and a name
  std::optional<std::size_t> endOfSampled();                   ///< of an id, a name and a number
  std::optional<std::size_t> endOfInput();                     ///< of an id and expressions
  std::optional<std::size_t> endOfCompare();  ///< of two ids, the second one's name, and calls
  std::optional<std::size_t> endOfRollout();  ///< of two ids with their names, and a call or a number
  std::optional<std::size_t> closingBrace();

 private:
  bool take(std::string_view token);
  bool takeId();
  bool takeNumber();
  bool takeShare();  ///< a number, or one with limits
  bool takeExpressions();
  bool takeString();
  [[nodiscard]] std::optional<std::size_t> placeIf(bool ours) const;

  std::string_view text_;
  std::size_t at_;
};

}  // namespace assay::source
