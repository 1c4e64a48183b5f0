// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/seen_lines.h"

#include <algorithm>
#include <string>
#include <utility>

namespace assay::scan {

std::optional<ShownLines> seenLines(TargetResult seen, const std::vector<HiddenLine>& sought,
                                    const std::vector<TaggedSource>& sources) {
  if (seen.skipped == nullptr) return std::nullopt;
  ShownLines shown{false, std::move(seen.files), std::move(seen.missing), std::move(seen.onlyAsked)};
  for (const HiddenLine& line : sought) {
    const std::string& file = sources[line.source].realPath;
    const bool entered =
        std::ranges::binary_search(shown.files, file) && !std::ranges::binary_search(shown.onlyAsked, file);
    if (!entered) continue;
    const auto skipped = seen.skipped->find(file);
    if (skipped == seen.skipped->end()) return std::nullopt;
    shown.any = shown.any || !isSkipped(skipped->second, line.line);
  }
  return shown;
}

}  // namespace assay::scan
