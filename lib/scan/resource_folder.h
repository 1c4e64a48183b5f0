// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where Clang's builtin headers (stddef.h and the like) are on this machine. Without them hardly anything
// parses.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/expected.h"

namespace assay::scan {

/// `asked` when it is not empty; else the first place that holds them. Fails (Usage for `asked`, Input
/// otherwise), with the package to install.
Expected<std::string> findResourceFolder(const std::string& asked);

/// The places, best first: what was installed with the program whose path is given, wherever it was moved to;
/// what an LLVM has beside it; where they were at build time; those of an installed Clang, the same version
/// first.
std::vector<std::filesystem::path> resourcePlaces(const std::filesystem::path& program);

/// The first of the places that holds the headers; fails (Input) when none does.
Expected<std::string> firstWithHeaders(const std::vector<std::filesystem::path>& places);

}  // namespace assay::scan
