// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// First calls: makes what the hot path then finds. When it cannot, the call is counted as lost and nothing
// else happens; after a failure for want of room, a second passes before the next attempt, so that a full
// disk slows nobody.
#include "runtime/src/cold/entry.h"

#include "runtime/src/cold/retry.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/shards.h"
#include "runtime/src/cold/sites.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/threads.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/memory.h"

namespace assay::runtime {
namespace {

using vocabulary::Shard;

/// This thread's shard of the site; null when it cannot be had. The lock is held.
Shard* resolve(assay_v1_site& site, const char* name) noexcept {
  if (!prepareProcess() || !attachThread()) return nullptr;
  if ((load(site.flags) & kSiteRecursive) != 0 && !makeLevels(*self)) return nullptr;
  const std::uint32_t index = siteIndex(site, name);
  if (index == 0) return nullptr;
  Shard*& slot = self->shards[index];
  if (slot == nullptr) {
    Shard* fresh = makeShard(index);
    if (fresh != nullptr && (load(site.flags) & kSiteRecursive) == 0) beginSampling(*fresh);
    publish(slot, fresh);  // other threads look at it
  }
  if (slot != nullptr) refreshClockPair();
  return slot;
}

}  // namespace

Shard* shardOrLose(assay_v1_site& site, const char* name) noexcept {
  if (mustWait(state.retryAt) || (load(site.flags) & kSiteWithoutRoom) != 0) return countLost(1), nullptr;
  const SlowPath path;
  if (!path.entered()) return countLost(1), nullptr;
  prepareSettings();
  if (name != nullptr && load(assay_v1_switch) == 0) return nullptr;
  Shard* shard = resolve(site, name);
  const bool failed = shard == nullptr && (load(site.flags) & kSiteWithoutRoom) == 0;
  noteTried(state.retryAt, !failed);
  if (shard == nullptr) countLost(1);
  return shard;
}

assay_v1_entry enterSlowly(assay_v1_site& site, const char* name) noexcept {
  Shard* shard = shardOrLose(site, name);
  if (shard == nullptr) return {0, 0};
  add(shard->entered, 1);
  const std::uint64_t context = contextNow(*self);
  return {context, ticks()};
}

void openSlowly(assay_v1_running& call, const char* name) noexcept {
  call.entry = enterSlowly(*call.site, name);
  call.before = bytesNow(self);
  keepBeginning(call);
}

void leaveSlowly(assay_v1_site& site, Ended call) noexcept {
  Shard* shard = shardOrLose(site, nullptr);
  if (shard != nullptr) record(*shard, *self, call);
}

void leaveUntimedSlowly(assay_v1_site& site, std::uint64_t context) noexcept {
  Shard* shard = shardOrLose(site, nullptr);
  if (shard != nullptr) recordUntimed(*shard, *self, context);
}

}  // namespace assay::runtime
