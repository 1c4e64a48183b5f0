// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a reader slows the guards that it reads: short slices of the same loop, alone and while another
// thread reads the segment every so often, in an order that is drawn anew each round. Processor time, so that
// waiting for a core does not count; what the scheduler does to the caches does. How far to trust the ratio,
// the second row alone says: it is the same thing as the first.
#include <assay/inserted.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <optional>
#include <random>
#include <thread>

#include "medians.h"
#include "modes.h"
#include "own_segment.h"
#include "rows.h"

namespace assay::bench {
namespace {

constexpr unsigned kRounds = 101;
constexpr double kSliceNanoseconds = 25e6;

ASSAY_BENCH_CALLED void guarded() {
  ASSAY_INSERTED_GUARD(0x0000000000000010, "read meanwhile");
  __asm__ volatile("");
}

ASSAY_BENCH_LOOP(guarded)

struct Way {
  const char* name;
  std::optional<std::chrono::microseconds> pause;  ///< between two snapshots; none: no reader
  std::vector<double> nanoseconds = {};
  std::uint64_t snapshots = 0;
};

/// Reads until it is destroyed.
class Reader {
 public:
  Reader(std::filesystem::path segment, std::chrono::microseconds pause)
      : thread_([this, segment = std::move(segment), pause] {
          while (!done_.load(std::memory_order_relaxed)) {
            snapshotOf(segment);
            ++snapshots_;
            std::this_thread::sleep_for(pause);
          }
        }) {}
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { stop(); }

  std::uint64_t stop() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
    return snapshots_;
  }

 private:
  std::atomic<bool> done_ = false;
  std::uint64_t snapshots_ = 0;
  std::thread thread_;
};

double slice(unsigned long calls) {
  const double begun = processorNanoseconds();
  guardedCalls(calls);
  return (processorNanoseconds() - begun) / static_cast<double>(calls);
}

void measure(Way& way, unsigned long calls, const std::filesystem::path& segment) {
  if (!way.pause) return way.nanoseconds.push_back(slice(calls));
  Reader reader(segment, *way.pause);
  way.nanoseconds.push_back(slice(calls));
  way.snapshots += reader.stop();
}

}  // namespace

int disturbByReader(int, char**) {
  using namespace std::chrono_literals;
  guardedCalls(1000);
  const auto segment = ownSegment();
  const auto calls = static_cast<unsigned long>(kSliceNanoseconds / slice(100'000));
  std::array ways = {Way{"alone", {}}, Way{"alone-again", {}}, Way{"every-10-ms", 10ms},
                     Way{"every-1-ms", 1ms}, Way{"all-the-time", 0us}};
  std::array order = {&ways[0], &ways[1], &ways[2], &ways[3], &ways[4]};
  std::mt19937 random{1};
  for (unsigned round = 0; round < kRounds; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    for (Way* way : order) measure(*way, calls, segment);
  }
  for (const Way& way : ways) {
    std::printf("%s %.4f %.1f\n", way.name, median(way.nanoseconds),
                static_cast<double>(way.snapshots) / kRounds);
  }
  return 0;
}

}  // namespace assay::bench
