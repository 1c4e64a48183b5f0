// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Progress on stderr when it is a terminal: one line that rewrites itself, with the step, how much of it is
// done, and how long it will still take. Nothing elsewhere, and nothing for work shorter than a second.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace assay::tool {

/// Where a step stands. `total` 0 = not known.
struct StepProgress {
  std::string step;
  std::size_t done = 0;
  std::size_t total = 0;
  std::chrono::duration<double> elapsed{};  ///< since the step began
};

/// At most `columns` wide; narrow terminals lose the bar first, then the estimate.
std::string progressLine(const StepProgress& progress, std::size_t columns);

class ProgressBar {
 public:
  ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();  ///< clears the line

  /// Cheap to call often, from any thread. A thread of its own draws, also while a step takes long.
  void update(std::string_view step, std::size_t done, std::size_t total);

 private:
  using Clock = std::chrono::steady_clock;
  void drawUntilStopped(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any wake_;
  StepProgress progress_;
  Clock::time_point stepStart_;
  std::jthread drawer_;  ///< last: it uses the others
};

}  // namespace assay::tool
