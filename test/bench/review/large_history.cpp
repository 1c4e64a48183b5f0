// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Four weeks of many functions, each called in every hour, as a server would have recorded them: what a
// review reads. One function of fifty is slower in the second half.
//
// usage: review_bench FILE FUNCTIONS
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <type_traits>

#include "history/schema.h"
#include "history/version_store.h"
#include "history/window_store.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace {

using namespace assay;
using namespace assay::history;

constexpr Seconds kDay = 86400;
constexpr Seconds kEnd = 20'790 * kDay;  // 2026-12-03
constexpr Seconds kLength = 28 * kDay;
constexpr Seconds kHour = 3600;
constexpr std::uint64_t kDrawn = 40;
constexpr std::uint64_t kCalls = 50;  // that a drawn one stands for
constexpr std::uint64_t kOneSlower = 50;

template <class T>
T must(Expected<T> value) {
  if (!value) {
    std::fprintf(stderr, "%s\n", value.error().message.c_str());
    std::exit(70);
  }
  if constexpr (!std::is_void_v<T>) return *std::move(value);
}

// Each function has its own usual latency, on which the six sizes of inputs have their part.
class Hours {
 public:
  telemetry::SiteCounts of(std::uint64_t function, bool later) {
    telemetry::SiteCounts counts;
    counts.id = function;
    counts.name = nameOf(function);
    counts.histogram.resize(vocabulary::kBucketCount);
    counts.sizes.resize(vocabulary::kSizeBucketCount);
    const double level = (later && function % kOneSlower == 0 ? 1.5 : 1) * std::exp(0.03 * spread_(random_));
    for (std::uint64_t i = 0; i < kDrawn; ++i) call(counts, function, level);
    counts.timed = counts.entered = counts.ended = counts.calls;
    return counts;
  }

  static std::string nameOf(std::uint64_t function) {
    return "library::Class" + std::to_string(function / 20) + "::function" + std::to_string(function);
  }

 private:
  void call(telemetry::SiteCounts& counts, std::uint64_t function, double level) {
    const auto size = 4 + static_cast<unsigned>(random_() % 6);
    const double usual = 200.0 * std::exp2(static_cast<double>(function % 16)) * (1 + size) * level;
    const auto ticks = static_cast<std::uint64_t>(usual * std::exp(spread_(random_) * 0.4));
    counts.calls += kCalls;
    counts.histogram[vocabulary::bucketOf(ticks)] += kCalls;
    counts.sumTicks += kCalls * ticks;
    counts.maxTicks = std::max(counts.maxTicks, ticks);
    counts.sizes[size].calls += kCalls;
    counts.sizes[size].sumTicks += kCalls * ticks;
    if (random_() % 2000 != 0) return;
    ++counts.errors;
    ++counts.sizes[size].errors;
  }

  std::mt19937_64 random_{1};
  std::normal_distribution<double> spread_;
};

FunctionVersion versionOf(std::uint64_t function) {
  static const char* const kModels[] = {"GPT-4", "Claude Opus 4", "Gemini 2.5 Pro", "Codestral"};
  return {{function, function * 7},
          Hours::nameOf(function),
          kModels[function % 4],
          "vendor" + std::to_string(function % 4),
          "2026-01-15",
          "A prompt that says at some length what function " + std::to_string(function) + " should do.",
          "src/library/file" + std::to_string(function / 50) + ".cc",
          static_cast<unsigned>(function % 50 * 20 + 3)};
}

void fill(const char* file, std::uint64_t functions) {
  Connection connection = must(openDatabase(file));
  VersionStore versions = must(VersionStore::open(connection));
  WindowStore windows = must(WindowStore::open(connection));
  Hours hours;
  for (Seconds time = kEnd - kLength; time < kEnd; time += kHour) {
    Transaction transaction = must(Transaction::begin(connection));
    for (std::uint64_t function = 1; function <= functions; ++function) {
      const std::int64_t number = must(versions.numberOf(versionOf(function)));
      must(windows.add(time, {number, 1}, hours.of(function, time >= kEnd - kLength / 2)));
    }
    must(windows.finish(time + kHour - 1, must(retentionOf(""))));
    must(transaction.commit());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  must(createDatabase(argv[1]));
  fill(argv[1], std::strtoull(argv[2], nullptr, 10));
  return 0;
}
