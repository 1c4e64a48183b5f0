// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Source text with marks for the expected places: `^` marks a point, `[[` and `]]` a range. As clangd's unit
// tests do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace assay::test {

struct MarkedCode {
  explicit MarkedCode(std::string_view marked);

  std::string code;  ///< without the marks
  std::vector<std::size_t> points;
  std::vector<source::Span> ranges;
};

}  // namespace assay::test
