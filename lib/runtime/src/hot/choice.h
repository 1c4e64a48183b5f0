// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the process knows of its experiments, and a thread of the calls it decides on. The shares lie in the
// process's own memory and not in the mapped control file: whoever truncates a file that is mapped ends the
// processes that look at it (docs/decisions/0013-shares-are-read-not-mapped.md). Constant-initialised and
// never destroyed.
#pragma once

#include <cstdint>

#include "assay/detail/rollout.h"
#include "runtime/src/hot/cell.h"
#include "vocabulary/control_layout.h"
#include "vocabulary/draw.h"

namespace assay::runtime {

constexpr std::uint32_t kWithoutRoom = vocabulary::kMaxExperiments + 1;  ///< index of those that are too many

/// How long the calls of a function took, since the process began. Modulo 2^32, as the cells are.
struct CallTimes {
  std::uint32_t counted;  ///< that have a time, or another one's
  std::uint32_t tooLong;  ///< of these
  std::uint64_t others;   ///< of `counted`: those that have another one's
};

/// One experiment of the process. `part` and `share` are atomic: any thread reads them. The rest belongs to
/// the slow path, unless said otherwise.
struct Choice {
  assay_v1_part part;          ///< what assay_v1_choice::part points to; first, so that it leads back here
  std::uint32_t share;         ///< that counts now, in basis points; `part.below` says the same
  std::uint32_t errorLimit;    ///< atomic; 0 = none
  std::uint64_t id;            ///< atomic
  std::uint64_t endedAtError;  ///< calls of the new function that had ended at its last error. Atomic
  std::uint64_t restUntil;     ///< ticks: no run in the shadow begins before. Atomic
  std::uint32_t errorsInARow;  ///< atomic
  std::uint32_t tagShare;
  std::uint32_t tagErrorLimit;  ///< 0 = none
  std::uint32_t stopped;        ///< by this process: the share is 0 until a person decides anew. Atomic
  bool toBeWritten;             ///< the control file does not say so yet
  std::uint8_t stoppedFor;      ///< a StopReason
  std::uint8_t nameLength;
  std::uint32_t stoppedBy;  ///< process that stopped it, or that crashed in it
  std::uint64_t revision;   ///< of the control file's entry; 0 = it has none
  std::uint64_t longest;    ///< nanoseconds that most calls of the new function may take; 0 = any time
  CallTimes judged;         ///< calls up to the latest judgement
  char name[sizeof(vocabulary::ControlEntry::name)];
};

/// 0 is not used. The last one is of all that found no room: share 0.
extern Choice choices[kWithoutRoom + 1] __attribute__((visibility("hidden")));
extern std::uint32_t choiceCount __attribute__((visibility("hidden")));  ///< in use, 0 among them. Atomic

inline void giveShare(Choice& choice, std::uint32_t share) noexcept {
  store(choice.share, share);
  store(choice.part.below, assay_v1_u64{vocabulary::numbersBelow(share)});
}

/// The experiment that an object file's choice belongs to; null: it is not registered yet.
inline Choice* knownOf(const assay_v1_choice& choice) noexcept {
  const assay_v1_part* part = __atomic_load_n(&choice.part, __ATOMIC_ACQUIRE);
  return reinterpret_cast<Choice*>(const_cast<assay_v1_part*>(part));
}

/// Of one thread, beside what decisions in line need (assay_v1_this_decider).
struct Decider {
  std::uint64_t key;
  std::uint64_t random;        ///< state of the sequence of nextRandom(); 0 = not begun
  std::uint64_t lookedAt;      ///< coarse nanoseconds
  std::uint64_t shadowFrame;   ///< of the stack, where it began
  std::uint64_t faultFrame;    ///< of the handler of a fault that was noted as a crash; 0 = there was none
  std::uint64_t pace;          ///< the one in line that counts, with a key or without
  const Choice* shadowOf;      ///< whose new function it runs in a shadow; null = none
  const Choice* resting;       ///< whose shadow was found to rest when last asked; null = none
  std::uint64_t restingAt;     ///< ticks: when that was
  std::uint32_t restingCalls;  ///< calls from then up to when the time is looked at again, with that one
  std::uint32_t restingCallsLeft;  ///< of these: to come, without that one
  std::int32_t callersErrno;       ///< as it was before the part of a shadow that runs
  bool hasKey;
};
extern __thread Decider decider __attribute__((tls_model("initial-exec"), visibility("hidden")));

inline void givePace(std::uint64_t pace) noexcept {
  decider.pace = pace;
  assay_v1_this_decider.pace = decider.hasKey ? 0 : pace;
  assay_v1_this_decider.keyed_pace = decider.hasKey ? pace : 0;
}

/// Marsaglia's xorshift: draws that must not come in between those of decisions.
inline std::uint64_t nextRandom(std::uint64_t& sequence) noexcept {
  sequence ^= sequence << 13;
  sequence ^= sequence >> 7;
  sequence ^= sequence << 17;
  return sequence;
}

}  // namespace assay::runtime
