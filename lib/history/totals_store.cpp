// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/totals_store.h"

#include <map>

namespace assay::history {
namespace {

using telemetry::ProcessSnapshot;

StoredSegment segmentOf(const Statement& row) {
  StoredSegment segment;
  segment.number = row.number(0);
  segment.key = {row.bits(1), row.bits(2), row.bits(3), row.bits(4), row.bits(5)};
  ProcessSnapshot& head = segment.head;
  head.pid = static_cast<std::uint32_t>(segment.key.pid);
  head.processStart = segment.key.processStart;
  head.startRealtime = segment.key.startRealtime;
  const std::string path(row.text(6));
  if (!path.empty()) head.files.push_back({path, segment.key.device, segment.key.inode});
  head.program = row.text(7);
  head.secondsPerTick = row.real(8);
  head.lostCalls = row.bits(9);
  head.lostSites = row.bits(10);
  return segment;
}

StoredSite siteOf(const Statement& row) {
  return {row.bits(1), row.number(2) != 0, row.bits(3), std::string(row.text(4)), std::string(row.text(5))};
}

}  // namespace

SegmentKey keyOf(const ProcessSnapshot& process, std::uint64_t number) {
  if (process.files.empty()) return {.inode = number};
  const telemetry::SegmentFile& file = process.files.front();
  return {file.device, file.inode, process.pid, process.processStart, process.startRealtime};
}

Expected<TotalsStore> TotalsStore::open(Connection& connection) {
  TotalsStore store;
  store.connection_ = &connection;
  ASSAY_TRY(store.putHead_,
            connection.prepare(
                "INSERT INTO segment(device, inode, pid, process_start, start_realtime, path, program, "
                "seconds_per_tick, lost_calls, lost_sites) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
                "ON CONFLICT DO UPDATE SET path = ?6, program = ?7, seconds_per_tick = ?8, lost_calls = ?9, "
                "lost_sites = ?10 RETURNING key"));
  ASSAY_TRY(store.putSite_, connection.prepare("INSERT OR REPLACE INTO total VALUES(?, ?, ?, ?, ?, ?)"));
  ASSAY_TRY(store.dropHead_, connection.prepare("DELETE FROM segment WHERE key = ?"));
  ASSAY_TRY(store.dropSites_, connection.prepare("DELETE FROM total WHERE segment = ?"));
  return store;
}

Expected<std::vector<StoredSegment>> TotalsStore::load() {
  std::vector<StoredSegment> segments;
  std::map<std::int64_t, std::size_t> places;
  ASSAY_TRY(Statement heads,
            connection_->prepare("SELECT key, device, inode, pid, process_start, start_realtime, path, "
                                 "program, seconds_per_tick, lost_calls, lost_sites FROM segment "
                                 "ORDER BY key"));
  for (;;) {
    ASSAY_TRY(const bool more, heads.next());
    if (!more) break;
    segments.push_back(segmentOf(heads));
    places[segments.back().number] = segments.size() - 1;
  }
  ASSAY_TRY(Statement sites,
            connection_->prepare("SELECT segment, function, entry_only, body, name, counts FROM total"));
  for (;;) {
    ASSAY_TRY(const bool more, sites.next());
    if (!more) return segments;
    const auto place = places.find(sites.number(0));
    if (place != places.end()) segments[place->second].sites.push_back(siteOf(sites));
  }
}

Expected<std::int64_t> TotalsStore::saveHead(const SegmentKey& key, const ProcessSnapshot& head) {
  const std::string path = head.files.empty() ? std::string() : head.files.front().path.string();
  putHead_.start(key.device, key.inode, key.pid, key.processStart, key.startRealtime, path, head.program,
                 head.secondsPerTick, head.lostCalls, head.lostSites);
  ASSAY_TRY(const bool some, putHead_.next());
  const std::int64_t number = some ? putHead_.number(0) : 0;
  putHead_.end();
  return number;
}

Expected<void> TotalsStore::saveSite(std::int64_t segment, const StoredSite& site) {
  return putSite_.run(segment, site.function, std::int64_t{site.entryOnly}, site.body, site.name,
                      Blob{site.counts});
}

Expected<void> TotalsStore::forget(std::int64_t segment) {
  ASSAY_TRY_VOID(dropSites_.run(segment));
  return dropHead_.run(segment);
}

}  // namespace assay::history
