// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/words.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::tag {
namespace {

bool isPart(char c) {
  return isWordByte(c) || c == '\'';
}

}  // namespace

std::string_view firstWord(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && isPart(text[end])) ++end;
  return text.substr(0, end);
}

std::string_view lastWord(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && isPart(text[begin - 1])) --begin;
  return text.substr(begin);
}

bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view known) { return equalsIgnoringCase(known, word); });
}

std::size_t joinerAt(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('_') || text.starts_with(' ')) return 1;
  for (std::string_view hyphen : {"\u2010", "\u2011", "\u2013"})
    if (text.starts_with(hyphen)) return hyphen.size();
  return 0;
}

std::size_t colonLength(std::string_view text) {
  if (text.starts_with("\uFF1A")) return 3;
  if (text.starts_with("::") || text.starts_with("==")) return 0;
  return text.starts_with(':') || text.starts_with('=') ? 1 : 0;
}

}  // namespace assay::tag
