// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What each object was compiled from: the project's files that it read, each as it is or in a guarded form. A
// stamp per main file tells the build system when one of these forms is another now: objects depend on it,
// and its time changes then only. So a changed guard rebuilds the units that see it, and no others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "launch/index.h"
#include "support/expected.h"

namespace assay::launch {

/// Path from the root -> hash of the guarded text; 0 = the file as it is.
using Forms = std::map<std::string, std::uint64_t>;

/// The form that the index has for each of these files; those outside of the root are left out.
Forms formsOf(const Index& index, const std::vector<std::string>& files);

/// What a record is about. A dependency file stands for an object that the command does not name; build
/// systems may remove it when they have read it.
struct Output {
  std::string path;
  bool isObject = true;
};

/// Notes what one output of a unit was made of. All or nothing; concurrent notes of other outputs do no harm.
Expected<void> noteForms(const Places& places, const std::string& unit, const Output& output,
                         const Forms& forms);

/// Makes the stamps of `units` that are missing, and renews those of all units with an object that was made
/// of other forms than the index has. Drops what is noted of objects that are gone. Returns how many were
/// renewed; fails (Output) when a stamp cannot be written.
Expected<std::size_t> renewStamps(const Places& places, const Index& index,
                                  const std::vector<std::string>& units);

/// Makes a unit's stamp, older than anything, unless it is there.
void makeOldStamp(const Places& places, const std::string& unit);

}  // namespace assay::launch
