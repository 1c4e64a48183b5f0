// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The first page of a segment, and the only place that decides whether a file is one: afterwards every region
// that the header's counts name lies inside the file, and sums of its offsets and sizes cannot overflow.
#pragma once

#include <string>

#include "support/expected.h"
#include "telemetry/byte_source.h"
#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

/// Files beyond this are refused: no process records that much, and a sparse one would cost minutes to read.
/// Of what is read in one piece, or kept by name, a sparse file may not claim much more than a process can
/// write.
inline constexpr std::uint64_t kLargestSegment = std::uint64_t{1} << 30;
inline constexpr std::uint32_t kMostNameBytes = 1u << 24;
inline constexpr std::uint32_t kMostCarries = 1u << 16;
inline constexpr std::uint32_t kMostErrorCells = 1u << 16;

/// Reads and checks the header; `name` is the file, for messages. Fails (Input) on anything that is not a
/// segment of this machine's byte order and a known layout version, and on counts that reach beyond the file.
Expected<vocabulary::SegmentHeader> readHeader(const ByteSource& source, const std::string& name);

/// True when the source holds a segment that its process has not finished making: the magic is still zero.
bool isUnfinished(const ByteSource& source);

}  // namespace assay::telemetry
