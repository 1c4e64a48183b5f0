// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the names of parameters say: which number is a length, which pointer an end, what is written and not
// read. `bufLen`, `buf_len` and `buflen` are the same name. Pure text.
#pragma once

#include <string_view>

namespace assay::scan {

/// A number that counts what the parameter in front of it points to: "size", "len", "count", "nbytes",
/// "dataSize".
bool isLengthName(std::string_view name);

/// The length of `pointer` in particular, wherever it stands: "buf" and "buflen".
bool isLengthOf(std::string_view pointer, std::string_view name);

/// Two pointers that bound a range: "first" and "last", "begin" and "end".
bool isRange(std::string_view first, std::string_view last);

/// Where a result goes: "out", "dst", "result".
bool isOutputName(std::string_view name);

}  // namespace assay::scan
