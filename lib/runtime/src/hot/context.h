// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a guard carries from the beginning of its call to the end, in the 64 bits of assay_v1_entry::context:
//
//   63        not failed
//   62        not timed
//   61 … 48   calls that it stands for; 0: itself. Counted in line: the block of its thread, and 1
//   47 … 32   process, never 0
//   31 … 24   row of its type
//   23 … 16   size bucket, and 1
//   15 … 0    exceptions in flight
//
// An end has nothing to do but count when the context is the one that would be made now: everything else (a
// failure, an exception, a fork, a size, a type, calls that were not timed) shows in one comparison.
#pragma once

#include <cstdint>

#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {

constexpr std::uint64_t kNotFailed = std::uint64_t{1} << 63;
constexpr std::uint64_t kNotTimed = std::uint64_t{1} << 62;
constexpr unsigned kWeightShift = 48;
constexpr std::uint32_t kLargestWeight = (1u << 14) - 1;
constexpr std::uint64_t kWeightMask = std::uint64_t{kLargestWeight} << kWeightShift;
constexpr unsigned kProcessShift = 32;
constexpr unsigned kSizeShift = 16;  // as ASSAY_DETAIL_SIZE has it
constexpr std::uint64_t kSizeMask = std::uint64_t{0xff} << kSizeShift;
constexpr unsigned kTypeShift = 24;
constexpr std::uint64_t kInputMask = kSizeMask | std::uint64_t{0xff} << kTypeShift;
constexpr std::uint64_t kInFlightMask = 0xffff;

/// So many threads at once count in line; those that come on top call the library.
constexpr std::uint32_t kMostInLine = kLargestWeight;

/// The context of a call that the thread of this block, one of the first kMostInLine, counts in line. Each
/// block has its own, so that an end on another thread is known as one.
inline std::uint64_t inLineContext(const ThreadBlock& block) noexcept {
  return block.generation | kNotTimed | std::uint64_t{block.index + 1} << kWeightShift;
}

/// A call that begins, or has begun and met nothing since. More exceptions at once than the field holds would
/// need a stack of hundreds of megabytes.
inline std::uint64_t contextNow(const ThreadBlock& block) noexcept {
  return block.generation | static_cast<std::uint16_t>(*block.uncaught);
}

inline bool hasFailed(std::uint64_t context) noexcept {
  return (context & kNotFailed) == 0;
}

inline std::uint64_t processOf(std::uint64_t context) noexcept {
  return static_cast<std::uint16_t>(context >> kProcessShift);
}

inline unsigned inFlightOf(std::uint64_t context) noexcept {
  return static_cast<unsigned>(context & kInFlightMask);
}

/// What a context has as its process after so many forks.
inline std::uint64_t processAfter(std::uint64_t forks) noexcept {
  return forks % 0xffff + 1;
}

/// Calls that a timed one stands for, itself among them.
inline std::uint32_t weightOf(std::uint64_t context) noexcept {
  const auto weight = static_cast<std::uint32_t>(context >> kWeightShift) & kLargestWeight;
  return weight != 0 ? weight : 1;
}

/// The bucket of the call's size, and 1; 0 = it has none.
inline unsigned sizeOf(std::uint64_t context) noexcept {
  return static_cast<std::uint8_t>(context >> kSizeShift);
}

/// The row of the type of the call's input, as TypeRecord::row has it; 0 = it has none.
inline unsigned typeOf(std::uint64_t context) noexcept {
  return static_cast<std::uint8_t>(context >> kTypeShift);
}

}  // namespace assay::runtime
