/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What `assay instrument` includes into the files it rewrites. ASSAY_INSERTED_GUARD(id, "name"); stands right
   after the opening brace of a function, in C and in C++ with the same spelling, because headers are shared.
   The id must be a literal: it is part of the object's name, so that a guard in a lambda never shadows the
   one around it. For guards written by hand there is <assay/guard.h>. */
#ifndef ASSAY_INSERTED_H
#define ASSAY_INSERTED_H
#pragma GCC system_header

#if defined(ASSAY_DISABLE)
#ifdef __cplusplus
#define ASSAY_INSERTED_GUARD(id, name) static_assert(true, "")
#else
#define ASSAY_INSERTED_GUARD(id, name) struct assay_v1_none
#endif

#else
#include <assay/detail/entry.h>
#ifdef __cplusplus
#define ASSAY_INSERTED_GUARD(id, name) ::assay::v1::Guard<id> assay_guard_##id##_(name)
#else
#define ASSAY_INSERTED_GUARD(id, name) ASSAY_DETAIL_C_GUARD(id, id, name, 0u)
#endif
#endif

#endif
