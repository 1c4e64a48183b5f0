// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Site registration: an open hash table in memory finds an id, the segment holds what readers need.
#include "runtime/src/cold/sites.h"

#include <sys/mman.h>
#include <cstring>

#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

constexpr std::uint32_t kTableSize = kMaxSites * 2;
constexpr std::size_t kLongestName = kLongestSiteName;

std::uint64_t idOf(const assay_v1_site& site, const char* name) noexcept {
  if (site.id != 0) return site.id;
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (; *name != '\0'; ++name) hash = (hash ^ static_cast<unsigned char>(*name)) * 0x100000001b3u;
  return hash;
}

/// Two sites of one id have a record each when the calls of one are counted at their entry.
bool matches(const SiteRecord& record, std::uint64_t id, std::uint32_t flags) noexcept {
  return record.id == id && ((record.flags ^ flags) & kSiteEntryOnly) == 0;
}

/// Where the index of the site with this id stands in the hash table, or would stand.
std::uint32_t* place(std::uint64_t id, std::uint32_t flags) noexcept {
  if (state.siteTable == nullptr) {
    void* table = mmap(nullptr, kTableSize * sizeof(std::uint32_t), PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (table == MAP_FAILED) return nullptr;
    state.siteTable = static_cast<std::uint32_t*>(table);
  }
  const SiteRecord* sites = currentSegment().sites();
  std::uint32_t at = static_cast<std::uint32_t>(id ^ (id >> 32)) % kTableSize;
  while (state.siteTable[at] != 0 && !matches(sites[state.siteTable[at]], id, flags))
    at = (at + 1) % kTableSize;
  return &state.siteTable[at];
}

/// One in how many calls is timed, as far as a block can be that long; 0 = the source does not say.
std::uint32_t sampleOf(const assay_v1_site& site) noexcept {
  const std::uint32_t calls = (site.flags & ~kSiteWithoutRoom) >> kSiteSampleShift;
  return calls < kLargestBlock ? calls : kLargestBlock;
}

bool makeRoom(std::size_t nameLength) noexcept {
  return reserveSites(currentSegment(), state.siteCount + 1, state.nameUsed + nameLength);
}

std::uint32_t append(std::uint64_t id, const assay_v1_site& site, const char* name) noexcept {
  const std::size_t length = strnlen(name, kLongestName);
  if (!makeRoom(length) && (!addSegment() || !makeRoom(length))) return 0;
  const Segment& segment = currentSegment();
  SegmentHeader& header = *segment.header();
  std::memcpy(segment.names() + state.nameUsed, name, length);
  segment.sites()[state.siteCount] = {
      id, state.nameUsed, static_cast<std::uint32_t>(length), site.flags & (kSiteByHand | kSiteEntryOnly), 0,
      0,  sampleOf(site)};
  state.nameUsed += static_cast<std::uint32_t>(length);
  store(header.nameUsed, state.nameUsed);
  publish(header.siteCount, ++state.siteCount);
  return state.siteCount - 1;
}

bool full(const char* name) noexcept {
  return state.siteCount == kMaxSites ||
         state.nameUsed + strnlen(name, kLongestName) > currentSegment().header()->nameCapacity;
}

}  // namespace

std::uint32_t siteIndex(assay_v1_site& site, const char* name) noexcept {
  if (site.index != 0) return site.index;
  const std::uint64_t id = idOf(site, name);
  std::uint32_t* known = place(id, site.flags);
  if (known == nullptr) return 0;
  if (*known == 0 && full(name)) {
    store(site.flags, site.flags | kSiteWithoutRoom);
    __atomic_fetch_add(&currentSegment().header()->lostSites, 1, __ATOMIC_RELAXED);
    return 0;
  }
  if (*known == 0) *known = append(id, site, name);
  store(site.index, *known);
  return *known;
}

}  // namespace assay::runtime
