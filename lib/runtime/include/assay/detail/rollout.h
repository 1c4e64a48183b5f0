/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The fork in the road at the beginning of a function that replaces another one, for `assay instrument`. As
   entry.h: includes nothing of libc, not for direct use. */
#ifndef ASSAY_DETAIL_ROLLOUT_H
#define ASSAY_DETAIL_ROLLOUT_H
#pragma GCC system_header

#include <assay/detail/in_line.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* What the tag says, in one number: the share of the calls that stay in the new function, in basis points;
   from the 14th bit on, where it has limits, one more than the errors in a row that end the experiment (0:
   none); from the 24th bit on the nanoseconds that most calls may take (0: any time). */
#define ASSAY_DETAIL_TERMS(share, errors, nanoseconds) \
  ((assay_v1_u64)(share) | ((assay_v1_u64)(errors) + 1u) << 14 | (assay_v1_u64)(nanoseconds) << 24)

/* Which calls of an experiment belong to the new function. Written by the library, at any time. */
struct assay_v1_part {
  assay_v1_u64 below; /* of 2^32 numbers, each as likely for a call as any other: those below this one */
  assay_v1_u64 salt;  /* of the experiment's keys */
};

/* One experiment, as one object file knows it. Constant-initialised; the library fills in `part` at the
   first call. */
struct assay_v1_choice {
  assay_v1_u64 id;                  /* of the new function */
  assay_v1_u64 terms;               /* as above */
  const struct assay_v1_part* part; /* null: not registered yet */
};

/* How this thread decides. In a signal handler that comes in between, two calls may draw the same number. */
struct assay_v1_decider {
  /* Linear congruential, modulo 2^64. A call draws the upper half; the lowest n bits go through all their
     values in each 2^n draws, so that they tell when to look around. 0 before the first one. */
  assay_v1_u64 sequence;
  assay_v1_u64 pace; /* 2^n - 1: the library is asked at each draw with none of these bits; 0 with a key */
  assay_v1_u64 keyed_pace; /* the same while the thread has a key, which decides then; 0 without one */
  assay_v1_u64 mixed_key;
};
extern ASSAY_DETAIL_SHOWN __thread struct assay_v1_decider assay_v1_this_decider
    __attribute__((__tls_model__("initial-exec")));

/* Whether this call belongs to the old function. Any thread; in a signal handler it goes by what is known. */
ASSAY_DETAIL_SHOWN unsigned assay_v1_takes_old(struct assay_v1_choice* choice,
                                               const char* name) ASSAY_DETAIL_NOEXCEPT;

/* Running over is what these numbers are for; Clang has a sanitizer that takes it for a mistake. */
#if defined(__clang__)
#define ASSAY_DETAIL_RUNS_OVER __attribute__((__no_sanitize__("unsigned-integer-overflow")))
#else
#define ASSAY_DETAIL_RUNS_OVER
#endif

/* The next of the sequence: Knuth's factor (The Art of Computer Programming 2, 3.3.4, table 1, line 26), and
   an increment of 1, with which the period is whole. */
ASSAY_DETAIL_RUNS_OVER ASSAY_DETAIL_HERE assay_v1_u64 assay_v1_next_draw(assay_v1_u64 sequence) {
  return sequence * 6364136223846793005u + 1u;
}

/* vocabulary::mix() of the library: SplitMix64's. */
ASSAY_DETAIL_RUNS_OVER ASSAY_DETAIL_HERE assay_v1_u64 assay_v1_mix(assay_v1_u64 value) {
  value += 0x9e3779b97f4a7c15u;
  value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9u;
  value = (value ^ value >> 27) * 0x94d049bb133111ebu;
  return value ^ value >> 31;
}

#if defined(ASSAY_DETAIL_OF_HOST)
/* Whether the call of this number belongs to the old function. */
ASSAY_DETAIL_HERE unsigned assay_v1_is_old(const struct assay_v1_part* part, assay_v1_u64 number) {
  return number >> 32 >= __atomic_load_n(&part->below, __ATOMIC_RELAXED);
}

