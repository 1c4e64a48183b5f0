// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/decoration.h"

#include "support/strings.h"

namespace assay::tag {
namespace {

constexpr std::string_view kAscii = "*!-=#|~<";

// Box drawing and blocks (U+2500-259F), symbols and dingbats (U+2600-27BF), variation selector, emoji,
// no-break space.
std::size_t symbolAt(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.size() >= 3 && text[0] == '\xE2' && text[1] >= '\x94' && text[1] <= '\x9E') return 3;
  if (text.starts_with("\xEF\xB8\x8F")) return 3;
  if (text.size() >= 4 && text.starts_with("\xF0\x9F")) return 4;
  return 0;
}

std::size_t symbolBefore(std::string_view text) {
  for (std::size_t bytes : {2u, 3u, 4u})
    if (text.size() >= bytes && symbolAt(text.substr(text.size() - bytes)) == bytes) return bytes;
  return 0;
}

bool isAsciiDecoration(char c) {
  return kAscii.find(c) != std::string_view::npos || c == '/';
}

}  // namespace

std::size_t leadingDecoration(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const bool ascii = isSpace(text[at]) || kAscii.find(text[at]) != std::string_view::npos;
    const std::size_t bytes = ascii ? 1 : symbolAt(text.substr(at));
    if (bytes == 0) break;
    at += bytes;
  }
  return at;
}

std::size_t trailingDecoration(std::string_view text) {
  std::string_view kept = trimRight(text);
  while (!kept.empty()) {
    if (const std::size_t bytes = symbolBefore(kept)) {
      kept = trimRight(kept.substr(0, kept.size() - bytes));
      continue;
    }
    std::size_t end = kept.size();
    while (end > 0 && isAsciiDecoration(kept[end - 1])) --end;
    if (end == kept.size() || (end > 0 && !isSpace(kept[end - 1]))) break;
    kept = trimRight(kept.substr(0, end));
  }
  return text.size() - kept.size();
}

std::string_view undecorated(std::string_view text) {
  text.remove_prefix(leadingDecoration(text));
  text.remove_suffix(trailingDecoration(text));
  return text;
}

}  // namespace assay::tag
