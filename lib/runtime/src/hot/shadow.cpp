// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs in the shadow. A comparison is a call of a site of its own: it fails when the results differ, and its
// time is what the shadow took in all. So it needs nothing in the segment that guards do not need.
#include <cerrno>

#include "assay/detail/shadow.h"
#include "assay/detail/type.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/choice.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/rest.h"
#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {
namespace {

/// A clock may go backwards between two processors.
std::uint64_t since(std::uint64_t begun) noexcept {
  const auto elapsed = static_cast<std::int64_t>(ticks() - begun);
  return elapsed < 0 ? 0u : static_cast<std::uint64_t>(elapsed);
}

/// Stacks grow downwards. What was left by longjmp() is further down than whoever calls now.
bool isInShadow(const Decider& own, std::uint64_t frame) noexcept {
  return own.shadowOf != nullptr && frame <= own.shadowFrame;
}

/// The experiment of a decision that has been made; null when it found no room.
Choice* choiceOf(const assay_v1_shadow& call) noexcept {
  Choice* known = knownOf(*call.choice);
  return known == &choices[kWithoutRoom] ? nullptr : known;
}

/// Whether the shadow is taken to rest: reading the clock in each call would cost more than all else here.
bool isAsleep(Decider& own, const Choice& choice) noexcept {
  const std::uint32_t left = load(own.restingCallsLeft);  // once: a signal's handler may come in between
  if (own.resting != &choice || left == 0) return false;
  store(own.restingCallsLeft, left - 1);
  return true;
}

void noteRest(Decider& own, const Choice& choice, std::uint64_t now) noexcept {
  const std::uint32_t calls = own.resting == &choice ? own.restingCalls : 0;
  const std::uint32_t asleep = callsAsleep(load(choice.restUntil) - now, now - own.restingAt, calls);
  own.resting = &choice;
  own.restingAt = now;
  own.restingCallsLeft = asleep;
  own.restingCalls = asleep + 1;
}

/// Opens the comparison when this call has one.
void openBoth(assay_v1_shadow& call, const char* shadowName) noexcept {
  const Choice* choice = load(assay_v1_switch) != 0 ? choiceOf(call) : nullptr;
  if (choice == nullptr || isAsleep(decider, *choice)) return;
  const bool fast = load(fastClock);
  call.opened = ticks();
  if (!mayRun(load(choice->restUntil), call.opened, call.budget))
    return noteRest(decider, *choice, call.opened);
  decider.resting = nullptr;
  call.entry = assay_v1_enter(call.site, shadowName);
  if (call.entry.context == 0) return;
  if (load(fastClock) != fast) call.opened = ticks();  // the process's first guard has chosen another clock
  call.spent = 0;
  call.stage = ASSAY_DETAIL_SHADOW_BOTH;
}

/// Whether the call is decided on, and not part of a run in a shadow, or while nothing is counted.
bool isOpen(assay_v1_shadow& call, std::uint64_t frame) noexcept {
  Decider& own = decider;
  call.stage = ASSAY_DETAIL_SHADOW_ALONE;
  if (isInShadow(own, frame)) {
    if (own.shadowOf == knownOf(*call.choice)) call.stage = ASSAY_DETAIL_SHADOW_BODY;
    return false;
  }
  own.shadowOf = nullptr;
  return true;
}

void rest(Choice& choice, const assay_v1_shadow& call) noexcept {
  if (call.budget >= vocabulary::kWholeShare) return;
  std::uint64_t before = load(choice.restUntil);
  while (!__atomic_compare_exchange_n(&choice.restUntil, &before,
                                      restAfter(before, call.opened, call.spent, call.budget), true,
                                      __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
  }
}

/// Which function runs first is the type of a comparison's input: so it is counted, with the differences of
/// each.
constexpr char kOldFirst[] = "[old function first]";
constexpr char kNewFirst[] = "[new function first]";

void noteOrder(assay_v1_shadow& call, bool oldFirst) noexcept {
  call.entry.context = assay_v1_typed_instance(call.entry.context, call.site,
                                               oldFirst ? kOldFirst : kNewFirst, sizeof kOldFirst - 1);
}
static_assert(sizeof kOldFirst == sizeof kNewFirst, "one length for both");

/// An exception of the old function may be on its way out: it is not the comparison that fails by it.
std::uint64_t contextAtEnd(const assay_v1_shadow& call) noexcept {
  const std::uint64_t inFlight = self == nullptr ? 0 : contextNow(*self) & kInFlightMask;
  const std::uint64_t context = (call.entry.context & ~kInFlightMask) | inFlight;
  // The new one has returned and the old one has not.
  const bool differs =
      call.stage == ASSAY_DETAIL_SHADOW_DIFFERS || call.stage == ASSAY_DETAIL_SHADOW_RETURNED;
  return differs ? context & ~kNotFailed : context;
}

}  // namespace
}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

void assay_v1_shadow_open(assay_v1_shadow* call, const char* name, const char* shadow_name) noexcept {
  const auto frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  if (!isOpen(*call, frame) || assay_v1_takes_old(call->choice, name) != 0) return;
  openBoth(*call, shadow_name);
}

void assay_v1_shadow_open_by(assay_v1_shadow* call, const char* name, const char* shadow_name,
                             assay_v1_u64 key, unsigned has_key) noexcept {
  const auto frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  if (!isOpen(*call, frame) || assay_v1_takes_old_by(call->choice, name, key, has_key) != 0) return;
  openBoth(*call, shadow_name);
}

unsigned assay_v1_shadow_old_first(assay_v1_shadow* call) noexcept {
  const bool oldFirst = nextRandom(decider.random) >> 63 != 0;  // seeded by the decision
  noteOrder(*call, oldFirst);
  if (oldFirst) call->spent = since(call->opened) + 1;
  return oldFirst ? 1 : 0;
}

void assay_v1_shadow_run(assay_v1_shadow* call) noexcept {
  decider.shadowFrame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  decider.shadowOf = knownOf(*call->choice);
  decider.callersErrno = errno;
  call->begun = call->spent == 0 ? call->opened : ticks();
}

void assay_v1_shadow_ran(assay_v1_shadow* call, unsigned returned) noexcept {
  decider.shadowOf = nullptr;
  errno = decider.callersErrno;
  call->spent += since(call->begun);
  call->stage = returned != 0 ? ASSAY_DETAIL_SHADOW_RETURNED : ASSAY_DETAIL_SHADOW_THREW;
}

void assay_v1_shadow_compare(assay_v1_shadow* call) noexcept {
  decider.callersErrno = errno;
  call->begun = ticks();
}

void assay_v1_shadow_close(assay_v1_shadow* call) noexcept {
  const bool isCompared = call->stage >= ASSAY_DETAIL_SHADOW_SAME;
  if (isCompared) {
    errno = decider.callersErrno;
    call->spent += since(call->begun);
  }
  const std::uint64_t ended = ticks();
  assay_v1_leave(call->site, ended - call->spent, contextAtEnd(*call));
  call->spent += since(ended);  // counting what is rare finds nothing in the caches, and takes its time
  if (Choice* choice = choiceOf(*call)) rest(*choice, *call);
}
}
// NOLINTEND(readability-identifier-naming)
