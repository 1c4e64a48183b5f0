// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The classes of exceptions that have left a guarded call, each once among the names of the segment.
#pragma once

#include <cstdint>

namespace assay::runtime {

/// Where a name stands in all segments of the process; of length 0 = none.
struct PlacedName {
  std::uint32_t offset;
  std::uint16_t length;
};

/// The class of this thread's exception that is in flight as the one after `before` others; none where nobody
/// knows (assay::exceptions is not linked), or when there is no room for another name.
PlacedName thrownName(unsigned before) noexcept;

/// Whether somebody knows the class, room or not.
bool isThrownKnown(unsigned before) noexcept;

}  // namespace assay::runtime
