// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which of two functions a call belongs to, where that is not decided in line: one relaxed load of the share,
// and a draw or the place of a key.
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

/// Each decision draws, also one by key: the sequence tells when to look around.
inline std::uint64_t draw() noexcept {
  const std::uint64_t drawn = assay_v1_this_decider.sequence;  // once: a signal's handler may draw in between
  assay_v1_this_decider.sequence = assay_v1_next_draw(drawn);
  return drawn;
}

/// Of a call of this experiment, which has drawn that.
inline unsigned isOld(const Choice& choice, std::uint64_t drawn) noexcept {
  return assay_v1_is_old(&choice.part, decider.hasKey ? assay_v1_keyed_number(&choice.part) : drawn);
}

/// Null: the experiment is not known yet, or it is time to look around.
inline const Choice* choiceOf(const assay_v1_choice& choice, std::uint64_t drawn) noexcept {
  return (drawn & decider.pace) == 0 ? nullptr : knownOf(choice);
}

void setKeyOfThread(std::uint64_t key, bool hasKey) noexcept {
  decider.key = key;
  decider.hasKey = hasKey;
  assay_v1_this_decider.mixed_key = vocabulary::mix(key);
  givePace(decider.pace);
}

}  // namespace
}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
__thread assay_v1_decider assay_v1_this_decider = {};

extern "C" {

unsigned assay_v1_takes_old(assay_v1_choice* choice, const char* name) noexcept {
  const std::uint64_t drawn = draw();
  const Choice* known = choiceOf(*choice, drawn);
  if (__builtin_expect(known != nullptr, 1)) return isOld(*known, drawn);
  known = &lookAtExperiments(*choice, name);
  return isOld(*known, draw());  // the first draw may have been before the sequence began
}

unsigned assay_v1_takes_old_by(assay_v1_choice* choice, const char* name, assay_v1_u64 key,
                               unsigned has_key) noexcept {
  const Choice* known = choiceOf(*choice, draw());
  if (__builtin_expect(known == nullptr, 0)) known = &lookAtExperiments(*choice, name);
  if (has_key == 0) return 1;
  return assay::vocabulary::drawOf(key, load(known->part.salt)) < load(known->share) ? 0 : 1;
}

assay_key assay_set_key(assay_v1_u64 key) noexcept {
  const assay_key before = {decider.key, decider.hasKey ? 1u : 0u};
  setKeyOfThread(key, true);
  return before;
}

void assay_restore_key(assay_key before) noexcept {
  setKeyOfThread(before.key, before.set != 0);
}

assay_v1_u64 assay_key_of(const void* bytes, __SIZE_TYPE__ count) noexcept {
  const auto* at = static_cast<const unsigned char*>(bytes);
  assay_v1_u64 hash = 0xcbf29ce484222325u;  // FNV-1a
  for (__SIZE_TYPE__ i = 0; i < count; ++i) hash = (hash ^ at[i]) * 0x100000001b3u;
  return hash;
}
}
// NOLINTEND(readability-identifier-naming)
