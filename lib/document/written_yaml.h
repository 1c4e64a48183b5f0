// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The elements of a list as appendYamlElement() lays them out, read without libyaml and many times as fast.
// Whatever else YAML allows, and whatever is wrong, is left to libyaml, which alone says what it means. That
// what is taken here is what libyaml reads, to the places, is held by property tests and a fuzz target
// (docs/decisions/0006-libyaml-reads-yaml.md).
#pragma once

#include <optional>

#include "document/value.h"
#include "document/written_text.h"

namespace assay::document {

/// Keeps a view of the text. Threads: one.
class WrittenElements {
 public:
  /// Whether it begins where an element seems to begin, and ends where a line ends: no other is given.
  static bool mayRead(YamlPiece piece);
  explicit WrittenElements(YamlPiece piece) : text_(piece) {}

  /// The next element, in a value whose memory is used again. False at the end, and when it is not surely
  /// laid out as writing does it: rest() begins with it then, and `element` may hold a part of it.
  bool take(Value& element);
  /// What was not taken.
  [[nodiscard]] YamlPiece rest() const { return text_.rest(); }
  /// The lines of rest() before the one where another element than its first seems to begin.
  [[nodiscard]] std::optional<YamlPiece> beforeNext() const;
  void pass(YamlPiece piece) { text_.pass(piece.text); }

 private:
  WrittenText text_;
};

}  // namespace assay::document
