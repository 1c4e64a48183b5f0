// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Ends of the lexical pieces of a C or C++ file, each from its first byte on. Unterminated literals end with
// their line, as compilers recover.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay::instrument {

/// Past a backslash that splices the next line on (blanks between it and the line break are allowed, as in
/// GCC and Clang); `at` itself when there is none.
std::size_t skipSplice(std::string_view text, std::size_t at);

/// Past blanks and tabs.
std::size_t skipBlanks(std::string_view text, std::size_t at);

bool isComment(std::string_view text, std::size_t at);
/// Past a comment; a line comment's end is its line break. The text's size when a block comment is not
/// closed.
std::size_t endOfComment(std::string_view text, std::size_t at);
/// Past a string or character literal whose quote is at `at`.
std::size_t endOfLiteral(std::string_view text, std::size_t at);
/// Past a raw string whose quote is at `at`.
std::size_t endOfRawString(std::string_view text, std::size_t at);
/// Past a name or a number (with digit separators and exponents).
std::size_t endOfWord(std::string_view text, std::size_t at);
/// True for the prefixes of raw strings: R, LR, uR, UR, u8R.
bool isRawPrefix(std::string_view word);
/// The line break that ends the logical line of a directive: not one inside a comment, not a spliced one.
std::size_t endOfDirective(std::string_view text, std::size_t at);

}  // namespace assay::instrument
