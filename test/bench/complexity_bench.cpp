// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a review tells the growth of real functions, timed call by call on this machine with whatever else it
// does, beside what Google Benchmark's own rule says of the very same calls.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "bars.h"
#include "insight/complexity.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace {

using namespace assay;
using insight::Growth;
using Random = std::mt19937_64;

constexpr int kTrials = 20;
constexpr int kWindows = 14;
constexpr double kMostWrong = 5;  // percent
constexpr std::size_t kCallsOfLookups = 1500;
constexpr std::size_t kCallsOfScans = 300;

// Nanoseconds of the step alone.
template <class Step>
double timeOf(const Step& step) {
  const auto begin = std::chrono::steady_clock::now();
  step();
  return static_cast<double>((std::chrono::steady_clock::now() - begin).count());
}

volatile std::uint64_t sink = 0;

std::vector<std::uint64_t> numbers(std::size_t n, Random& random) {
  std::vector<std::uint64_t> all(n);
  for (auto& one : all) one = random();
  return all;
}

double sorting(std::size_t n, Random& random) {
  auto all = numbers(n, random);
  return timeOf([&] { std::sort(all.begin(), all.end()); });
}

double insertionSorting(std::size_t n, Random& random) {
  auto all = numbers(n, random);
  return timeOf([&] {
    for (std::size_t i = 1; i < all.size(); ++i)
      for (std::size_t j = i; j > 0 && all[j] < all[j - 1]; --j) std::swap(all[j], all[j - 1]);
  });
}

double searchingText(std::size_t n, Random& random) {
  std::string text(n, 'a');
  for (char& c : text) c = static_cast<char>('a' + random() % 20);
  return timeOf([&] { sink = sink + text.find("zebra"); });
}

double multiplying(std::size_t n, Random& random) {
  std::vector<double> a(n * n), b(n * n), product(n * n);
  for (std::size_t i = 0; i < n * n; ++i) a[i] = b[i] = static_cast<double>(random() % 100);
  return timeOf([&] {
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t k = 0; k < n; ++k)
        for (std::size_t j = 0; j < n; ++j) product[i * n + j] += a[i * n + k] * b[k * n + j];
    sink = sink + static_cast<std::uint64_t>(product[n * n / 2]);
  });
}

// One container of each size, made once.
template <class Container>
double lookingUp(std::size_t n, Random& random) {
  static std::map<std::size_t, std::pair<std::unique_ptr<Container>, std::vector<std::uint64_t>>> made;
  auto& [container, keys] = made[n];
  if (!container) {
    container = std::make_unique<Container>();
    keys = numbers(n, random);
    for (const std::uint64_t key : keys) container->emplace(key, key);
  }
  const std::uint64_t key = keys[random() % keys.size()];
  return timeOf([&] { sink = sink + container->find(key)->second; });
}

struct RealFunction {
  const char* name;
  Growth truth;
  double largest;
  std::size_t calls;  // of a window
  double (*call)(std::size_t n, Random& random);
};

constexpr RealFunction kFunctions[] = {
    {"std::unordered_map::find", Growth::Constant, 4096, kCallsOfLookups,
     lookingUp<std::unordered_map<std::uint64_t, std::uint64_t>>},
    {"std::map::find", Growth::Logarithmic, 65536, kCallsOfLookups,
     lookingUp<std::map<std::uint64_t, std::uint64_t>>},
    {"std::string::find", Growth::Linear, 65536, kCallsOfScans, searchingText},
    {"std::sort", Growth::Linearithmic, 16384, kCallsOfScans, sorting},
    {"insertion sort", Growth::Quadratic, 1024, kCallsOfScans, insertionSorting},
    {"product of matrices", Growth::Cubic, 200, kCallsOfScans, multiplying},
};
constexpr double kSmallest = 4;

struct Call {
  std::size_t n = 0;
  double nanoseconds = 0;
};

double functionOf(Growth growth, double n) {
  switch (growth) {
    case Growth::Constant: return 1;
    case Growth::Logarithmic: return std::log2(n);
    case Growth::Linear: return n;
    case Growth::Linearithmic: return n * std::log2(n);
    case Growth::Quadratic: return n * n;
    case Growth::Cubic: return n * n * n;
  }
  return 1;
}

