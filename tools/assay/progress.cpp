// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "assay/terminal.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t kBarCells = 20;

std::string bar(std::size_t done, std::size_t total) {
  const std::size_t filled = total == 0 ? 0 : std::min(kBarCells, done * kBarCells / total);
  return "[" + std::string(filled, '=') + std::string(kBarCells - filled, ' ') + "]";
}

}  // namespace

ProgressBar::ProgressBar() : terminal_(isTerminal(STDERR_FILENO)), start_(Clock::now()), last_(start_) {}

ProgressBar::~ProgressBar() {
  if (terminal_ && drawn_) std::fputs("\r\033[K", stderr);
}

void ProgressBar::update(std::string_view step, std::size_t done, std::size_t total) {
  const Clock::time_point now = Clock::now();
  if (now - start_ < 1s || now - last_ < (terminal_ ? 100ms : 5000ms)) return;
  last_ = now;
  drawn_ = true;
  draw(step, done, total);
}

void ProgressBar::draw(std::string_view step, std::size_t done, std::size_t total) const {
  const std::string count = total == 0 ? fmt::format("{}", done) : fmt::format("{}/{}", done, total);
  if (!terminal_) {
    fmt::print(stderr, "assay: {} {}\n", step, count);
    return;
  }
  const std::string line = fmt::format("{} {} {}", bar(done, total), count, step);
  fmt::print(stderr, "\r\033[K{}", ellipsize(line, terminalColumns(STDERR_FILENO) - 1));
  std::fflush(stderr);
}

}  // namespace assay::tool
