// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Foreign text on one line of a terminal, and columns of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::emit::report {

/// Line breaks and runs of blanks become one blank; what could drive a terminal is made visible.
std::string oneLine(std::string_view text);

/// The text cut or padded to exactly `width` columns.
std::string fitLeft(std::string_view text, std::size_t width);
std::string fitRight(std::string_view text, std::size_t width);

/// The text cut from the left, so that the end stays: "…impl.cc:1192". For places and qualified names.
std::string keepEnd(std::string_view text, std::size_t width);

/// "1,234,567"
std::string grouped(std::size_t number);

}  // namespace assay::emit::report