// Google Benchmark's MinimalLeastSq() with oAuto (src/complexity.cc): t = c f(n) without an intercept, and of
// all f the one with the least root mean square.
Growth byGoogleBenchmark(const std::vector<Call>& calls) {
  Growth best = Growth::Constant;
  double least = HUGE_VAL;
  for (const Growth growth : {Growth::Constant, Growth::Logarithmic, Growth::Linear, Growth::Linearithmic,
                              Growth::Quadratic, Growth::Cubic}) {
    double products = 0, squares = 0, off = 0;
    for (const Call& call : calls) {
      const double f = functionOf(growth, static_cast<double>(call.n));
      products += call.nanoseconds * f;
      squares += f * f;
    }
    for (const Call& call : calls)
      off += std::pow(call.nanoseconds - products / squares * functionOf(growth, static_cast<double>(call.n)),
                      2);
    if (off >= least) continue;
    least = off;
    best = growth;
  }
  return best;
}

void count(telemetry::SiteCounts& counts, const Call& call) {
  const auto ticks = static_cast<std::uint64_t>(call.nanoseconds + 0.5);
  ++counts.calls, ++counts.timed, ++counts.entered, ++counts.ended;
  counts.sumTicks += ticks;
  counts.maxTicks = std::max(counts.maxTicks, ticks);
  ++counts.histogram[vocabulary::bucketOf(ticks)];
  telemetry::SizeCount& cell = counts.sizes[vocabulary::sizeBucketOf(call.n)];
  ++cell.calls, cell.sumTicks += ticks;
}

struct Told {
  int right = 0, wrong = 0, open = 0, rightByBenchmark = 0;
  std::map<std::string, int> said;
};

void trial(const RealFunction& function, Random& random, Told& told) {
  // Sixteen sizes to an octave at most, so that containers can be kept.
  std::uniform_real_distribution<double> even(0, 1);
  std::vector<Call> calls;
  std::vector<insight::Window> windows;
  for (int window = 0; window < kWindows; ++window) {
    telemetry::SiteCounts counts;
    counts.histogram.resize(vocabulary::kBucketCount);
    counts.sizes.resize(vocabulary::kSizeBucketCount);
    for (std::size_t i = 0; i < function.calls; ++i) {
      const double octaves = std::log2(function.largest / kSmallest) * even(random);
      const auto n = static_cast<std::size_t>(kSmallest * std::exp2(std::floor(octaves * 4) / 4));
      calls.push_back({n, function.call(n, random)});
      count(counts, calls.back());
    }
    windows.push_back(insight::windowOf(counts));
  }
  const insight::Complexity complexity = insight::complexityOf(windows);
  const std::string said =
      complexity.growth ? std::string(insight::nameOf(*complexity.growth)) : "not identifiable";
  ++told.said[said];
  ++(!complexity.growth ? told.open : *complexity.growth == function.truth ? told.right : told.wrong);
  told.rightByBenchmark += byGoogleBenchmark(calls) == function.truth ? 1 : 0;
}

}  // namespace

int main() {
  std::printf("%d trials each of %d windows; what a review says, and Google Benchmark of the same calls\n\n",
              kTrials, kWindows);
  std::printf("%-28s %-11s %6s %6s %6s %18s  said\n", "", "truth", "right", "open", "wrong",
              "Google Benchmark");
  Random random(1);
  int right = 0, wrong = 0;
  for (const RealFunction& function : kFunctions) {
    Told told;
    for (int i = 0; i < kTrials; ++i) trial(function, random, told);
    std::printf("%-28s %-11s %6d %6d %6d %11d right  ", function.name,
                std::string(insight::nameOf(function.truth)).c_str(), told.right, told.open, told.wrong,
                told.rightByBenchmark);
    for (const auto& [said, times] : told.said) std::printf(" %s: %d", said.c_str(), times);
    std::printf("\n");
    std::fflush(stdout);
    right += told.right, wrong += told.wrong;
  }
  std::printf("\n");
  const double all = kTrials * static_cast<double>(std::size(kFunctions)), named = right + wrong;
  bench::bar("complexity.wrong", 100 * wrong / all, "%", kMostWrong);
  // Of none it is NaN, which no bar lets pass.
  bench::bar("complexity.wrong-of-named", 100 * wrong / named, "%", kMostWrong);
  return 0;
}
