// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/progress.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "assay/terminal.h"
#include "support/interrupt.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using namespace std::chrono_literals;
using FloatSeconds = std::chrono::duration<double>;

constexpr std::size_t kBarCells = 20;
constexpr std::string_view kClearLine = "\r\033[K";

std::string bar(const StepProgress& progress) {
  const std::size_t filled = std::min(kBarCells, progress.done * kBarCells / progress.total);
  return "[" + std::string(filled, '=') + std::string(kBarCells - filled, ' ') + "] ";
}

std::string durationText(FloatSeconds duration) {
  const auto seconds = static_cast<long>(std::ceil(duration.count()));
  if (seconds < 60) return fmt::format("{} s", seconds);
  return seconds < 3600 ? fmt::format("{} min {} s", seconds / 60, seconds % 60)
                        : fmt::format("{} h {} min", seconds / 3600, seconds / 60 % 60);
}

// As fast as so far. What has not ended anything yet only says how long it has been at it.
std::string timeText(const StepProgress& progress) {
  if (progress.elapsed < 1s) return {};
  if (progress.done == 0 || progress.total <= progress.done)
    return fmt::format(", {}", durationText(progress.elapsed));
  const double each = progress.elapsed.count() / static_cast<double>(progress.done);
  const FloatSeconds left(each * static_cast<double>(progress.total - progress.done));
  return fmt::format(", {} left", durationText(left));
}

// Within a section, so that nothing is drawn behind the back of a signal that has cleared the line; and never
// on a terminal that is stopped (Ctrl-S), where the section would have no end.
void show(std::string_view text, bool isLine) {
  const Uninterrupted section;
  pollfd terminal{STDERR_FILENO, POLLOUT, 0};
  if (::poll(&terminal, 1, 0) != 1 || terminal.revents != POLLOUT) return;
  Uninterrupted::lineIsShown(isLine);
  if (::write(STDERR_FILENO, text.data(), text.size()) < 0) return;  // it is gone, and so is the line
}

}  // namespace

std::string progressLine(const StepProgress& progress, std::size_t columns) {
  const std::string count = progress.total == 0 ? fmt::format("{}", progress.done)
                                                : fmt::format("{}/{}", progress.done, progress.total);
  const std::string brief = progress.step + " " + count;
  const std::string timed = brief + timeText(progress);
  const std::string full = progress.total == 0 ? timed : bar(progress) + timed;
  if (full.size() <= columns) return full;
  return timed.size() <= columns ? timed : ellipsize(brief, columns);
}

ProgressBar::ProgressBar() : stepStart_(Clock::now()) {
  if (canRewriteLines(STDERR_FILENO))
    drawer_ = std::jthread([this](const std::stop_token& stop) { drawUntilStopped(stop); });
}

ProgressBar::~ProgressBar() = default;

void ProgressBar::update(std::string_view step, std::size_t done, std::size_t total) {
  if (!drawer_.joinable()) return;
  const std::lock_guard lock(mutex_);
  if (progress_.step != step) {
    progress_.step = step;
    stepStart_ = Clock::now();
  }
  progress_.done = done;
  progress_.total = total;
}

void ProgressBar::drawUntilStopped(const std::stop_token& stop) {
  const auto never = [] { return false; };
  bool drawn = false;
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, stop, 1s, never);
  while (!stop.stop_requested()) {
    progress_.elapsed = Clock::now() - stepStart_;
    const std::string line = progressLine(progress_, terminalColumns(STDERR_FILENO) - 1);
    const bool hasStep = !progress_.step.empty();
    lock.unlock();
    if (hasStep) show(std::string(kClearLine) + line, true);
    drawn = drawn || hasStep;
    lock.lock();
    wake_.wait_for(lock, stop, 100ms, never);
  }
  if (drawn) show(kClearLine, false);
}

}  // namespace assay::tool
