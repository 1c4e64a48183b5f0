// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/edit.h"
#include "support/sort_stably.h"

#include <algorithm>

namespace assay::source {

Expected<std::string> applyEdits(std::string_view text, std::vector<Edit> edits) {
  sortStably(edits, {}, [](const Edit& edit) { return edit.range.begin; });
  std::string result;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.range.begin < done || edit.range.end < edit.range.begin || edit.range.end > text.size())
      return fail(ErrorCode::Internal, "edits overlap or reach past the end of the text");
    result += text.substr(done, edit.range.begin - done);
    result += edit.replacement;
    done = edit.range.end;
  }
  result += text.substr(done);
  return result;
}

}  // namespace assay::source
