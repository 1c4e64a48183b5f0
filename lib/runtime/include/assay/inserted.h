/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What `assay instrument` includes into the files it rewrites. Every guard stands right after an opening
   brace, in C and in C++ with the same spelling, because headers are shared. The id must be a literal: it is
   part of the object's name, so that a guard in a lambda never shadows the one around it, and so that a
   return can find its guard. docs/reference/runtime-api.md says what each counts. For guards written by hand
   there is <assay/guard.h>. */
#ifndef ASSAY_INSERTED_H
#define ASSAY_INSERTED_H
/* A function with a guard is larger, so GCC may refuse to inline it where it did without. That is nothing the
   user wrote or can mend, and Clang, which judges the edits beforehand, has no such warning. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Winline"
#endif
#pragma GCC system_header

#if defined(ASSAY_DISABLE)
#ifdef __cplusplus
#define ASSAY_DETAIL_NOTHING static_assert(true, "")
#else
#define ASSAY_DETAIL_NOTHING struct assay_v1_none
#endif
#define ASSAY_INSERTED_GUARD(id, name) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_LITERAL_GUARD(id, name) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_SAMPLED_GUARD(id, name, calls) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_SAMPLED_LITERAL_GUARD(id, name, calls) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_RECURSIVE_GUARD(id, name) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_COUNT(id, name) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_COROUTINE_GUARD(id, name) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_ROLLOUT(id, name, share, old_id, old_name, call) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_ROLLOUT_VOID(id, name, share, old_id, old_name, call) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_ROLLOUT_BY(id, name, share, old_id, old_name, key, call) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_ROLLOUT_VOID_BY(id, name, share, old_id, old_name, key, call) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_SHADOW(id, name, share, shadow_id, shadow_name, budget) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_SHADOW_BY(id, name, share, shadow_id, shadow_name, budget, key) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_COMPARE(shadow_id, old_id, old_name, fresh_call, old_call) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_COMPARE_BY(shadow_id, old_id, old_name, fresh_call, old_call, comparator) \
  ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_COMPARE_EITHER(shadow_id, old_id, old_name, fresh_call, old_call, parameters) \
  ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_COMPARE_EITHER_BY(shadow_id, old_id, old_name, fresh_call, old_call, parameters, \
                                         comparator)                                                    \
  ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_RETURNS(id) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_FLOWS_OFF(id) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_FAILS(id) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_NEGATIVE(id)
#define ASSAY_INSERTED_NEGATIVE_END(id)
#define ASSAY_INSERTED_ZERO(id)
#define ASSAY_INSERTED_ZERO_END(id)
#define ASSAY_INSERTED_SIZE(id, size) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_SIZE_IF(id, pointer, size) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_TYPE_INDEX(id, index) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_TYPE_DYNAMIC(id, pointer) ASSAY_DETAIL_NOTHING
#define ASSAY_INSERTED_TYPE_INSTANCE(id) ASSAY_DETAIL_NOTHING

#else
/* The library has them as they are, whatever `#pragma pack` is in force here. */
#pragma pack(push, 16)
#include <assay/detail/kinds.h>
#include <assay/detail/returned.h>
#include <assay/detail/rollout.h>
#include <assay/detail/shadow.h>
#include <assay/detail/size.h>
#include <assay/detail/type.h>
#pragma pack(pop)

/* Counts and times a call, and notes when an exception leaves it. */
#ifdef __cplusplus
#define ASSAY_INSERTED_GUARD(id, name) ASSAY_DETAIL_CALL(id, name, 0u)
#else
#define ASSAY_INSERTED_GUARD(id, name) ASSAY_DETAIL_C_GUARD(id, id, name, 0u)
#endif

/* The same guard for functions that are, or may be, evaluated at compile time, which counts nothing. */
#ifdef __cplusplus
#define ASSAY_INSERTED_LITERAL_GUARD(id, name) ASSAY_DETAIL_LITERAL_GUARD(id, name, 0u)
#else
#define ASSAY_INSERTED_LITERAL_GUARD(id, name) ASSAY_INSERTED_GUARD(id, name)
#endif

/* The same two for functions of which the tag says how many calls are timed: one in `calls`, a literal from 1
   (each) to 1024. */
#ifdef __cplusplus
#define ASSAY_INSERTED_SAMPLED_GUARD(id, name, calls)                                         \
  ::assay_v1_running assay_rarely_##id##_;                                                    \
  __typeof__(::assay::v1::SampledGuard<id, ASSAY_DETAIL_SAMPLED(calls)>) assay_guard_##id##_( \
      name, &assay_rarely_##id##_)
#define ASSAY_INSERTED_SAMPLED_LITERAL_GUARD(id, name, calls) \
  ASSAY_DETAIL_LITERAL_GUARD(id, name, ASSAY_DETAIL_SAMPLED(calls))
#else
#define ASSAY_INSERTED_SAMPLED_GUARD(id, name, calls) \
  ASSAY_DETAIL_C_SAMPLED_GUARD(id, id, name, ASSAY_DETAIL_SAMPLED(calls))
