/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A function that runs in the shadow of the one that it replaces, for `assay instrument`: the old one's
   result is returned, the new one's compared with it and thrown away. C++ only. As entry.h: includes nothing
   of libc, not for direct use. */
#ifndef ASSAY_DETAIL_SHADOW_H
#define ASSAY_DETAIL_SHADOW_H
#pragma GCC system_header

#include <assay/detail/rollout.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {

/* assay_v1_shadow::stage. The library decides on the first three. */
#define ASSAY_DETAIL_SHADOW_BODY 0u  /* this call is the one in the shadow: on into the body */
#define ASSAY_DETAIL_SHADOW_ALONE 1u /* the old function alone */
#define ASSAY_DETAIL_SHADOW_BOTH 2u
#define ASSAY_DETAIL_SHADOW_RETURNED 3u /* the new function has, the old one has not */
#define ASSAY_DETAIL_SHADOW_THREW 4u    /* the same after an exception */
#define ASSAY_DETAIL_SHADOW_SAME 5u     /* both have ended, and alike */
#define ASSAY_DETAIL_SHADOW_DIFFERS 6u

/* One call of the new function. `entry` is that of the comparison, a call of a site of its own; its context
   is 0 where nothing is compared. */
struct assay_v1_shadow {
  struct assay_v1_entry entry;
  struct assay_v1_site* site;
  struct assay_v1_choice* choice;
  assay_v1_u64 opened; /* ticks */
  assay_v1_u64 begun;  /* ticks; of the part that is being measured */
  assay_v1_u64 spent;  /* ticks that the old function alone would not have taken, from `opened` on */
  unsigned budget;     /* of a processor's time, in basis points */
  unsigned stage;
};

/* Decides how the call goes on. Any thread. Inside a call in a shadow nothing else is put into one. */
ASSAY_DETAIL_SHOWN void assay_v1_shadow_open(struct assay_v1_shadow* call, const char* name,
                                             const char* shadow_name) ASSAY_DETAIL_NOEXCEPT;
/* The same for a call of this key, as assay_v1_takes_old_by(). */
ASSAY_DETAIL_SHOWN void assay_v1_shadow_open_by(struct assay_v1_shadow* call, const char* name,
                                                const char* shadow_name, assay_v1_u64 key,
                                                unsigned has_key) ASSAY_DETAIL_NOEXCEPT;
/* Draws whether the old function runs first, and counts that. For a call with ..._BOTH, once. */
ASSAY_DETAIL_SHOWN unsigned assay_v1_shadow_old_first(struct assay_v1_shadow* call) ASSAY_DETAIL_NOEXCEPT;
/* Around the call of the new function, on the same thread; `returned`: without an exception. */
ASSAY_DETAIL_SHOWN void assay_v1_shadow_run(struct assay_v1_shadow* call) ASSAY_DETAIL_NOEXCEPT;
ASSAY_DETAIL_SHOWN void assay_v1_shadow_ran(struct assay_v1_shadow* call,
                                            unsigned returned) ASSAY_DETAIL_NOEXCEPT;
/* The old function has returned, what follows is the shadow's again. */
ASSAY_DETAIL_SHOWN void assay_v1_shadow_compare(struct assay_v1_shadow* call) ASSAY_DETAIL_NOEXCEPT;
/* Counts the comparison, where there is one, and what it cost. */
ASSAY_DETAIL_SHOWN void assay_v1_shadow_close(struct assay_v1_shadow* call) ASSAY_DETAIL_NOEXCEPT;

} /* extern "C" */

namespace assay {
inline namespace v1 {

/* For an operator new of our own: <new> has the usual one, and is not included here. */
struct ASSAY_DETAIL_HIDDEN ShadowPlace {
  void* at;
};

} /* namespace v1 */
} /* namespace assay */

ASSAY_DETAIL_HIDDEN inline void* operator new(__SIZE_TYPE__, ::assay::v1::ShadowPlace place) noexcept {
  return place.at;
}
ASSAY_DETAIL_HIDDEN inline void operator delete(void*, ::assay::v1::ShadowPlace) noexcept {}

