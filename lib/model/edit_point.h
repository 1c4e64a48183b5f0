// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Places in a function, beside its opening brace, where a guard needs a word of its own: what returns a
// failure, what ends a coroutine, what must be put in braces. Found by the scan, used by instrument.
#pragma once

#include <compare>
#include <cstdint>

#include "source/span.h"

namespace assay::model {

enum class PointKind : std::uint8_t {
  Try,          ///< a function-try-block, from `try` to the last handler's brace
  CoReturn,     ///< a `co_return` statement
  FlowsOff,     ///< the closing brace of a coroutine that may end there
  Nullopt,      ///< these and all that follow are `return` statements, by what they return: nullopt, {} of
                ///< optional
  Nullptr,      ///< a null pointer, an empty smart pointer
  Unexpected,   ///< unexpected(…)
  ErrorStatus,  ///< an error made by a status class or its factories
  Negative,     ///< a negative constant
  False,
  Signed,  ///< a signed number, Truth a truth value, Pointer a pointer that is known at run time only: what
  Truth,   ///< stands between `return` and the semicolon
  Pointer,
  UnseenNumber,  ///< the same in a `return` that no guard can look at: out of a macro, converted on its way
  UnseenTruth,
  UnseenPointer,
  AfterLast  ///< not a kind
};

/// From the first byte to behind the last one; for FlowsOff both are the closing brace's place.
struct EditPoint {
  PointKind kind = PointKind::Try;
  source::Position begin;
  source::Position end;

  auto operator<=>(const EditPoint&) const = default;
};

/// Whether the point matters only where a tag asks for it (`errors: negative`).
constexpr bool isOnRequest(PointKind kind) {
  return kind >= PointKind::Negative && kind < PointKind::AfterLast;
}

/// Whether what the point returns goes by unseen; such a point is no place for an edit.
constexpr bool isUnseen(PointKind kind) {
  return kind >= PointKind::UnseenNumber && kind < PointKind::AfterLast;
}

}  // namespace assay::model