#define ASSAY_INSERTED_SAMPLED_LITERAL_GUARD(id, name, calls) ASSAY_INSERTED_SAMPLED_GUARD(id, name, calls)
#endif

/* Counts every call and times those that are not inside another call of the function, for functions that call
   themselves. */
#ifdef __cplusplus
#define ASSAY_INSERTED_RECURSIVE_GUARD(id, name) ::assay::v1::RecursiveGuard<id> assay_guard_##id##_(name)
#else
#define ASSAY_INSERTED_RECURSIVE_GUARD(id, name) ASSAY_DETAIL_C_RECURSIVE_GUARD(id, id, name)
#endif

/* Counts the entry; nothing stands in the way of a tail call or a jump. */
#ifdef __cplusplus
#define ASSAY_INSERTED_COUNT(id, name) ::assay::v1::count<id>(name)
#else
#define ASSAY_INSERTED_COUNT(id, name) ASSAY_DETAIL_C_COUNT(id, id, name)
#endif

#ifdef __cplusplus
/* For coroutines. One that is destroyed before it said that it returns has been abandoned. */
#define ASSAY_INSERTED_COROUTINE_GUARD(id, name) ::assay::v1::CoroutineGuard<id> assay_guard_##id##_(name)
/* { ASSAY_INSERTED_RETURNS(id); co_return ...; ASSAY_INSERTED_END } */
#define ASSAY_INSERTED_RETURNS(id) assay_guard_##id##_.returns()
/* Before the closing brace of a body that may end there. */
#define ASSAY_INSERTED_FLOWS_OFF(id) assay_guard_##id##_.returns()
#endif

/* The share of a function whose tag says when its process ends the experiment: after so many errors in a row
   (0: none, at most 1000), or when most of its calls take longer than so many nanoseconds (0: any time). */
#define ASSAY_INSERTED_BREAKER(share, errors, nanoseconds) ASSAY_DETAIL_TERMS(share, errors, nanoseconds)

/* Before the guard of a function that replaces another one: `share` basis points of the calls go on into the
   body, the others to the old function, under a guard with an id and a name of its own. `call` is its call,
   each parameter in ASSAY_INSERTED_PASS(). VOID: it returns nothing. BY: `key` says whom the call is for, a
   number or (in C++) text. */
#ifdef __cplusplus
#define ASSAY_INSERTED_ROLLOUT(id, name, share, old_id, old_name, call) \
  ASSAY_DETAIL_ROLLOUT(id, name, share, ASSAY_INSERTED_GUARD(old_id, old_name), return call)
#define ASSAY_INSERTED_ROLLOUT_VOID(id, name, share, old_id, old_name, call) \
  ASSAY_DETAIL_ROLLOUT(id, name, share, ASSAY_INSERTED_GUARD(old_id, old_name), call; return)
#define ASSAY_INSERTED_ROLLOUT_BY(id, name, share, old_id, old_name, key, call) \
  ASSAY_DETAIL_ROLLOUT_BY(id, name, share, key, ASSAY_INSERTED_GUARD(old_id, old_name), return call)
#define ASSAY_INSERTED_ROLLOUT_VOID_BY(id, name, share, old_id, old_name, key, call) \
  ASSAY_DETAIL_ROLLOUT_BY(id, name, share, key, ASSAY_INSERTED_GUARD(old_id, old_name), call; return)
#else
#define ASSAY_INSERTED_ROLLOUT_BY(id, name, share, old_id, old_name, key, call) \
  ASSAY_DETAIL_C_ROLLOUT_BY(id, id, name, share, key, ASSAY_INSERTED_GUARD(old_id, old_name), return call)
#define ASSAY_INSERTED_ROLLOUT_VOID_BY(id, name, share, old_id, old_name, key, call) \
  ASSAY_DETAIL_C_ROLLOUT_BY(id, id, name, share, key, ASSAY_INSERTED_GUARD(old_id, old_name), call; return)
#define ASSAY_INSERTED_ROLLOUT(id, name, share, old_id, old_name, call) \
  ASSAY_DETAIL_C_ROLLOUT(id, id, name, share, ASSAY_INSERTED_GUARD(old_id, old_name), return call)
#define ASSAY_INSERTED_ROLLOUT_VOID(id, name, share, old_id, old_name, call) \
  ASSAY_DETAIL_C_ROLLOUT(id, id, name, share, ASSAY_INSERTED_GUARD(old_id, old_name), call; return)
#endif

#ifdef __cplusplus
/* Before the guard of a function that runs in the shadow of another one: of `share` basis points of the
   calls, as far as `budget` basis points of a processor's time go. The size of the input may stand in
   between, with the shadow's id. */
#define ASSAY_INSERTED_SHADOW(id, name, share, shadow_id, shadow_name, budget) \
  __typeof__(::assay::v1::Shadow<id, share, shadow_id, budget>) assay_guard_##shadow_id##_(name, shadow_name)
