// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which unit of a build a file is most like: whose command to borrow for it. Pure.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assay::scan {

class SimilarUnits {
 public:
  /// `units` are absolute paths, sorted, and outlive this; what no build compiles by itself is not looked at.
  explicit SimilarUnits(const std::vector<std::string_view>& units);

  /// Same name before same folder before anything, among equals the first path; C borrows from C only and C++
  /// from C++, a header from both. Empty when there is none. Takes the logarithm of the number of units.
  [[nodiscard]] std::string_view to(std::string_view file) const;

 private:
  using Paths = std::vector<std::string_view>;

  std::array<Paths, 3> sorted_;  // of C, of C++, of both
  std::map<std::string_view, Paths, std::less<>> byStem_;
};

}  // namespace assay::scan
