// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/separators.h"

#include "support/strings.h"

namespace assay::tag {

std::size_t separatorAt(std::string_view line, std::size_t at) {
  if (at >= line.size()) return 0;
  const char c = line[at];
  if (c == ',' || c == '|' || c == ';') return 1;
  const std::string_view rest = line.substr(at, 3);
  for (std::string_view wide : {"\u2014", "\u2013", "\uFF0C", "\uFF1B", "\uFF5C", "\u3001"})
    if (rest == wide) return wide.size();
  if (c != '-') return 0;
  const std::size_t length = rest.starts_with("--") ? 2 : 1;
  const bool before = at == 0 || isSpace(line[at - 1]);
  const bool after = at + length >= line.size() || isSpace(line[at + length]);
  return before && after ? length : 0;
}

}  // namespace assay::tag
