// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The file behind a segment: where it lies, who may own it, how it gets room.
#pragma once

#include <cstdint>

#include "runtime/src/cold/segment.h"

namespace assay::runtime {

constexpr char kDefaultFolder[] = "/dev/shm/assay-";  ///< and the user's number

/// The folder of the segments, when it is there and ours alone. A descriptor, or -1.
int openSegmentFolder() noexcept;

/// Makes a new file for the segment and notes its path. A descriptor, or -1.
int createSegmentFile(Segment& segment) noexcept;

/// The segment's file again, if it is still the same file. A descriptor, or -1.
int openSegmentFile(const Segment& segment) noexcept;

void removeSegmentFile(const Segment& segment) noexcept;

/// Gives the bytes [begin, end) of the file real room, growing it where needed.
bool reserveInFile(int descriptor, std::uint64_t begin, std::uint64_t end) noexcept;

void closeFile(int descriptor) noexcept;

}  // namespace assay::runtime
