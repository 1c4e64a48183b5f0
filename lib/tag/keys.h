// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Finds `key: value` at the start of a text and says what the key means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tag/keys_table.h"

namespace assay::tag {

struct Key {
  Field field = Field::Extra;
  std::string name;       ///< canonical, lower case
  bool known = false;     ///< in the table
  std::size_t begin = 0;  ///< of the key's own text, behind an '@'
  std::size_t end = 0;    ///< behind the key's own text
  std::size_t value = 0;  ///< where the value begins, behind the colon and blanks
};

/// The key that `text` begins with. An unknown key is one word followed by a colon; a known one may be
/// several words, and be followed by '=' or stand behind '@' without a colon. Names of models and tools are
/// not keys.
std::optional<Key> leadingKey(std::string_view text);

/// True when the text at a word's start is a known key and its colon; for fields that follow each other
/// without a separator.
bool knownKeyAt(std::string_view text);

/// A key that may stand on a comment line of its own below a tag: known, or unknown but no label of ordinary
/// documentation.
bool mayContinueTag(const Key& key);

}  // namespace assay::tag
