/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What `assay instrument` includes into the files it rewrites. Every guard stands right after an opening
   brace, in C and in C++ with the same spelling, because headers are shared. The id must be a literal: it is
   part of the object's name, so that a guard in a lambda never shadows the one around it, and so that a
   return can find its guard. docs/reference/runtime-api.md says what each counts. Where an experiment stands
   in the file, that is inserted_experiment.h, which includes this: a third of it all, and few files need it.
   For guards written by hand there is <assay/guard.h>. */
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

/* { ASSAY_INSERTED_TRY_GUARD(id, name); try { ... } catch (...) { ... } ASSAY_INSERTED_END }: around a
 * function's try block. */
#define ASSAY_INSERTED_TRY_GUARD(id, name) ASSAY_INSERTED_GUARD(id, name)
#define ASSAY_INSERTED_SAMPLED_TRY_GUARD(id, name, calls) ASSAY_INSERTED_SAMPLED_GUARD(id, name, calls)

/* Before each closing brace that came in with a guard: so that it can be found again. */
#define ASSAY_INSERTED_END

#endif
