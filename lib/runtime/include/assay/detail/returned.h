/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A number, a truth value or a pointer that is returned, looked at on its way: a failure is told to the
   guard, the value goes on as it is. Two macros stand around the expression, so that its commas and angle
   brackets are no macro's arguments. As entry.h: includes nothing of libc, not for direct use. */
#ifndef ASSAY_DETAIL_RETURNED_H
#define ASSAY_DETAIL_RETURNED_H
#pragma GCC system_header

#include <assay/detail/entry.h>

#ifdef __cplusplus
extern "C++" {
namespace assay {
inline namespace v1 {

/* What a value is compared as: an enumeration, which may have operators of its own, as its number. */
template <class AssayT, bool IsEnum = __is_enum(AssayT)>
struct Compared {
  typedef AssayT AssayType;
};
template <class AssayT>
struct Compared<AssayT, true> {
  typedef __underlying_type(AssayT) AssayType;
};

struct IsNegative {
  template <class AssayT>
  static constexpr bool of(AssayT value) noexcept {
    return static_cast<typename Compared<AssayT>::AssayType>(value) < 0;
  }
};

/* Of false, and of a null pointer to an object, a function or a member. */
struct IsZero {
  template <class AssayT>
  static constexpr bool of(AssayT value) noexcept {
    return !value;
  }
};

template <class Failure, class AssayT>
ASSAY_DETAIL_QUIET inline ASSAY_DETAIL_LITERAL_CONSTEXPR AssayT returned(::assay_v1_entry& entry,
                                                                         AssayT value) noexcept {
  if (Failure::of(value)) ASSAY_DETAIL_FAIL(entry);
  return value;
}

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

/* clang-format off */
#define ASSAY_DETAIL_RETURNED(id, failure)  \
  ::assay::v1::returned< ::assay::v1::failure>( \
      ASSAY_DETAIL_QUIETLY assay_guard_##id##_.entry ASSAY_DETAIL_LOUDLY, (
#define ASSAY_DETAIL_NEGATIVE(id) ASSAY_DETAIL_RETURNED(id, IsNegative)
#define ASSAY_DETAIL_NEGATIVE_END(id) ))
#define ASSAY_DETAIL_ZERO(id) ASSAY_DETAIL_RETURNED(id, IsZero)
#define ASSAY_DETAIL_ZERO_END(id) ))
/* clang-format on */

#else /* C */

/* clang-format off */
#define ASSAY_DETAIL_RETURNED(id) __extension__({ __auto_type assay_returned_##id##_ = (
#define ASSAY_DETAIL_RETURNED_END(id, fails)                \
  ); if (fails) ASSAY_DETAIL_FAIL(assay_guard_##id##_.entry); \
  assay_returned_##id##_; })
#define ASSAY_DETAIL_NEGATIVE(id) ASSAY_DETAIL_RETURNED(id)
#define ASSAY_DETAIL_NEGATIVE_END(id) ASSAY_DETAIL_RETURNED_END(id, assay_returned_##id##_ < 0)
#define ASSAY_DETAIL_ZERO(id) ASSAY_DETAIL_RETURNED(id)
#define ASSAY_DETAIL_ZERO_END(id) ASSAY_DETAIL_RETURNED_END(id, !assay_returned_##id##_)
/* clang-format on */

#endif
#endif
