// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Quotation marks of every kind, and the escapes inside them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assay::tag {

struct QuoteKind {
  std::string_view open;
  std::array<std::string_view, 2> close;  ///< the second may be empty
  bool insideText = true;                 ///< opens in the middle of a value too; an apostrophe does not
};

inline constexpr std::array<QuoteKind, 11> kQuotes = {{
    {"\"", {"\"", ""}},
    {"'", {"'", ""}, false},
    {"`", {"`", ""}, false},
    {"\u201C", {"\u201D", "\u201C"}},
    {"\u201D", {"\u201D", ""}, false},
    {"\u201E", {"\u201C", "\u201D"}},
    {"\u2018", {"\u2019", ""}, false},
    {"\u201A", {"\u2018", "\u2019"}, false},
    {"\u00AB", {"\u00BB", ""}},
    {"\u00BB", {"\u00AB", "\u00BB"}, false},
    {"\u300C", {"\u300D", ""}},
}};

/// Index into kQuotes of the mark that `text` begins with.
std::optional<std::size_t> openingQuote(std::string_view text);

struct ClosingMark {
  std::size_t at = 0;
  std::size_t length = 0;
};

/// The first unescaped closing mark in `line` from `from` on that ends a value: behind it stands a separator,
/// a known key or the end. So quoted words inside a quoted prompt need no escapes.
std::optional<ClosingMark> strictClose(std::string_view line, std::size_t from, std::size_t kind);

/// The last unescaped closing mark in `line` from `from` on.
std::optional<ClosingMark> lastClose(std::string_view line, std::size_t from, std::size_t kind);

/// Resolves \n \r \t \\ \/ \" \' \` and \xNN; other backslashes stay as they are.
std::string unescaped(std::string_view text);

/// In double quotes, with everything escaped that could end the quote, the comment or the line, begin another
/// comment, or show the line otherwise than it is: control and bidirectional characters, bytes that are not
/// UTF-8.
std::string inQuotes(std::string_view text);

}  // namespace assay::tag
