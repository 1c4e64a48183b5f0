// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What tells this process from every other, also from a later one with the same number.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vocabulary/segment_layout.h"

namespace assay::runtime {

/// Fills in pid, processStart, bootId and program. What cannot be found out stays zero.
void describeThisProcess(vocabulary::SegmentHeader& header) noexcept;

/// Whether the process is gone that has this number and began at `start` (SegmentHeader::processStart). False
/// where that cannot be seen.
bool hasEnded(std::uint32_t pid, std::uint64_t start) noexcept;

/// The beginning of a small file as NUL-terminated text; false when it cannot be read.
bool readText(const char* path, char* text, std::size_t capacity) noexcept;

}  // namespace assay::runtime
