// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stable sort that both compilers take without a warning: std::stable_sort of libstdc++ 12 uses a function
// that its own headers call deprecated, which Clang reports at every use.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace assay {

/// Sorts by `less` on the projected values; elements that are equal keep their order.
template <class T, class Less = std::less<>, class Projection = std::identity>
void sortStably(std::vector<T>& values, Less less = {}, Projection projection = {}) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& left = std::invoke(projection, values[a]);
    const auto& right = std::invoke(projection, values[b]);
    if (less(left, right)) return true;
    return !less(right, left) && a < b;
  });
  std::vector<T> sorted;
  sorted.reserve(values.size());
  for (std::size_t index : order) sorted.push_back(std::move(values[index]));
  values = std::move(sorted);
}

}  // namespace assay
