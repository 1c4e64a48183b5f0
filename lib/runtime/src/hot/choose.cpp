// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which of two functions a call belongs to: one relaxed load of the share, and a draw where it is neither
// nothing nor all.
#include "assay/detail/rollout.h"
#include "assay/experiment.h"
#include "runtime/src/cold/experiments.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/choice.h"
#include "vocabulary/draw.h"

namespace assay::runtime {

Choice choices[kWithoutRoom + 1] = {};
std::uint32_t choiceCount = 1;
__thread Decider decider __attribute__((tls_model("initial-exec"), visibility("hidden"))) = {};

namespace {

inline unsigned takesOld(const Choice& choice, Decider& own) noexcept {
  const std::uint32_t share = load(choice.share);
  if (share == 0) return 1;
  if (share >= vocabulary::kWholeShare) return 0;
  const std::uint32_t place = own.hasKey ? vocabulary::drawOfMixed(own.mixedKey, load(choice.salt))
                                         : vocabulary::placeOf(nextRandom(own.random));
  return place < share ? 0 : 1;
}

inline unsigned takesOldOf(const Choice& choice, std::uint64_t key) noexcept {
  const std::uint32_t share = load(choice.share);
  if (share >= vocabulary::kWholeShare) return 0;
  return vocabulary::drawOf(key, load(choice.salt)) < share ? 0 : 1;
}

// Apart, so that the way everybody takes needs no stack.
__attribute__((noinline)) unsigned lookAndTake(assay_v1_choice& choice, const char* name) noexcept {
  return takesOld(choices[lookAtExperiments(choice, name)], decider);
}

}  // namespace
}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

unsigned assay_v1_takes_old(assay_v1_choice* choice, const char* name) noexcept {
  Decider& own = decider;
  const unsigned index = __atomic_load_n(&choice->index, __ATOMIC_ACQUIRE);
  const std::uint32_t untilLook = own.untilLook;  // once: a signal's handler may decide in between
  if (__builtin_expect(untilLook == 0 || index == 0, 0)) return lookAndTake(*choice, name);
  own.untilLook = untilLook - 1;
  return takesOld(choices[index], own);
}

unsigned assay_v1_takes_old_by(assay_v1_choice* choice, const char* name, assay_v1_u64 key,
                               unsigned has_key) noexcept {
  Decider& own = decider;
  unsigned index = __atomic_load_n(&choice->index, __ATOMIC_ACQUIRE);
  const std::uint32_t untilLook = own.untilLook;
  if (__builtin_expect(untilLook == 0 || index == 0, 0))
    index = lookAtExperiments(*choice, name);
  else
    own.untilLook = untilLook - 1;
  return has_key == 0 ? 1 : takesOldOf(choices[index], key);
}

assay_key assay_set_key(assay_v1_u64 key) noexcept {
  Decider& own = decider;
  const assay_key before = {own.key, own.hasKey ? 1u : 0u};
  own.key = key;
  own.mixedKey = assay::vocabulary::mix(key);
  own.hasKey = true;
  return before;
}

void assay_restore_key(assay_key before) noexcept {
  decider.key = before.key;
  decider.mixedKey = assay::vocabulary::mix(before.key);
  decider.hasKey = before.set != 0;
}

assay_v1_u64 assay_key_of(const void* bytes, __SIZE_TYPE__ count) noexcept {
  const auto* at = static_cast<const unsigned char*>(bytes);
  assay_v1_u64 hash = 0xcbf29ce484222325u;  // FNV-1a
  for (__SIZE_TYPE__ i = 0; i < count; ++i) hash = (hash ^ at[i]) * 0x100000001b3u;
  return hash;
}
}
// NOLINTEND(readability-identifier-naming)
