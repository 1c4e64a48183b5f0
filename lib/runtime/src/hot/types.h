// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The type of a call's input. Each site has a few rows; the first types that come get one each, and keep it
// in all threads. A row is found again by the type's name and never by an address: where a library was
// unloaded, another one may have put its own classes.
#pragma once

#include <cstdint>

#include "runtime/src/cold/entry.h"
#include "runtime/src/hot/thread_block.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {

/// A type as a call brings it.
struct InputType {
  vocabulary::TypeKind kind;
  std::uint32_t number;  ///< of an Index
  const char* name;      ///< of the others: without a terminator
  std::uint32_t length;
};

/// A type that has a row. Its name stands in the segment, at the same place of all segments.
struct KnownType {
  std::uint32_t nameOffset;
  std::uint32_t number;
  std::uint16_t nameLength;
  vocabulary::TypeKind kind;
};

/// The rows of a site; the row of type[i] is i + 1.
struct KnownTypes {
  std::uint32_t count;  ///< published
  bool closed;  ///< there is no room for another name: all that are not here share the last row. Atomic
  KnownType type[vocabulary::kNamedTypes];
};

/// The row that the type has at this site; kOtherTypes when it has none and will get none; 0 when it is new.
unsigned knownRow(std::uint32_t site, const InputType& type) noexcept;

/// Gives a new type its row (cold/type_rows.cpp). 0: that cannot be done now.
unsigned makeRow(std::uint32_t site, const InputType& type) noexcept;

/// This thread's cells of the site, where there are none yet (cold/type_rows.cpp); null without room.
vocabulary::TypeCells* makeCells(std::uint32_t site) noexcept;

/// Counts a timed call by the type of its input.
void countType(const ThreadBlock& block, std::uint32_t site, Ended call, bool isError) noexcept;

}  // namespace assay::runtime