#define ASSAY_INSERTED_SHADOW_BY(id, name, share, shadow_id, shadow_name, budget, key)      \
  __typeof__(::assay::v1::Shadow<id, share, shadow_id, budget>) assay_guard_##shadow_id##_( \
      name, shadow_name, ASSAY_DETAIL_KEY(key))
/* Then: returns what the old function does. `fresh_call` is the new one's call of itself, which comes first.
 */
#define ASSAY_INSERTED_COMPARE(shadow_id, old_id, old_name, fresh_call, old_call)                      \
  ASSAY_DETAIL_COMPARE(shadow_id, compareInShadow, ASSAY_INSERTED_GUARD(old_id, old_name), fresh_call, \
                       old_call, ::assay::v1::ShadowEqual())
/* The same with the name of a function that takes both results and says whether they are the same. */
#define ASSAY_INSERTED_COMPARE_BY(shadow_id, old_id, old_name, fresh_call, old_call, comparator)       \
  ASSAY_DETAIL_COMPARE(shadow_id, compareInShadow, ASSAY_INSERTED_GUARD(old_id, old_name), fresh_call, \
                       old_call, ASSAY_DETAIL_BY(old_call, comparator))
/* The same two for functions that do nothing but return something: which runs first is drawn where arguments
   of these types allow it. `parameters`: void(decltype(a), decltype(b)). */
#define ASSAY_INSERTED_COMPARE_EITHER(shadow_id, old_id, old_name, fresh_call, old_call, parameters)        \
  ASSAY_DETAIL_COMPARE(shadow_id, compareInEitherOrder<parameters>, ASSAY_INSERTED_GUARD(old_id, old_name), \
                       fresh_call, old_call, ::assay::v1::ShadowEqual())
#define ASSAY_INSERTED_COMPARE_EITHER_BY(shadow_id, old_id, old_name, fresh_call, old_call, parameters,     \
                                         comparator)                                                        \
  ASSAY_DETAIL_COMPARE(shadow_id, compareInEitherOrder<parameters>, ASSAY_INSERTED_GUARD(old_id, old_name), \
                       fresh_call, old_call, ASSAY_DETAIL_BY(old_call, comparator))
#endif

/* { ASSAY_INSERTED_FAILS(id); return ...; ASSAY_INSERTED_END }: the call whose guard has this id has failed.
 */
#define ASSAY_INSERTED_FAILS(id) ASSAY_DETAIL_FAIL(assay_guard_##id##_.entry)

/* return ASSAY_INSERTED_NEGATIVE(id) value ASSAY_INSERTED_NEGATIVE_END(id); : the call has failed when the
   value is negative; ZERO when it is 0, false or null. */
#define ASSAY_INSERTED_NEGATIVE(id) ASSAY_DETAIL_NEGATIVE(id)
#define ASSAY_INSERTED_NEGATIVE_END(id) ASSAY_DETAIL_NEGATIVE_END(id)
#define ASSAY_INSERTED_ZERO(id) ASSAY_DETAIL_ZERO(id)
#define ASSAY_INSERTED_ZERO_END(id) ASSAY_DETAIL_ZERO_END(id)

/* Behind a guard: the size of the call's input, an integer of any type, evaluated once and only for a call
   that is timed. Negative: it has none. */
#define ASSAY_INSERTED_SIZE(id, size) ASSAY_DETAIL_SIZE(id, size)
/* The same when the pointer is not null, else the input has no size. */
#define ASSAY_INSERTED_SIZE_IF(id, pointer, size) ASSAY_DETAIL_SIZE_IF(id, pointer, size)

/* Behind a guard, and at most one: the type of the call's input. That of a variant, by the number of its
   alternative: an integer of any type; negative: it has none. */
#define ASSAY_INSERTED_TYPE_INDEX(id, index) ASSAY_DETAIL_TYPE_INDEX(id, index)
#ifdef __cplusplus
/* The class of an object whose class has virtual functions; none when the pointer is null, or when the object
   was compiled without type_info. */
#define ASSAY_INSERTED_TYPE_DYNAMIC(id, pointer) ASSAY_DETAIL_TYPE_DYNAMIC(id, pointer)
/* The arguments of the template that the function is made of. */
#define ASSAY_INSERTED_TYPE_INSTANCE(id) ASSAY_DETAIL_TYPE_INSTANCE(id)
#endif

#endif

/* A parameter on its way to a function with the same parameters. */
#ifdef __cplusplus
#define ASSAY_INSERTED_PASS(parameter) static_cast<decltype(parameter)&&>(parameter)
#else
#define ASSAY_INSERTED_PASS(parameter) parameter
#endif

/* { ASSAY_INSERTED_TRY_GUARD(id, name); try { ... } catch (...) { ... } ASSAY_INSERTED_END }: around a
 * function's try block. */
#define ASSAY_INSERTED_TRY_GUARD(id, name) ASSAY_INSERTED_GUARD(id, name)
#define ASSAY_INSERTED_SAMPLED_TRY_GUARD(id, name, calls) ASSAY_INSERTED_SAMPLED_GUARD(id, name, calls)

/* Before each closing brace that came in with a guard: so that it can be found again. */
#define ASSAY_INSERTED_END

#endif
