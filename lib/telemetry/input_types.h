// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is known of calls by the type of their input, added up: over threads, files and processes. There is no
// end to the types that a program can have, so a function has a bounded number of them; calls of all others
// are counted together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// Of one function, besides the one for all others. A process has vocabulary::kNamedTypes at most.
inline constexpr std::size_t kMostTypes = 32;

/// How the one for all others is shown: no type of C++ can be called that.
inline constexpr const char kOtherTypesName[] = "(other)";

/// Sums stop at the largest number. A type that finds no room is counted with the others.
void addType(InputTypes& to, const std::string& name, const TypeCount& count);
void addTypes(InputTypes& to, const InputTypes& from);

/// One type that has calls, over processes of whatever clocks.
struct TypeRow {
  std::string name;  ///< foreign text, or kOtherTypesName
  std::uint64_t calls = 0;
  std::uint64_t errors = 0;
  std::optional<double> totalSeconds = {};  ///< empty: no clock can be converted
  std::optional<double> meanSeconds = {};
};

/// A function's types while its processes are added up.
class TypeTable {
 public:
  /// Keeps a row for a type, whatever comes first: one that was shown before does not become one of the
  /// others.
  void keep(const std::string& name);

  void add(const InputTypes& types, double secondsPerTick);

  /// Most calls first, equal ones by name, the others last; empty when no call had a type.
  [[nodiscard]] std::vector<TypeRow> rows() const;

 private:
  struct Time {
    double seconds = 0;
    double calls = 0;
  };
  InputTypes total_;
  std::map<std::string, Time> times_;  ///< by the names of total_
};

}  // namespace assay::telemetry
