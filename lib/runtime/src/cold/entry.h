// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rare side of the two calls: first call of a thread, of a site on a thread, after a fork, without room.
#pragma once

#include <cstdint>

#include "assay/detail/entry.h"
#include "runtime/src/hot/thread_block.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {

struct Ended {
  std::uint64_t duration;  ///< ticks
  std::uint64_t context;   ///< of assay_v1_entry
};

/// Counts an end, and what it brings besides the call: an error when it was marked as failed, or when more
/// exceptions are in flight than at its beginning; a beginning when that was in the process this one was
/// forked from. True: an error.
bool recordRareEnd(vocabulary::Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept;

/// Counts one finished call in the shard (hot/guard.cpp).
void record(vocabulary::Shard& shard, const ThreadBlock& block, Ended call) noexcept;

/// Counts one finished call that was not timed (hot/guard.cpp).
void recordUntimed(vocabulary::Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept;

/// This thread's shard of the site; null when it cannot be had, which is counted as a lost call, or when the
/// guards are off. A call that ends has no name, and is counted even with the guards off by now.
vocabulary::Shard* shardOrLose(assay_v1_site& site, const char* name) noexcept;

assay_v1_entry enterSlowly(assay_v1_site& site, const char* name) noexcept;
/// The same where the beginning is kept.
void openSlowly(assay_v1_running& call, const char* name) noexcept;
void leaveSlowly(assay_v1_site& site, Ended call) noexcept;
void leaveUntimedSlowly(assay_v1_site& site, std::uint64_t context) noexcept;

/// Ticks in calls after which a thread leaves the shortest way, once: 5 to 16 microseconds.
constexpr std::uint64_t kTicksUntilLook = 1 << 15;

/// Counts, when it is time to, the calls that are under way at the shard's site in this process, and keeps
/// the largest number there was (cold/at_once.cpp). Before the end of the call that occasions it is counted.
void lookNowAndThen(vocabulary::Shard& shard) noexcept;

/// The beginning of the timed call of a block, which stands for `block` calls (cold/governor.cpp): says which
/// is the one after it.
assay_v1_entry enterForBlock(vocabulary::Shard& shard, std::uint32_t block) noexcept;

/// Calls of the shard's site that have ended, on all threads of the process (cold/at_once.cpp).
std::uint64_t endedCalls(const vocabulary::Shard& shard) noexcept;

/// The id of the shard's site (cold/at_once.cpp).
std::uint64_t siteIdOf(const vocabulary::Shard& shard) noexcept;

/// What the source says of how many calls of the shard's site are timed: SiteRecord::sample
/// (cold/at_once.cpp).
std::uint32_t sampleOf(const vocabulary::Shard& shard) noexcept;

/// A new shard's first block, where the source says how many calls are timed (cold/governor.cpp).
void beginSampling(vocabulary::Shard& shard) noexcept;

/// Decides whether this thread goes on timing every call of the shard's site (cold/governor.cpp).
void govern(vocabulary::Shard& shard) noexcept;

/// Keeps the shape of a timed call that has failed, as one of the last of its site (cold/failures.cpp).
void keepFailure(const vocabulary::Shard& shard, Ended call) noexcept;

/// Counts an error by its kind, whether its call was timed or not (cold/error_kinds.cpp).
void countErrorKind(const vocabulary::Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept;

/// One cell ran over 2^32; `bucket` as in vocabulary::CarryRecord.
void recordCarry(vocabulary::Shard& shard, std::uint32_t bucket) noexcept;

}  // namespace assay::runtime
