// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Meets so many sites on so many threads, which all live at the same time, and says what that took: in the
// segment's file, and in memory of the process alone.
#include <assay/detail/entry.h>
#include <sys/stat.h>

#include <barrier>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "modes.h"
#include "own_segment.h"
#include "vocabulary/segment_layout.h"

namespace assay::bench {
namespace {

/// What a guard does, at sites that are made at run time.
void meet(std::vector<assay_v1_site>& sites) {
  for (assay_v1_site& site : sites) {
    const assay_v1_entry entry = assay_v1_enter(&site, "site");
    assay_v1_leave(&site, entry.begun, entry.context);
  }
}

void meetOnThreads(std::vector<assay_v1_site>& sites, unsigned threads) {
  std::barrier all(static_cast<std::ptrdiff_t>(threads));
  std::vector<std::jthread> running;
  for (unsigned i = 0; i < threads; ++i) {
    running.emplace_back([&] {
      meet(sites);
      all.arrive_and_wait();
    });
  }
}

unsigned long privateBytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("RssAnon:")) return std::stoul(line.substr(8)) * 1024;
  return 0;
}

}  // namespace

int takeMemory(int count, char** arguments) {
  if (count != 3) return 2;
  std::vector<assay_v1_site> sites(std::stoul(arguments[1]));
  for (std::size_t i = 0; i < sites.size(); ++i) sites[i].id = 0x1000 + i;
  meetOnThreads(sites, static_cast<unsigned>(std::stoul(arguments[2])));
  struct stat file{};
  if (stat(ownSegment().c_str(), &file) != 0) return 1;
  std::printf("layout %u\n", vocabulary::kShardBytes);
  std::printf("file %llu\n", static_cast<unsigned long long>(file.st_blocks) * 512);
  std::printf("private %lu\n", privateBytes());
  return 0;
}

}  // namespace assay::bench
