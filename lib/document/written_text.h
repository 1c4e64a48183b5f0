// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The words of a YAML text in the layout that writeYaml() gives it, taken one by one from the front: keys and
// scalars. What YAML allows beyond that layout is not known here, and not taken.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "document/value.h"

namespace assay::document {

/// A text and how far it was taken. Every take… says whether it was there; of what was not, a part may be
/// gone. Keeps a view of the text.
class WrittenText {
 public:
  /// The text is empty or ends in a line feed.
  explicit WrittenText(YamlPiece piece);

  [[nodiscard]] bool atEnd() const { return at_ == end_; }
  [[nodiscard]] YamlPiece rest() const { return {{at_, end_}, line_}; }
  [[nodiscard]] Place place() const { return {line_, static_cast<unsigned>(at_ - lineStart_) + 1}; }
  /// How many blanks come next.
  [[nodiscard]] std::size_t blanks() const;
  [[nodiscard]] bool isNext(char c) const { return at_ != end_ && *at_ == c; }
  /// Whether a key of a map in block style comes next.
  [[nodiscard]] bool isKeyNext() const;

  bool take(char c) { return isNext(c) && (++at_, true); }
  bool take(std::string_view text);
  void takeBlanks(std::size_t count) { at_ += count; }  ///< at most blanks()
  bool takeLineFeed();
  /// To the end of `piece`, which is the first lines of rest().
  void pass(std::string_view piece);

  /// A short key of letters, digits, `-` and `_`, up to its colon.
  std::optional<std::string_view> takeKey();
  /// What resolvePlain() is given of an unquoted scalar: to the end of the line, or in brackets to what ends
  /// it there.
  std::optional<std::string_view> takePlainLine();
  std::optional<std::string_view> takePlainInFlow();
  /// What follows the opening quote, with the closing one, which is on the same line.
  bool takeQuoted(std::string& content);
  /// A literal block from behind its `|`; its lines stand behind `indent` blanks.
  bool takeLiteral(std::string& content, std::size_t indent);

 private:
  bool takeVisible();
  bool takeEscape(std::string& content);
  bool takeCodePoint(std::size_t digits, std::string& content);
  bool takeLiteralLine(std::string& content);

  const char* at_;
  const char* end_;
  const char* lineStart_;
  unsigned line_;
};

}  // namespace assay::document
