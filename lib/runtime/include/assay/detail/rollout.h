/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The fork in the road at the beginning of a function that replaces another one, for `assay instrument`. As
   entry.h: includes nothing of libc, not for direct use. */
#ifndef ASSAY_DETAIL_ROLLOUT_H
#define ASSAY_DETAIL_ROLLOUT_H
#pragma GCC system_header

#include <assay/detail/entry.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* What the tag says, in one number: the share of the calls that stay in the new function, in basis points;
   from the 14th bit on, where it has limits, one more than the errors in a row that end the experiment (0:
   none); from the 24th bit on the nanoseconds that most calls may take (0: any time). */
#define ASSAY_DETAIL_TERMS(share, errors, nanoseconds) \
  ((assay_v1_u64)(share) | ((assay_v1_u64)(errors) + 1u) << 14 | (assay_v1_u64)(nanoseconds) << 24)

/* One experiment, as one object file knows it. Constant-initialised; the library fills in `index` at the
   first call. */
struct assay_v1_choice {
  assay_v1_u64 id;    /* of the new function */
  assay_v1_u64 terms; /* as above */
  unsigned index;     /* 0: not registered yet */
};

/* Whether this call belongs to the old function. Any thread; in a signal handler it goes by what is known. */
ASSAY_DETAIL_SHOWN unsigned assay_v1_takes_old(struct assay_v1_choice* choice,
                                               const char* name) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */

namespace assay {
inline namespace v1 {

/* A member of a template for the reason that SiteOf is one. */
template <assay_v1_u64 Id, assay_v1_u64 Terms>
struct ASSAY_DETAIL_HIDDEN ChoiceOf {
  static ::assay_v1_choice choice;
};
template <assay_v1_u64 Id, assay_v1_u64 Terms>
::assay_v1_choice ChoiceOf<Id, Terms>::choice = {Id, Terms, 0u};

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* clang-format off */
#define ASSAY_DETAIL_ROLLOUT(id, name, share, old_guard, leave)                              \
  if (::assay_v1_takes_old(&::assay::v1::ChoiceOf<id, share>::choice, name) != 0u) {         \
    old_guard;                                                                               \
    leave;                                                                                   \
  }                                                                                          \
  static_assert(true, "")
/* clang-format on */

#else /* C */

/* A declaration, so that a C89 body may go on with declarations of its own. */
/* clang-format off */
#define ASSAY_DETAIL_C_ROLLOUT(suffix, choice_id, name, share, old_guard, leave)             \
  ASSAY_DETAIL_QUIETLY                                                                       \
  unsigned char assay_chosen_##suffix##_ __attribute__((__unused__)) = __extension__({       \
    static struct assay_v1_choice assay_choice_##suffix##_ = {choice_id, share, 0u};         \
    if (assay_v1_takes_old(&assay_choice_##suffix##_, name) != 0u) {                         \
      old_guard;                                                                             \
      leave;                                                                                 \
    }                                                                                        \
    (unsigned char)1u;                                                                       \
  })                                                                                         \
  ASSAY_DETAIL_LOUDLY
/* clang-format on */

#endif
#endif
