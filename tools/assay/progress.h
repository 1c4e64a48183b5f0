// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Progress on stderr: a bar that rewrites itself on a terminal, a plain line every few seconds in a log,
// nothing for steps shorter than a second.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace assay::tool {

class ProgressBar {
 public:
  ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();  ///< clears the bar from the terminal

  /// `total` 0 = not known. Cheap to call often; draws at most ten times a second.
  void update(std::string_view step, std::size_t done, std::size_t total);

 private:
  using Clock = std::chrono::steady_clock;
  void draw(std::string_view step, std::size_t done, std::size_t total) const;

  bool terminal_;
  bool drawn_ = false;
  Clock::time_point start_;
  Clock::time_point last_;
};

}  // namespace assay::tool
