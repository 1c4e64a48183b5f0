// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the preprocessor did in a unit that includes many files one after another, as plain data: which file
// was entered where, and every question about a macro with its answer. replay.h reads off it whether one of
// the files alone would have been preprocessed to the same tokens.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "scan/skipped_lines.h"

namespace assay::scan {

inline constexpr unsigned kNone = std::numeric_limits<unsigned>::max();

enum class TraceKind : std::uint8_t {
  Use,     ///< expanded, or asked for by a conditional: `what` is the name, `answer` the definition or kNone
  Define,  ///< `what` is the name, `answer` the definition
  Undefine,  ///< `what` is the name
  Include,   ///< `what` is the file, `answer` the instance that was entered; kNone = a guard skipped it
};

struct TraceEvent {
  TraceKind kind = TraceKind::Use;
  unsigned what = 0;
  unsigned answer = kNone;

  bool operator==(const TraceEvent&) const = default;
};

/// A file by identity, however often it was entered.
struct TracedFile {
  std::string path;
  bool system = false;         ///< from a system folder: taken to be independent of the order of includes
  bool guarded = false;        ///< a second #include of it does nothing
  bool partlyGuarded = false;  ///< a macro that it tests and then defines keeps some of it from a second time
  bool erroneous = false;
  /// It asked for what only the file's place in the unit tells (__COUNTER__, __INCLUDE_LEVEL__), or changed
  /// macros in a way that leaves no event (push_macro).
  bool peculiar = false;
  bool misplaces = false;  ///< it has an #include inside a scope
  /// It, or a guarded file that it includes, was included where what it declares does not stand by itself:
  /// inside braces or a declaration, or under a pragma of the includer.
  bool misplaced = false;
  unsigned entered = 0;                    ///< how often
  unsigned first = kNone;                  ///< its first instance
  std::vector<SkippedLines> skipped = {};  ///< by #if, in all its instances; not of system files
};

/// One entering of a file; the events are in order.
struct FileInstance {
  unsigned file = 0;
  std::vector<TraceEvent> events;
  std::vector<unsigned> includedAt = {};  ///< where in its text the Include events stand: offsets, one each
};

struct PreprocessorTrace {
  std::vector<TracedFile> files;
  std::vector<FileInstance> instances;
  std::vector<unsigned> definitions;  ///< the file of each macro definition; kNone = predefined
  std::vector<std::string> names;     ///< of macros
  unsigned prelude = kNone;           ///< instance of what every unit starts with: forced includes
};

}  // namespace assay::scan
