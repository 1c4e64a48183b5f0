// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function's errors by kind: as they stand in a segment, and added up over threads, files and processes.
// There is no end to the classes of exceptions that a program can have, so a function has a bounded number of
// kinds; errors of all others are counted together.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "support/expected.h"
#include "telemetry/byte_source.h"
#include "telemetry/site_totals.h"
#include "telemetry/snapshot.h"
#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

/// Classes of one function, besides the kinds that have no class. A thread has vocabulary::kNamedExceptions
/// at most.
inline constexpr std::size_t kMostExceptions = 32;

// What is no class of an exception: no class of C++ can be called that.
inline constexpr const char kReturnedError[] = "(returned)";
inline constexpr const char kUnnamedException[] = "(exception)";  ///< nobody knows of what class
inline constexpr const char kOtherExceptions[] = "(other)";

/// Whether a kind is a class of exceptions, and none of the above.
bool hasClass(const std::string& kind);

/// Sums stop at the largest number. A class that finds no room is counted with the others.
void addErrors(ErrorKinds& to, const std::string& kind, std::uint64_t errors);
void addErrorKinds(ErrorKinds& to, const ErrorKinds& from);

/// Keeps a place for a kind, whatever comes first: one that was shown before does not become one of the
/// others.
void keepErrorKind(ErrorKinds& in, const std::string& kind);

struct ErrorKindRow {
  std::string kind;  ///< foreign text, or one of the above
  std::uint64_t errors = 0;
};

/// The kinds that have errors: most first, equal ones by name, the others last.
std::vector<ErrorKindRow> rowsOf(const ErrorKinds& kinds);

/// The error cells of a header that has been checked.
struct ErrorCellTable {
  const ByteSource& source;
  std::uint64_t offset;
  std::uint32_t count;
};

/// Fails (Input) when the source has become shorter.
Expected<std::vector<vocabulary::ErrorCells>> readErrorCells(const ErrorCellTable& table,
                                                             const std::string& name);

/// Adds them to their sites. `names` are read later than the cells: then each class is among them, unless its
/// name is in another file of the process. Fails (Input) when a cell is of no site.
Expected<void> addErrorCells(std::span<const vocabulary::ErrorCells> cells, std::span<const char> names,
                             SiteTotals& totals, const std::string& name);

}  // namespace assay::telemetry
