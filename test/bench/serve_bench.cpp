// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `assay serve` costs where 1,000 processes run that have 200 guarded functions each: processes that are
// there, each with a segment that it maps, and a server's collector, history and metrics in this one.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
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

void callAll(test::SegmentImage& image, std::uint64_t functions) {
  for (std::uint32_t shard = 0; shard < functions; ++shard)
    for (std::uint64_t i = 0; i <= kBucketsOfAFunction; ++i) image.call(shard, 1000 << (i / 2), i == 0);
}

test::SegmentImage imageWith(std::uint64_t functions) {
  test::SegmentImage image;
  for (std::uint64_t id = 1; id <= functions; ++id)
    image.addShard(
        image.addSite(id * 0x9E3779B97F4A7C15ULL, "ledger::Account<long>::function" + std::to_string(id)));
  callAll(image, functions);
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
      : folder_(fs::path("/dev/shm") / ("assay-serve-bench-" + std::to_string(::getpid()))),
        image_(imageWith(functions)),
        functions_(functions) {
    fs::create_directory(folder_);
    int ready[2];
    if (::pipe(ready) != 0) return;
    for (int i = 0; i < processes; ++i) {
      const pid_t child = ::fork();
      if (child == 0) beGuarded(folder_, image_, ready[1]);
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

  /// Every function of every process, in their stead.
  void callAgain() {
    callAll(image_, functions_);
    const std::string counts = image_.bytes().substr(sizeof(vocabulary::SegmentHeader));
    for (const pid_t pid : pids_) {
      std::fstream file(folder_ / (std::to_string(pid) + "-1-0.assayseg"),
                        std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(sizeof(vocabulary::SegmentHeader)).write(counts.data(), std::ssize(counts));
    }
  }

 private:
  fs::path folder_;
  test::SegmentImage image_;
  std::uint64_t functions_;
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

// Seconds of processor time: what else the machine does counts little, and nothing here waits.
struct Reading {
  double collection = 0;
  double step = 0;  // with what is recorded
  double scrape = 0;
};

struct Costs {
  Reading first;  // takes the memory, and has everything to record
  Reading later;  // the dearest, of each
  double series = 0;
};

Reading dearestOf(const Reading& one, const Reading& other) {
  return {std::max(one.collection, other.collection), std::max(one.step, other.step),
          std::max(one.scrape, other.scrape)};
}

history::FunctionVersion versionOf(std::uint64_t function) {
  return {.key = {function, 0}};
}

class Server {
 public:
  explicit Server(const fs::path& folder) : collector_(folder), metrics_(collector_) {
    auto recorder =
        history::Recorder::open({folder / "history.db", "here", *history::retentionOf("")}, said_);
    if (recorder) collector_.recordInto(*std::move(recorder));
  }

  Reading read() {
    Reading reading;
    const double before = bench::processorSeconds();
    const auto collected = collector_.collect(said_);
    reading.collection = bench::processorSeconds() - before;
    collector_.record(now_ += kPeriod, versionOf, said_);
    const double recorded = bench::processorSeconds();
    reading.step = recorded - before;
    const auto families = metrics_.read({}, said_);
    const std::string text = exporting::metricsText(*families, exporting::TextFormat::Prometheus);
    reading.scrape = bench::processorSeconds() - recorded;
    series_ = std::ranges::count(text, '\n');
    return reading;
  }
  [[nodiscard]] double series() const { return static_cast<double>(series_); }

 private:
  Diagnostics said_;
  serve::Collector collector_;
  serve::MetricsSource metrics_;
  history::Seconds now_ = 1'769'900'000;
  std::ptrdiff_t series_ = 0;
};

void print(const char* which, const Reading& reading) {
  std::printf("  %s: a collection %.3f s, recorded %.3f s, a scrape %.3f s\n", which, reading.collection,
              reading.step, reading.scrape);
}

Costs costsOf(int processCount, std::uint64_t functions) {
  GuardedProcesses processes(processCount, functions);
  Server server(processes.folder());
  Costs costs;
  costs.first = server.read();
  for (int i = 1; i < kReadings; ++i) {
    processes.callAgain();
    costs.later = dearestOf(costs.later, server.read());
  }
  costs.series = server.series();
  std::printf("%5d processes of %4llu functions, %.0f series, %.0f MB; processor time\n", processCount,
              static_cast<unsigned long long>(functions), costs.series, memoryMegabytes());
  print("the first", costs.first);
  print("later ones", costs.later);
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
  bool good = bench::bar("serve.collection", all.later.collection, "s", 1);
  good &= bench::bar("serve.first-collection", all.first.collection, "s", 1);
  good &= bench::bar("serve.memory", memoryMegabytes(), "MB", 500);
  good &= bench::bar("serve.scrape-10000-series",
                     tenThousandSeries.later.scrape * kSeries / tenThousandSeries.series, "s", 0.05);
  good &=
      bench::bar("serve.idle", tenThousandSeries.later.step / static_cast<double>(kPeriod), "cores", 0.01);
  good &= bench::bar("serve.step-of-a-thousand", all.later.step / static_cast<double>(kPeriod), "cores", 0.2);
  return good ? 0 : 1;
}
