// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an unquoted YAML scalar means, and which strings may stand without quotes. Reading follows the core
// schema of YAML 1.2; writing is careful about readers of YAML 1.1 too (where `yes`, `12:30` and `2024-01-15`
// are no strings).
#pragma once

#include <string>
#include <string_view>

#include "document/value.h"

namespace assay::document {

enum class Layout { Block, Flow };  ///< Flow: inside brackets, where more characters mean something

/// The value of an unquoted scalar.
Value resolvePlain(std::string_view text);

/// True when the text may be written without quotes and every reader takes it for that very string.
bool isPlainString(std::string_view text, Layout layout);

/// Appends the string in double quotes with escapes, on one line. It must be UTF-8.
void appendQuoted(std::string& text, std::string_view string);

/// Appends a scalar (everything but lists and maps) on one line, with quotes or `!!binary` as needed.
void appendScalar(std::string& text, const Value& scalar, Layout layout);
/// The same for a string, as in a map's key.
void appendString(std::string& text, std::string_view string, Layout layout);

}  // namespace assay::document
