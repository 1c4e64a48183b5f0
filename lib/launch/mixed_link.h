// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function of a header that is guarded in some objects of a program and not in others: the linker keeps one
// of them, so that its calls are counted all or not at all, by the order of the objects.
#pragma once

#include <string>
#include <vector>

#include "launch/object_file.h"

namespace assay::launch {

struct MixedFunction {
  std::string function;  ///< as it is written in C++
  std::string guardedIn;
  std::string plainIn;

  bool operator==(const MixedFunction&) const = default;
};

/// Compares objects with guards with those that have none at all, each function once, in the order of the
/// objects. (An object with guards may hold a function without: the compiler took away what it would have
/// called.)
std::vector<MixedFunction> mixedFunctions(const std::vector<ObjectFacts>& objects);
/// The same for objects and archives.
std::vector<MixedFunction> mixedFunctionsIn(const std::vector<std::string>& files);

}  // namespace assay::launch
