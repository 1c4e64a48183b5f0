// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/marked_code.h"

#include <stdexcept>

namespace assay::test {

MarkedCode::MarkedCode(std::string_view marked) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const std::string_view rest = marked.substr(i);
    if (rest.starts_with("[[")) {
      open.push_back(code.size());
      ++i;
    } else if (rest.starts_with("]]")) {
      if (open.empty()) throw std::invalid_argument("]] without [[");
      ranges.push_back({open.back(), code.size()});
      open.pop_back();
      ++i;
    } else if (rest.front() == '^') {
      points.push_back(code.size());
    } else {
      code += rest.front();
    }
  }
  if (!open.empty()) throw std::invalid_argument("[[ without ]]");
}

}  // namespace assay::test
