/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* How the runtime and what sees a program's exceptions begin find each other: the library assay::exceptions
   defines the function below, the runtime refers to it weakly. As entry.h: includes nothing. */
#ifndef ASSAY_DETAIL_THROWN_H
#define ASSAY_DETAIL_THROWN_H
#pragma GCC system_header

#include <assay/detail/entry.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* The class, mangled as in its type_info, of the calling thread's exception that was thrown while `before`
   others were in flight, and is itself. Null: it is not known. Lives as long as the exception. */
ASSAY_DETAIL_SHOWN const char* assay_v1_thrown(unsigned before) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */
} /* extern "C++" */
#endif
#endif
