// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/keys.h"

#include <algorithm>

#include "support/strings.h"
#include "tag/read_tags.h"
#include "tag/tools.h"

namespace assay::tag {
namespace {

constexpr std::size_t kLongestKey = 32;
constexpr std::string_view kWideColon = "\xEF\xBC\x9A";  // U+FF1A

bool isKeyByte(char c) {
  return isWordByte(c) || c == '-';
}

std::string folded(std::string_view spelling) {
  std::string result;
  for (char c : spelling) {
    const char next = c == '_' || isSpace(c) ? '-' : lower(c);
    if (next != '-' || !result.ends_with('-')) result += next;
  }
  return result;
}

const KeyRow* rowOf(std::string_view spelling) {
  const std::string name = folded(spelling);
  const auto* row = std::ranges::find(kKeys, name, &KeyRow::spelling);
  return row == std::end(kKeys) ? nullptr : row;
}

// The length of ':', '=' or a wide colon at `at`; "::" and "://" are code and addresses.
std::size_t colonAt(std::string_view text, std::size_t at, bool equalSign) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  if (rest.starts_with(kWideColon)) return kWideColon.size();
  if (rest.starts_with("::") || rest.starts_with("://") || rest.starts_with("==")) return 0;
  return rest.starts_with(':') || (equalSign && rest.starts_with('=')) ? 1 : 0;
}

std::size_t skipBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && isSpace(text[at])) ++at;
  return at;
}

// The end of the longest start of `text` that is made of key bytes and single blanks, at most `kLongestKey`
// bytes.
std::size_t endOfWords(std::string_view text, std::size_t begin, bool severalWords) {
  std::size_t at = begin;
  while (at < text.size() && at - begin < kLongestKey) {
    const bool blank =
        severalWords && text[at] == ' ' && at > begin && at + 1 < text.size() && isKeyByte(text[at + 1]);
    if (!isKeyByte(text[at]) && !blank) break;
    ++at;
  }
  return at;
}

std::optional<Key> knownKey(std::string_view text, std::size_t begin, bool at) {
  const std::size_t end = endOfWords(text, begin, true);
  const std::size_t colon = skipBlanks(text, end);
  const KeyRow* row = rowOf(text.substr(begin, end - begin));
  if (const std::size_t length = colonAt(text, colon, true); row != nullptr && length > 0)
    return Key{row->field, std::string(row->name), true, begin, end, skipBlanks(text, colon + length)};
  const std::size_t word = endOfWords(text, begin, false);
  const KeyRow* single = at ? rowOf(text.substr(begin, word - begin)) : nullptr;
  const std::size_t value = skipBlanks(text, word);
  if (single == nullptr || value == word || value == text.size()) return std::nullopt;
  return Key{single->field, std::string(single->name), true, begin, word, value};
}

std::optional<Key> unknownKey(std::string_view text, std::size_t begin) {
  const std::size_t end = endOfWords(text, begin, false);
  const std::size_t length = colonAt(text, end, false);
  if (end == begin || length == 0 || !isAlpha(text[begin])) return std::nullopt;
  const std::string_view spelling = text.substr(begin, end - begin);
  if (isToolName(spelling) || !normalizeModel(spelling).empty()) return std::nullopt;
  return Key{Field::Extra, lower(spelling), false, begin, end, skipBlanks(text, end + length)};
}

}  // namespace

std::optional<Key> leadingKey(std::string_view text) {
  const bool at = text.starts_with('@') || text.starts_with('\\');
  const std::size_t begin = at ? 1 : 0;
  if (auto key = knownKey(text, begin, at)) return key;
  return unknownKey(text, begin);
}

bool knownKeyAt(std::string_view text) {
  text = text.substr(0, kLongestKey + 8);
  const std::size_t colon = skipBlanks(text, endOfWords(text, 0, true));
  return colonAt(text, colon, true) > 0 && knownKey(text, 0, false).has_value();
}

bool mayContinueTag(const Key& key) {
  return key.known || std::ranges::find(kProseLabels, key.name) == std::end(kProseLabels);
}

}  // namespace assay::tag
