// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `assay serve` costs where 1,000 processes run that have 200 guarded functions each: processes that are
// there, each with a segment that it maps, and a server's collector, history and metrics in this one.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "bars.h"
#include "busy_machine.h"
#include "export/prometheus_text.h"
#include "history/recorder.h"
#include "serve/collector.h"
#include "serve/metrics_source.h"
#include "support/segment_image.h"

namespace {

using namespace assay;
namespace fs = std::filesystem;

constexpr int kReadings = 3;
constexpr unsigned kBucketsOfAFunction = 20;
constexpr history::Seconds kPeriod = 10;  // of collections
constexpr double kSeries = 10'000;

test::SegmentImage imageWith(std::uint64_t functions) {
  test::SegmentImage image;
  for (std::uint64_t id = 1; id <= functions; ++id) {
    const auto shard = image.addShard(
        image.addSite(id * 0x9E3779B97F4A7C15ULL, "ledger::Account<long>::function" + std::to_string(id)));
    for (std::uint64_t i = 0; i <= kBucketsOfAFunction; ++i) image.call(shard, 1000 << (i / 2), i == 0);
  }
  return image;
}

// Waits to be ended, with its segment mapped as guards have it.
[[noreturn]] void beGuarded(const fs::path& folder, test::SegmentImage& image, int ready) {
  test::makeOwn(image.header);
  const fs::path path = folder / (std::to_string(::getpid()) + "-1-0.assayseg");
  std::ofstream(path, std::ios::binary) << image.bytes();
  const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  ::close(file);
  [[maybe_unused]] const ssize_t told = ::write(ready, "r", 1);
  for (;;) ::pause();
}

class GuardedProcesses {
 public:
  GuardedProcesses(int processes, std::uint64_t functions)
      : folder_(fs::path("/dev/shm") / ("assay-serve-bench-" + std::to_string(::getpid()))) {
    fs::create_directory(folder_);
    test::SegmentImage image = imageWith(functions);
    int ready[2];
    if (::pipe(ready) != 0) return;
    for (int i = 0; i < processes; ++i) {
      const pid_t child = ::fork();
      if (child == 0) beGuarded(folder_, image, ready[1]);
      pids_.push_back(child);
    }
    char word = 0;
    for (int i = 0; i < processes; ++i) [[maybe_unused]]
      const ssize_t one = ::read(ready[0], &word, 1);
    ::close(ready[0]);
    ::close(ready[1]);
  }
  GuardedProcesses(const GuardedProcesses&) = delete;
  GuardedProcesses& operator=(const GuardedProcesses&) = delete;
  ~GuardedProcesses() {
    for (const pid_t pid : pids_) ::kill(pid, SIGKILL);
    for (const pid_t pid : pids_) ::waitpid(pid, nullptr, 0);
    fs::remove_all(folder_);
  }
  [[nodiscard]] const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
  std::vector<pid_t> pids_;
};

double memoryMegabytes() {
  std::ifstream status("/proc/self/status");
  std::string word;
  double kilobytes = 0;
  while (status >> word)
    if (word == "VmHWM:") status >> kilobytes;
  return kilobytes / 1000;
}

struct Costs {
  double collection = 0;  // seconds of processor time, the dearest
  double step = 0;        // with metrics and what is recorded
  double scrape = 0;      // seconds on the wall
  double series = 0;
};

double wallSeconds() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

history::FunctionVersion versionOf(std::uint64_t function) {
  return {.key = {function, 0}};
}

Costs costsOf(int processCount, std::uint64_t functions) {
  const GuardedProcesses processes(processCount, functions);
  serve::Collector collector(processes.folder());
  serve::MetricsSource metrics(collector);
  Diagnostics said;
  auto recorder =
      history::Recorder::open({processes.folder() / "history.db", "here", *history::retentionOf("")}, said);
  if (recorder) collector.recordInto(*std::move(recorder));
  Costs costs;
  for (int i = 0; i < kReadings; ++i) {
    const double before = bench::processorSeconds();
    const auto collected = collector.collect(said);
    const double after = bench::processorSeconds();
    collector.record(1'769'900'000 + i * kPeriod, versionOf, said);
    costs.collection = std::max(costs.collection, after - before);
    costs.step = std::max(costs.step, bench::processorSeconds() - before);
    const double asked = wallSeconds();
    const auto families = metrics.read({}, said);
    const std::string text = exporting::metricsText(*families, exporting::TextFormat::Prometheus);
    costs.scrape = std::max(costs.scrape, wallSeconds() - asked);
    costs.series = static_cast<double>(std::count(text.begin(), text.end(), '\n'));
  }
  std::printf(
      "%5d processes of %4llu functions: a collection %.3f s, recorded %.3f s of processor time; a scrape of "
      "%.0f series %.3f s; memory %.0f MB\n",
      processCount, static_cast<unsigned long long>(functions), costs.collection, costs.step, costs.series,
      costs.scrape, memoryMegabytes());
  std::fflush(stdout);
  return costs;
}

}  // namespace

// Without arguments all of it; `serve_bench PROCESSES FUNCTIONS` is one row.
int main(int argc, char** argv) {
  if (argc == 3) return costsOf(std::atoi(argv[1]), std::strtoull(argv[2], nullptr, 10)).series > 0 ? 0 : 1;
  const Costs tenThousandSeries = costsOf(10, 300);
  costsOf(10, 200);
  costsOf(100, 200);
  costsOf(1000, 20);
  const Costs all = costsOf(bench::kProcesses, bench::kFunctions);
  bool good = bench::bar("serve.collection", all.collection, "s", 1);
  good &= bench::bar("serve.memory", memoryMegabytes(), "MB", 500);
  good &= bench::bar("serve.scrape-10000-series",
                     tenThousandSeries.scrape * kSeries / tenThousandSeries.series, "s", 0.05);
  good &= bench::bar("serve.idle", tenThousandSeries.step / static_cast<double>(kPeriod), "cores", 0.01);
  good &= bench::bar("serve.step-of-a-thousand", all.step / static_cast<double>(kPeriod), "cores", 0.2);
  return good ? 0 : 1;
}
