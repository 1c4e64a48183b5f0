/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What `assay instrument` includes into the files where it puts experiments besides guards: which of two
   functions a call goes to, and runs in the shadow of another one. As inserted.h, which it includes. */
#ifndef ASSAY_INSERTED_EXPERIMENT_H
#define ASSAY_INSERTED_EXPERIMENT_H
#include <assay/inserted.h> /* first: it has a word with the compiler that a system header may not have */
#pragma GCC system_header

#if defined(ASSAY_DISABLE)
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

#else
/* The library has them as they are, whatever `#pragma pack` is in force here. */
#pragma pack(push, 16)
#include <assay/detail/rollout.h>
#include <assay/detail/shadow.h>
#pragma pack(pop)

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
#endif

/* A parameter on its way to a function with the same parameters. */
#ifdef __cplusplus
#define ASSAY_INSERTED_PASS(parameter) static_cast<decltype(parameter)&&>(parameter)
#else
#define ASSAY_INSERTED_PASS(parameter) parameter
#endif

#endif
