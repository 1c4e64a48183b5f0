// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/multiple.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace assay::insight {

std::vector<double> adjustedForNumber(std::span<const double> chances) {
  std::vector<std::size_t> order(chances.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return chances[a] != chances[b] ? chances[a] < chances[b] : a < b;
  });
  std::vector<double> adjusted(chances.size());
  double least = 1;
  for (std::size_t rank = order.size(); rank > 0; --rank) {
    const std::size_t at = order[rank - 1];
    least = std::min(least, chances[at] * static_cast<double>(chances.size()) / static_cast<double>(rank));
    adjusted[at] = least;
  }
  return adjusted;
}

}  // namespace assay::insight
