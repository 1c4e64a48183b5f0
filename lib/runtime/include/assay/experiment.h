/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Who a call is for: a thread that says so has the calls of one key go the same way in every gradual rollout
   and split, in every process, as long as the share stays. For C (C89 and later) and C++ (C++11 and later);
   includes nothing of libc.

     void handle(const Request& request) {
       ASSAY_KEY(request.userId);
       ...
     }

   docs/explanation/experiments.md says what follows. Compile with -DASSAY_DISABLE and nothing of it is left,
   not even the need to link the library. */
#ifndef ASSAY_EXPERIMENT_H
#define ASSAY_EXPERIMENT_H
#pragma GCC system_header

#include <assay/guard.h>

#define ASSAY_DETAIL_KEY_JOIN_2(a, b) a##b
#define ASSAY_DETAIL_KEY_JOIN(a, b) ASSAY_DETAIL_KEY_JOIN_2(a, b)

#if defined(ASSAY_DISABLE)

#ifdef __cplusplus
#define ASSAY_KEY(number) static_assert(true, "")
#else
#define ASSAY_KEY(number) struct assay_v1_no_key
#endif

#else

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* What a thread's key was: 0 in `set` for none. */
struct assay_key {
  assay_v1_u64 key;
  unsigned set;
};

/* From now on this thread's calls are of this key; returns what it was before, for assay_restore_key(). Any
   thread, signal handlers included. Never fails. */
ASSAY_DETAIL_SHOWN struct assay_key assay_set_key(assay_v1_u64 key) ASSAY_DETAIL_NOEXCEPT;

/* Gives the thread the key it had, or none. */
ASSAY_DETAIL_SHOWN void assay_restore_key(struct assay_key before) ASSAY_DETAIL_NOEXCEPT;

/* A key of text or other bytes (a name, a session's token). The same bytes have the same key everywhere. */
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_key_of(const void* bytes, __SIZE_TYPE__ count) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */

namespace assay {
inline namespace v1 {

/* The thread's key from here to the end of the block. */
class ASSAY_DETAIL_HIDDEN Key {
 public:
  explicit Key(assay_v1_u64 number) noexcept : before_(::assay_set_key(number)) {}
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  ~Key() noexcept { ::assay_restore_key(before_); }

 private:
  ::assay_key before_;
};

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

#define ASSAY_KEY(number) \
  ::assay::v1::Key ASSAY_DETAIL_KEY_JOIN(assay_key_, __LINE__)(static_cast<assay_v1_u64>(number))

#else /* C */

ASSAY_DETAIL_QUIET static __inline__ void assay_v1_end_key(struct assay_key* before) {
  assay_restore_key(*before);
}

/* The thread's key from here to the end of the block: an integer. A declaration: at most one in a line, and
   in C89 before the first statement of its block. */
#define ASSAY_KEY(number)                                      \
  struct assay_key ASSAY_DETAIL_KEY_JOIN(assay_key_, __LINE__) \
      __attribute__((__cleanup__(assay_v1_end_key), __unused__)) = assay_set_key((assay_v1_u64)(number))

#endif
#endif
#endif
