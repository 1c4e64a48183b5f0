// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/first_error.h"

#include <algorithm>
#include <charconv>

#include "support/strings.h"

namespace assay::launch {
namespace {

// `ESC [ … letter` and `ESC ] … ESC \`: colours, and links to pages about a warning.
std::string withoutEscapes(std::string_view line) {
  constexpr char kEscape = '\x1b';
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != kEscape) {
      text += line[i];
    } else if (i + 1 < line.size() && line[i + 1] == '[') {
      for (i += 2; i < line.size() && !isAlpha(line[i]);) ++i;
    } else {
      for (i += 1; i < line.size() && line[i] != '\\' && line[i] != '\a';) ++i;
    }
  }
  return text;
}

// `:12` in front of a colon, taken off the text; 0 when there is none.
unsigned takeNumber(std::string_view& rest) {
  unsigned number = 0;
  if (!rest.starts_with(':')) return 0;
  const auto read = std::from_chars(rest.data() + 1, rest.data() + rest.size(), number);
  if (read.ec != std::errc() || read.ptr == rest.data() + rest.size() || *read.ptr != ':') return 0;
  rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
  return number;
}

// `file:line:column: kind: text`; the column may be missing.
std::optional<CompilerError> messageIn(const std::string& line) {
  if (line.starts_with(':')) return std::nullopt;
  for (std::size_t colon = line.find(':'); colon != std::string::npos; colon = line.find(':', colon + 1)) {
    std::string_view rest = std::string_view(line).substr(colon);
    const unsigned number = takeNumber(rest);
    if (number == 0) continue;
    const unsigned column = takeNumber(rest);
    if (!rest.starts_with(": ")) continue;
    return CompilerError{{line.substr(0, colon), number, column}, std::string(rest.substr(2))};
  }
  return std::nullopt;
}

}  // namespace

std::optional<CompilerError> firstError(std::string_view printed) {
  std::optional<CompilerError> first;
  for (const std::string_view line : split(printed, '\n')) {
    auto message = messageIn(withoutEscapes(trimRight(line)));
    if (!message) continue;
    if (message->text.starts_with("error:") || message->text.starts_with("fatal error:")) return message;
    const bool isLess = message->text.starts_with("warning:") || message->text.starts_with("note:");
    if (!first && !isLess) first = std::move(message);
  }
  return first;
}

std::string guardedFunctionAt(std::string_view guardedText, unsigned line) {
  std::string_view before = guardedText;
  std::size_t end = 0;
  for (unsigned i = 0; i < line && end < guardedText.size(); ++i)
    end = std::min(guardedText.find('\n', end), guardedText.size() - 1) + 1;
  before = before.substr(0, end);
  for (std::size_t at = before.rfind("ASSAY_INSERTED_"); at != std::string_view::npos && at > 0;
       at = before.rfind("ASSAY_INSERTED_", at - 1)) {
    const std::size_t open = before.find('"', at);
    const std::size_t close = open == std::string_view::npos ? open : before.find('"', open + 1);
    if (before.find(')', at) > open && close != std::string_view::npos)
      return std::string(before.substr(open + 1, close - open - 1));
  }
  return {};
}

}  // namespace assay::launch