namespace assay {
inline namespace v1 {

template <class AssayT>
struct ASSAY_DETAIL_HIDDEN ShadowValue {
  using Type = AssayT;
};
template <class AssayT>
struct ASSAY_DETAIL_HIDDEN ShadowValue<const AssayT> {
  using Type = AssayT;
};
template <class AssayT>
struct ASSAY_DETAIL_HIDDEN ShadowValue<AssayT&> : ShadowValue<AssayT> {};
template <class AssayT>
using ShadowValueOf = typename ShadowValue<AssayT>::Type;

/* What the new function has returned, once it has. */
template <class AssayT>
class ASSAY_DETAIL_HIDDEN ShadowResult {
 public:
  ShadowResult() noexcept : holds(false) {}
  ShadowResult(const ShadowResult&) = delete;
  ShadowResult& operator=(const ShadowResult&) = delete;
  ~ShadowResult() {
    if (holds) get().~Value();
  }
  template <class Make>
  void take(Make& make) {
    ::new (ShadowPlace{bytes_}) Value(make());
    holds = true;
  }
  const ShadowValueOf<AssayT>& get() const noexcept { return *reinterpret_cast<const Value*>(bytes_); }

  bool holds;

 private:
  using Value = ShadowValueOf<AssayT>;
  alignas(Value) unsigned char bytes_[sizeof(Value)];
};

template <class AssayT>
class ASSAY_DETAIL_HIDDEN ShadowResult<AssayT&> {
 public:
  ShadowResult() noexcept : holds(false), at_(nullptr) {}
  template <class Make>
  void take(Make& make) {
    at_ = __builtin_addressof(make());
    holds = true;
  }
  const AssayT& get() const noexcept { return *at_; }

  bool holds;

 private:
  AssayT* at_;
};

/* What compares where the tag names nothing. */
struct ASSAY_DETAIL_HIDDEN ShadowEqual {
  template <class AssayT>
  bool operator()(const AssayT& one, const AssayT& other) const {
    return static_cast<bool>(one == other);
  }
};

template <assay_v1_u64 Id, assay_v1_u64 Terms, assay_v1_u64 ShadowId, unsigned Budget>
class ASSAY_DETAIL_HIDDEN Shadow : public ::assay_v1_shadow {
 public:
  ASSAY_DETAIL_QUIET Shadow(const char* name, const char* shadowName) noexcept {
    describe();
    ::assay_v1_shadow_open(this, name, shadowName);
  }
  ASSAY_DETAIL_QUIET Shadow(const char* name, const char* shadowName, FoundKey found) noexcept {
    describe();
    ::assay_v1_shadow_open_by(this, name, shadowName, found.key, found.isThere);
  }
  Shadow(const Shadow&) = delete;
  Shadow& operator=(const Shadow&) = delete;
  ASSAY_DETAIL_QUIET ~Shadow() noexcept {
    if (entry.context != 0u) ::assay_v1_shadow_close(this);
  }

 private:
  ASSAY_DETAIL_QUIET void describe() noexcept {
    entry.context = 0u;
    site = &SiteOf<ShadowId, 0u>::site;
    choice = &ChoiceOf<Id, Terms>::choice;
    budget = Budget;
  }
};

/* In a frame of its own, so that the library can tell calls inside of it from those after a longjmp() out. */
template <class Result, class Fresh>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET __attribute__((__noinline__)) void runInShadow(
    ::assay_v1_shadow& call, ShadowResult<Result>& kept, Fresh& fresh) noexcept {
  ::assay_v1_shadow_run(&call);
  ASSAY_DETAIL_TRY {
    kept.take(fresh);
  }
  ASSAY_DETAIL_CATCH_ALL {}
  ::assay_v1_shadow_ran(&call, kept.holds ? 1u : 0u);
}

template <class Result, class Same>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline bool isSameInShadow(const ShadowResult<Result>& kept,
                                                                  const Result& result, Same& same) noexcept {
  bool alike = false;
  ASSAY_DETAIL_TRY {
    alike = kept.holds && same(kept.get(), result);
  }
  ASSAY_DETAIL_CATCH_ALL {}
  return alike;
}

/* Of a function type with the parameters' types: whether the old function leaves the arguments as they were
   when they are passed on to it, so that it may run first. */
template <class AssayT>
struct ASSAY_DETAIL_HIDDEN IsLeft {
  static constexpr bool kValue = __is_trivially_copyable(AssayT);
};
template <class AssayT>
struct ASSAY_DETAIL_HIDDEN IsLeft<AssayT&> {
  static constexpr bool kValue = true;
};
template <class Function>
struct ASSAY_DETAIL_HIDDEN AreLeft;
template <>
struct ASSAY_DETAIL_HIDDEN AreLeft<void()> {
  static constexpr bool kValue = true;
};
template <class First, class... Rest>
struct ASSAY_DETAIL_HIDDEN AreLeft<void(First, Rest...)> {
  static constexpr bool kValue = IsLeft<First>::kValue && AreLeft<void(Rest...)>::kValue;
};

/* Runs the new function behind the old one, also when an exception leaves that. */
template <class Result, class Fresh>
class ASSAY_DETAIL_HIDDEN ShadowBehind {
 public:
  ASSAY_DETAIL_QUIET ShadowBehind(::assay_v1_shadow& call, Fresh& fresh) noexcept
      : call_(call), fresh_(fresh), isOver_(false) {}
  ShadowBehind(const ShadowBehind&) = delete;
  ShadowBehind& operator=(const ShadowBehind&) = delete;
  ASSAY_DETAIL_QUIET ~ShadowBehind() {
    if (!isOver_) run();
  }
  ASSAY_DETAIL_QUIET void run() noexcept {
    isOver_ = true;
    runInShadow<Result>(call_, kept, fresh_);
  }

  ShadowResult<Result> kept;

 private:
  ::assay_v1_shadow& call_;
  Fresh& fresh_;
  bool isOver_;
};

template <class Result, class Same>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline void concludeShadow(::assay_v1_shadow& call,
                                                                  const ShadowResult<Result>& kept,
                                                                  const Result& result, Same& same) noexcept {
  ::assay_v1_shadow_compare(&call);
  call.stage =
      isSameInShadow<Result>(kept, result, same) ? ASSAY_DETAIL_SHADOW_SAME : ASSAY_DETAIL_SHADOW_DIFFERS;
}

/* The new function first: what it takes, the copies of its arguments among it, is measured, and the old one
   may have the arguments themselves. */
template <class Fresh, class Old, class Same>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline auto compareInShadow(::assay_v1_shadow& call, Fresh fresh,
                                                                   Old old, Same same) -> decltype(old()) {
  using Result = decltype(old());
  if (call.stage != ASSAY_DETAIL_SHADOW_BOTH) return old();
  ShadowResult<Result> kept;
  runInShadow<Result>(call, kept, fresh);
  Result result = old();
  concludeShadow<Result>(call, kept, result, same);
  return result;
}

/* One or the other first, as is drawn. `Parameters` is AreLeft's. */
template <class Parameters, class Fresh, class Old, class Same>
ASSAY_DETAIL_HIDDEN ASSAY_DETAIL_QUIET inline auto compareInEitherOrder(::assay_v1_shadow& call, Fresh fresh,
                                                                        Old old, Same same)
    -> decltype(old()) {
  using Result = decltype(old());
  const bool oldFirst = AreLeft<Parameters>::kValue && call.stage == ASSAY_DETAIL_SHADOW_BOTH &&
                        ::assay_v1_shadow_old_first(&call) != 0u;
  if (!oldFirst) return compareInShadow(call, fresh, old, same);
  ShadowBehind<Result, Fresh> behind(call, fresh);
  Result result = old();
  behind.run();
  concludeShadow<Result>(call, behind.kept, result, same);
  return result;
}

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* clang-format off */
#define ASSAY_DETAIL_COMPARE(shadow_id, compare, old_guard, fresh_call, old_call, same)      \
  if (assay_guard_##shadow_id##_.stage != ASSAY_DETAIL_SHADOW_BODY) {                        \
    return ::assay::v1::compare(assay_guard_##shadow_id##_,                                  \
        [&]() -> decltype(fresh_call) { return fresh_call; },                                \
        [&]() -> decltype(old_call) { old_guard; return old_call; }, same);                  \
  }                                                                                          \
  static_assert(true, "")
#define ASSAY_DETAIL_BY(old_call, comparator)                                                \
  ([&](const ::assay::v1::ShadowValueOf<decltype(old_call)>& assay_one,                      \
       const ::assay::v1::ShadowValueOf<decltype(old_call)>& assay_other) -> bool {          \
    return static_cast<bool>(comparator(assay_one, assay_other));                            \
  })
/* clang-format on */

#endif
#endif
