// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A week of 1,000 functions in 10 processes, as a server would have recorded it: how large it is, how long it
// takes to read, and what recording costs.
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "bars.h"
#include "history/counts_blob.h"
#include "history/reader.h"
#include "history/recorder.h"
#include "history/schema.h"
#include "history/version_store.h"
#include "history/window_store.h"
#include "telemetry/site_totals.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace {

using namespace assay;
using namespace assay::history;
namespace fs = std::filesystem;

constexpr std::uint64_t kFunctions = 1000;
constexpr std::uint32_t kProcesses = 10;
constexpr Seconds kDay = 86400;
constexpr Seconds kEnd = 20'007 * kDay + 15 * 3600;  // a week, and some hours of a day
constexpr Seconds kWeek = 7 * kDay;
constexpr int kReads = 5;

[[noreturn]] void giveUp(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  std::exit(70);
}

template <class T>
T must(Expected<T> value) {
  if (!value) giveUp(value.error());
  if constexpr (!std::is_void_v<T>) return *std::move(value);
}

double seconds(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Each function has its own usual latency, spread log-normally with a tail, and inputs of some six sizes, on
// which it depends; the busiest is called a thousand times as often as the laziest.
class Load {
 public:
  telemetry::SiteCounts counts(std::uint64_t function, double tenSeconds) {
    telemetry::SiteCounts counts;
    counts.id = function;
    counts.name = "library::Class::function" + std::to_string(function);
    counts.histogram.resize(vocabulary::kBucketCount);
    counts.sizes.resize(vocabulary::kSizeBucketCount);
    const double busy = std::pow(1000.0, static_cast<double>(function) / kFunctions);
    const auto calls = static_cast<std::uint64_t>(busy * kProcesses * tenSeconds) + 1;
    const std::uint64_t drawn = std::min<std::uint64_t>(calls, 300);
    for (std::uint64_t i = 0; i < drawn; ++i)
      add(counts, function, calls / drawn + (i < calls % drawn ? 1 : 0));
    return counts;
  }

 private:
  void add(telemetry::SiteCounts& counts, std::uint64_t function, std::uint64_t calls) {
    const unsigned size = 4 + static_cast<unsigned>(std::abs(spread_(random_)) * 3);
    const double usual = 200.0 * std::exp2(static_cast<double>(function % 16)) * (1 + size);
    const bool slow = random_() % 100 == 0;
    const auto ticks = static_cast<std::uint64_t>(usual * std::exp(spread_(random_) * 0.4) * (slow ? 20 : 1));
    counts.calls += calls;
    counts.histogram[vocabulary::bucketOf(ticks)] += calls;
    counts.sumTicks += calls * ticks;
    counts.maxTicks = std::max(counts.maxTicks, ticks);
    counts.sizes[size].calls += calls;
    counts.sizes[size].sumTicks += calls * ticks;
    if (random_() % 50 == 0) {
      counts.errors += calls;
      counts.sizes[size].errors += calls;
    }
    counts.timed = counts.entered = counts.ended = counts.calls;
  }

  std::mt19937_64 random_{1};
  std::normal_distribution<double> spread_;
};

FunctionVersion versionOf(std::uint64_t function) {
  const std::string prompt =
      "A prompt that says at some length what function " + std::to_string(function) + " should do.";
  return {{function, function * 7},
          "library::Class::function" + std::to_string(function),
          "GPT-4",
          "openai",
          "2024-01-15",
          prompt,
          "src/library/file.cc",
          3};
}

// Windows at a distance, each with what was counted in between: what they become, and what is left of them in
// the end, is the same as if all had been recorded.
class Week {
 public:
  explicit Week(Connection& connection)
      : connection_(connection),
        versions_(must(VersionStore::open(connection))),
        windows_(must(WindowStore::open(connection))) {}

  void fill() {
    for (Seconds time = kEnd - kWeek; time < kEnd - kDay; time += 3600) record(time, 3600);
    for (Seconds time = kEnd - kDay; time < kEnd - 3600; time += 60) record(time, 60);
    for (Seconds time = kEnd - 3600; time < kEnd; time += 10) record(time, 10);
  }

 private:
  void record(Seconds time, Seconds width) {
    Transaction transaction = must(Transaction::begin(connection_));
    for (std::uint64_t function = 0; function < kFunctions; ++function) {
      const std::int64_t number = must(versions_.numberOf(versionOf(function)));
      must(windows_.add(time, {number, 1}, load_.counts(function, static_cast<double>(width) / 10)));
    }
    must(windows_.finish(time, must(retentionOf(""))));
    must(transaction.commit());
  }

  Connection& connection_;
  VersionStore versions_;
  WindowStore windows_;
  Load load_;
};

double megabytesOf(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) bytes += static_cast<double>(entry.file_size());
  return bytes / 1e6;
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

template <class Step>
double timeOf(const Step& step) {
  std::vector<double> times;
  for (int i = 0; i < kReads; ++i) {
    const double start = seconds(CLOCK_MONOTONIC);
    step();
    times.push_back(seconds(CLOCK_MONOTONIC) - start);
  }
  return median(times);
}

// Processor time of a record in which every function of every process was called.
double recordingOf(const fs::path& file) {
  Diagnostics said;
  Recorder recorder = must(Recorder::open({file, "here", must(retentionOf(""))}, said));
  Load load;
  std::vector<telemetry::ProcessSnapshot> processes(kProcesses);
  std::vector<double> times;
  for (Seconds step = 0; step < kReads; ++step) {
    for (std::uint32_t pid = 0; pid < kProcesses; ++pid) {
      telemetry::ProcessSnapshot& process = processes[pid];
      process.files = {{"/dev/shm/assay/segment", 1, pid}};
      process.pid = pid;
      process.secondsPerTick = 1 / 2.6e9;
      process.sites.resize(kFunctions);
      for (std::uint64_t function = 0; function < kFunctions; ++function) {
        telemetry::SiteCounts more = load.counts(function, 0.1);
        telemetry::addCounts(more, process.sites[function]);
        process.sites[function] = std::move(more);
      }
    }
    const double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
    if (!recorder.record(kEnd + step * 10, {processes, {}}, versionOf, said))
      giveUp({.message = "nothing was recorded"});
    times.push_back(seconds(CLOCK_PROCESS_CPUTIME_ID) - start);
  }
  return median(times);
}

}  // namespace

