// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The last failures of each site, as shapes: when, how long, by an exception of what class, of what size and
// type of input. A few records
// that all threads write in turns. Who finds one being written (by another thread, by the code that a signal
// handler interrupts, by a thread that was killed there) leaves it: the error itself is counted elsewhere.
#include "runtime/src/cold/entry.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/thrown_names.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

FailureKind kindOf(Ended call) noexcept {
  return hasFailed(call.context) ? FailureKind::Returned : FailureKind::Exception;
}

/// Takes the record for writing. False: somebody else has it, or has put a later failure there.
bool claim(FailureRecord& record, std::uint32_t sequence) noexcept {
  std::uint32_t before = load(record.sequence);
  return before != kFailureBeingWritten && before < sequence &&
         __atomic_compare_exchange_n(&record.sequence, &before, kFailureBeingWritten, false, __ATOMIC_ACQUIRE,
                                     __ATOMIC_RELAXED);
}

}  // namespace

void keepFailure(const Shard& shard, Ended call) noexcept {
  const std::uint64_t now = ticks();
  const unsigned inFlight = inFlightOf(contextNow(*self));
  const bool isThrown = kindOf(call) == FailureKind::Exception && inFlight != 0;
  const PlacedName thrown = isThrown ? thrownName(inFlight - 1) : PlacedName{0, 0};
  const unsigned segments = __atomic_load_n(&state.segmentCount, __ATOMIC_ACQUIRE);
  const Segment& segment = state.segments[segments - 1];
  const std::uint32_t number = __atomic_fetch_add(&segment.sites()[shard.site].failures, 1, __ATOMIC_RELAXED);
  FailureRecord& record = segment.failures(shard.site)[number % kKeptFailures];
  const std::uint32_t sequence = (number & 0x7fffffff) + 1;
  if (!claim(record, sequence)) return;
  store(record.kind, static_cast<std::uint8_t>(kindOf(call)));
  store(record.size, static_cast<std::uint8_t>(sizeOf(call.context)));
  store(record.type, static_cast<std::uint8_t>(typeOf(call.context)));
  store(record.ended, now);
  store(record.duration, call.duration);
  store(record.thrownOffset, thrown.offset);
  store(record.thrownLength, thrown.length);
  publish(record.sequence, sequence);
}

}  // namespace assay::runtime
