// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// More of everything than fits: calls in one cell, sites in the table, shards in a segment.
#include <assay/inserted.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

static void work() {
  ASSAY_INSERTED_GUARD(0x0000000000000091, "work");
}

static int sized(int size) {
  ASSAY_INSERTED_GUARD(0x0000000000000092, "sized"); ASSAY_INSERTED_SIZE(0x0000000000000092, size);
  { ASSAY_INSERTED_FAILS(0x0000000000000092); return -1; ASSAY_INSERTED_END }
}

static std::string ownSegment() {
  const std::string folder = std::getenv("ASSAY_DIR");
  std::string found;
  DIR* open = opendir(folder.c_str());
  while (const dirent* entry = readdir(open)) {
    if (std::strstr(entry->d_name, ".assayseg") != nullptr) found = folder + "/" + entry->d_name;
  }
  closedir(open);
  return found;
}

// Sets every cell of the only shard to two below its end, from outside, then calls on.
static int overflow() {
  work();
  const int file = open(ownSegment().c_str(), O_RDWR);
  std::uint64_t shard = 0;
  if (pread(file, &shard, sizeof shard, 144) != sizeof shard) return 8;
  const std::vector<std::uint32_t> cells(305, 0xfffffffeu);
  const ssize_t bytes = static_cast<ssize_t>(cells.size() * sizeof cells[0]);
  if (pwrite(file, cells.data(), cells.size() * sizeof cells[0], static_cast<off_t>(shard) + 64) != bytes)
    return 9;
  close(file);
  for (int i = 0; i < 1000; ++i) work();
  return 0;
}

// The same for the cell of one size, its errors included.
static int sizeOverflow() {
  sized(4);
  const int file = open(ownSegment().c_str(), O_RDWR);
  std::uint64_t shard = 0;
  if (pread(file, &shard, sizeof shard, 144) != sizeof shard) return 8;
  const std::uint32_t cell[2] = {0xfffffffeu, 0xffffff00u};
  if (pwrite(file, cell, sizeof cell, static_cast<off_t>(shard) + 1304 + 3 * 16 + 8) != sizeof cell) return 9;
  close(file);
  for (int i = 0; i < 1000; ++i) sized(7);
  return 0;
}

static int descends(int levels) {
  ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000093, "descends");
  return levels > 0 ? descends(levels - 1) + 1 : 0;
}

// The same for the calls that are inside another one.
static int nestedOverflow() {
  descends(1);
  const int file = open(ownSegment().c_str(), O_RDWR);
  std::uint64_t shard = 0;
  if (pread(file, &shard, sizeof shard, 144) != sizeof shard) return 8;
  const std::uint32_t nested = 0xfffffff0u;
  if (pwrite(file, &nested, sizeof nested, static_cast<off_t>(shard) + 60) != sizeof nested) return 9;
  close(file);
  return descends(100) == 100 ? 0 : 7;
}

// Calls that say they began long ago, or will: the clock of one processor may be behind another's.
static int oddTimes() {
  static assay_v1_site site = {0x0000000000000094, 0, 0};
  constexpr std::int64_t kTicks[] = {100, std::int64_t{1} << 33, 200, -(std::int64_t{1} << 20), 300};
  for (const std::int64_t ticks : kTicks) {
    const assay_v1_entry entry = assay_v1_enter(&site, "odd");
    assay_v1_leave(&site, entry.begun - static_cast<std::uint64_t>(ticks), entry.context);
  }
  return 0;
}

static std::vector<assay_v1_site> sites;
static void callSites(unsigned count) {
  for (unsigned i = 0; i < count; ++i) {
    const std::string name = "site " + std::to_string(i);
    const assay_v1_entry entry = assay_v1_enter(&sites[i], name.c_str());
    if (entry.context != 0) assay_v1_leave(&sites[i], entry.begun, entry.context);
  }
}
static int manySites() {
  for (unsigned i = 0; i < 70000; ++i) sites.push_back({0x1000000000u + i * 0x10001u, 0, 0});
  callSites(70000);
  callSites(70000);
  std::thread([] { callSites(1000); }).join();
  return 0;
}

int main(int, char** arguments) {
  if (std::strcmp(arguments[1], "overflow") == 0) return overflow();
  if (std::strcmp(arguments[1], "size-overflow") == 0) return sizeOverflow();
  if (std::strcmp(arguments[1], "sites") == 0) return manySites();
  if (std::strcmp(arguments[1], "nested-overflow") == 0) return nestedOverflow();
  if (std::strcmp(arguments[1], "odd-times") == 0) return oddTimes();
}