int main() {
  const fs::path folder = fs::temp_directory_path() / ("assay-history-bench-" + std::to_string(::getpid()));
  const fs::path file = folder / "history.db";
  must(createDatabase(file));
  {
    Connection connection = must(openDatabase(file));
    Week(connection).fill();
    for (const Level& level : kLevels) {
      const std::int64_t rows = must(connection.ask(std::string("SELECT COUNT(*) FROM ") + level.table));
      const std::int64_t bytes =
          must(connection.ask(std::string("SELECT AVG(LENGTH(counts)) FROM ") + level.table));
      std::printf("windows of %-4s  %8lld, %lld bytes each\n", level.name, static_cast<long long>(rows),
                  static_cast<long long>(bytes));
    }
  }
  const double size = megabytesOf(folder);
  Reader reader = must(Reader::open(file));
  std::size_t versions = 0, windows = 0;
  const double read = timeOf([&] { versions = must(reader.read({kEnd - kWeek, kEnd})).size(); });
  const double course =
      timeOf([&] { windows = must(reader.course(500, {kEnd - kWeek, kEnd}, 7200)).windows.size(); });
  const double day =
      timeOf([&] { windows = must(reader.course(500, {kEnd - kDay, kEnd}, 60)).windows.size(); });
  const double recording = recordingOf(file);
  std::printf("%zu versions read, %zu windows of a day\n\n", versions, windows);
  fs::remove_all(folder);
  bool good = versions == kFunctions && windows >= 1440;
  good &= bench::bar("history.size", size, "MB", 500);
  good &= bench::bar("history.read-week", read, "s", 2);
  good &= bench::bar("history.function-week", course, "s", 0.1);
  good &= bench::bar("history.function-day", day, "s", 0.1);
  good &= bench::bar("history.record", recording, "s", 0.5);
  return good ? 0 : 1;
}
