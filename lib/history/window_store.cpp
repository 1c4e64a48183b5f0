// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/window_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "history/counts_blob.h"
#include "telemetry/site_totals.h"

namespace assay::history {
namespace {

using telemetry::SiteCounts;

bool hasNothing(const Period& period) {
  return period.since == period.until;
}

}  // namespace

Expected<Kept> keptIn(Connection& connection) {
  Kept kept{};
  ASSAY_TRY(Statement rows, connection.prepare("SELECT level, since, until FROM level"));
  rows.start();
  for (;;) {
    ASSAY_TRY(const bool more, rows.next());
    if (!more) return kept;
    if (rows.bits(0) < kept.size()) kept[rows.bits(0)] = {rows.number(1), rows.number(2)};
  }
}

Expected<WindowStore> WindowStore::open(Connection& connection) {
  WindowStore store;
  store.connection_ = &connection;
  const auto prepare = [&](const char* sql, std::size_t level) {
    return connection.prepare(fmt::format(fmt::runtime(sql), kLevels[level].table));
  };
  for (std::size_t level = 0; level < kLevels.size(); ++level) {
    Statements& of = store.statements_[level];
    ASSAY_TRY(of.find, prepare("SELECT counts FROM {} WHERE start = ? AND version = ? AND host = ?", level));
    ASSAY_TRY(of.put, prepare("INSERT OR REPLACE INTO {} VALUES(?, ?, ?, ?)", level));
    ASSAY_TRY(of.period, prepare("SELECT start, version, host, counts FROM {} WHERE start >= ? AND start < ? "
                                 "ORDER BY start",
                                 level));
    ASSAY_TRY(of.drop, prepare("DELETE FROM {} WHERE start < ?", level));
  }
  ASSAY_TRY(store.saveLevel_, connection.prepare("INSERT OR REPLACE INTO level VALUES(?, ?, ?)"));
  ASSAY_TRY_VOID(store.reload());
  return store;
}

Expected<void> WindowStore::reload() {
  ASSAY_TRY(kept_, keptIn(*connection_));
  return {};
}

Expected<void> WindowStore::add(Seconds time, WindowOwner owner, const SiteCounts& counts) {
  widen(time);
  ASSAY_TRY_VOID(addTo(kFinest, floorTo(time, kLevels[kFinest].width), {owner, &counts}));
  for (std::size_t level = kFinest + 1; level < kLevels.size(); ++level) {
    const Seconds start = floorTo(time, kLevels[level].width);
    if (start < kept_[level].until) ASSAY_TRY_VOID(addTo(level, start, {owner, &counts}));
  }
  return {};
}

// The finest level has everything up to the latest window; the wider ones begin where it does.
void WindowStore::widen(Seconds time) {
  for (std::size_t level = 0; level < kLevels.size(); ++level) {
    const Seconds start = floorTo(time, kLevels[level].width);
    Period& kept = kept_[level];
    if (hasNothing(kept) && (level == kFinest || kept.until == 0)) kept = {start, start};
    kept.since = std::min(kept.since, start);
  }
  Period& finest = kept_[kFinest];
  finest.until = std::max(finest.until, floorTo(time, kLevels[kFinest].width) + kLevels[kFinest].width);
}

Expected<void> WindowStore::addTo(std::size_t level, Seconds start,
                                  std::pair<WindowOwner, const SiteCounts*> one) {
  const auto& [owner, counts] = one;
  Statements& of = statements_[level];
  of.find.start(start, owner.version, owner.host);
  ASSAY_TRY(const bool known, of.find.next());
  SiteCounts sum = *counts;
  if (known) ASSAY_TRY_VOID(addCountsBlob(sum, of.find.text(0)));
  of.find.end();
  return of.put.run(start, owner.version, owner.host, Blob{countsBlob(sum)});
}

Expected<void> WindowStore::finish(Seconds now, const Retention& retention) {
  for (std::size_t level = kFinest + 1; level < kLevels.size(); ++level) ASSAY_TRY_VOID(rollUp(level, now));
  for (std::size_t level = 0; level < kLevels.size(); ++level) {
    ASSAY_TRY_VOID(prune(level, now, retention[level]));
    ASSAY_TRY_VOID(saveLevel_.run(static_cast<std::int64_t>(level), kept_[level].since, kept_[level].until));
  }
  return {};
}

// Windows of a level are made of those of the level below once they are over: the clock only tells when to
// look, so that it may be set.
Expected<void> WindowStore::rollUp(std::size_t level, Seconds now) {
  const Seconds width = kLevels[level].width;
  const Seconds until = std::min(floorTo(now, width), floorTo(kept_[level - 1].until + width - 1, width));
  if (until <= kept_[level].until) return {};
  Statement& rows = statements_[level - 1].period;
  rows.start(kept_[level].until, until);
  Group group;
  Seconds start = kept_[level].until;
  for (;;) {
    ASSAY_TRY(const bool more, rows.next());
    if (!more) break;
    const Seconds of = floorTo(rows.number(0), width);
    if (of != start) ASSAY_TRY_VOID(write(level, std::exchange(start, of), group));
    SiteCounts& sum = group.try_emplace({rows.number(1), rows.number(2)}, noCounts()).first->second;
    ASSAY_TRY_VOID(addCountsBlob(sum, rows.text(3)));
  }
  ASSAY_TRY_VOID(write(level, start, group));
  kept_[level].until = until;
  return {};
}

Expected<void> WindowStore::write(std::size_t level, Seconds start, Group& group) {
  for (const auto& [owner, counts] : group)
    ASSAY_TRY_VOID(statements_[level].put.run(start, owner.version, owner.host, Blob{countsBlob(counts)}));
  group.clear();
  return {};
}

// Nothing goes that a wider window has not yet taken in. Whole wider windows go, so that each is there finely
// or not.
Expected<void> WindowStore::prune(std::size_t level, Seconds now, Seconds keep) {
  const bool last = level == kCoarsest;
  Seconds limit = floorTo(now - keep, kLevels[last ? level : level + 1].width);
  if (!last) limit = std::min(limit, kept_[level + 1].until);
  if (limit <= kept_[level].since || hasNothing(kept_[level])) return {};
  ASSAY_TRY_VOID(statements_[level].drop.run(limit));
  kept_[level].since = limit;
  kept_[level].until = std::max(kept_[level].until, limit);
  return {};
}

}  // namespace assay::history