/* The number of a call by the thread's key. */
ASSAY_DETAIL_HERE assay_v1_u64 assay_v1_keyed_number(const struct assay_v1_part* part) {
  return assay_v1_mix(assay_v1_this_decider.mixed_key ^ __atomic_load_n(&part->salt, __ATOMIC_RELAXED));
}
#endif

/* The same in line, where 64 bits are read at once without help from libatomic. Threads without a key come
   first: nothing but their draw is in their way. */
ASSAY_DETAIL_HERE unsigned assay_v1_takes_old_here(struct assay_v1_choice* choice, const char* name) {
#if defined(ASSAY_DETAIL_OF_HOST) && defined(__LP64__)
  const struct assay_v1_part* part = __atomic_load_n(&choice->part, __ATOMIC_ACQUIRE);
  const assay_v1_u64 drawn = assay_v1_this_decider.sequence;
  if (__builtin_expect((drawn & assay_v1_this_decider.pace) != 0u && part != 0, 1)) {
    assay_v1_this_decider.sequence = assay_v1_next_draw(drawn);
    return assay_v1_is_old(part, drawn);
  }
  if ((drawn & assay_v1_this_decider.keyed_pace) != 0u && part != 0) {
    assay_v1_this_decider.sequence = assay_v1_next_draw(drawn);
    return assay_v1_is_old(part, assay_v1_keyed_number(part));
  }
#endif
  return assay_v1_takes_old(choice, name);
}

/* The same for a call of this key, whatever the thread's is; `has_key`: else the key could not be had, and
   the call belongs to the old function. */
ASSAY_DETAIL_SHOWN unsigned assay_v1_takes_old_by(struct assay_v1_choice* choice, const char* name,
                                                  assay_v1_u64 key, unsigned has_key) ASSAY_DETAIL_NOEXCEPT;
/* A key of bytes: assay_key_of() of <assay/experiment.h>. */
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_key_of(const void* bytes, __SIZE_TYPE__ count) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */

#if defined(__cpp_exceptions) || defined(__EXCEPTIONS)
#define ASSAY_DETAIL_TRY try
#define ASSAY_DETAIL_CATCH_ALL catch (...)
#else
#define ASSAY_DETAIL_TRY if (true)
#define ASSAY_DETAIL_CATCH_ALL else
#endif

namespace assay {
inline namespace v1 {

/* A member of a template for the reason that SiteOf is one. */
template <assay_v1_u64 Id, assay_v1_u64 Terms>
struct ASSAY_DETAIL_HIDDEN ChoiceOf {
  static ::assay_v1_choice choice;
};
template <assay_v1_u64 Id, assay_v1_u64 Terms>
::assay_v1_choice ChoiceOf<Id, Terms>::choice = {Id, Terms, nullptr};

/* Numbers, enumerations, text. Everything else is no key, and fails to compile. */
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline assay_v1_u64 keyOf(const char* text) noexcept {
  return text == nullptr ? 0u : ::assay_key_of(text, __builtin_strlen(text));
}
template <class AssayT>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline auto keyOf(const AssayT& number) noexcept
    -> decltype(number % 1, assay_v1_u64()) {
  return static_cast<assay_v1_u64>(number);
}
template <class AssayT>
struct ASSAY_DETAIL_HIDDEN EnumOf { /* no builtin may stand in the type of a function */
  static constexpr bool kValue = __is_enum(AssayT);
};
template <class AssayT, bool IsEnum = EnumOf<AssayT>::kValue>
struct ASSAY_DETAIL_HIDDEN KeyOfEnum {};
template <class AssayT>
struct ASSAY_DETAIL_HIDDEN KeyOfEnum<AssayT, true> {
  static assay_v1_u64 of(AssayT one) noexcept {
    return static_cast<assay_v1_u64>(static_cast<__underlying_type(AssayT)>(one));
  }
};
template <class AssayT>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline auto keyOfAny(const AssayT& one, int) -> decltype(keyOf(one)) {
  return keyOf(one);
}
template <class AssayT>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline auto keyOfAny(const AssayT& one, long)
    -> decltype(KeyOfEnum<AssayT>::of(one)) {
  return KeyOfEnum<AssayT>::of(one);
}
/* What has bytes of its own: std::string, std::string_view, and what is like them. */
template <class AssayT>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline auto keyOfAny(const AssayT& text, long)
    -> decltype(static_cast<const char*>(text.data()), ::assay_key_of(text.data(), text.size())) {
  return ::assay_key_of(text.data(), text.size());
}

struct ASSAY_DETAIL_HIDDEN FoundKey {
  assay_v1_u64 key;
  unsigned isThere;
};
/* An exception of what says the key ends here. */
template <class AssayExpression>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline FoundKey findKey(const AssayExpression& expression) noexcept {
  FoundKey found = {0u, 0u};
  ASSAY_DETAIL_TRY {
    found.key = expression();
    found.isThere = 1u;
  }
  ASSAY_DETAIL_CATCH_ALL {}
  return found;
}
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline unsigned takesOldBy(::assay_v1_choice* choice, const char* name,
                                                                  FoundKey found) noexcept {
  return ::assay_v1_takes_old_by(choice, name, found.key, found.isThere);
}

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* clang-format off */
#define ASSAY_DETAIL_ROLLOUT(id, name, share, old_guard, leave)                              \
  if (::assay_v1_takes_old_here(&::assay::v1::ChoiceOf<id, share>::choice, name) != 0u) {    \
    old_guard;                                                                               \
    leave;                                                                                   \
  }                                                                                          \
  static_assert(true, "")
#define ASSAY_DETAIL_KEY(expression)                                                         \
  ::assay::v1::findKey([&]() -> assay_v1_u64 { return ::assay::v1::keyOfAny(expression, 0); })
#define ASSAY_DETAIL_ROLLOUT_BY(id, name, share, key, old_guard, leave)                      \
  if (::assay::v1::takesOldBy(&::assay::v1::ChoiceOf<id, share>::choice, name,               \
                              ASSAY_DETAIL_KEY(key)) != 0u) {                                \
    old_guard;                                                                               \
    leave;                                                                                   \
  }                                                                                          \
  static_assert(true, "")
/* clang-format on */

#else /* C */

/* A declaration, so that a C89 body may go on with declarations of its own. */
/* clang-format off */
#define ASSAY_DETAIL_C_ROLLOUT(suffix, choice_id, name, share, old_guard, leave)             \
  ASSAY_DETAIL_C_CHOICE(suffix, choice_id, share,                                            \
                        assay_v1_takes_old_here(&assay_choice_##suffix##_, name), old_guard, leave)
/* An integer of any type: of nothing else is there a remainder. */
#define ASSAY_DETAIL_C_ROLLOUT_BY(suffix, choice_id, name, share, key, old_guard, leave)     \
  ASSAY_DETAIL_C_CHOICE(suffix, choice_id, share,                                            \
                        assay_v1_takes_old_by(&assay_choice_##suffix##_, name,               \
                                              (assay_v1_u64)(key) + 0u * sizeof((key) % 1), 1u), \
                        old_guard, leave)
#define ASSAY_DETAIL_C_CHOICE(suffix, choice_id, share, takes_old, old_guard, leave)         \
  ASSAY_DETAIL_QUIETLY                                                                       \
  unsigned char assay_chosen_##suffix##_ __attribute__((__unused__)) = __extension__({       \
    static struct assay_v1_choice assay_choice_##suffix##_ = {choice_id, share, 0};          \
    if (takes_old != 0u) {                                                                   \
      old_guard;                                                                             \
      leave;                                                                                 \
    }                                                                                        \
    (unsigned char)1u;                                                                       \
  })                                                                                         \
  ASSAY_DETAIL_LOUDLY
/* clang-format on */

#endif
#endif
