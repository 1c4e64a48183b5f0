// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text form of one part of a scan (assay.2-of-3.yaml), made to be read once, by `assay merge` of the same
// version. Entries look as in a manifest; docs/reference/merge.md has the rest.
#pragma once

#include <string>
#include <string_view>

#include "model/fragment.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::manifest {

/// Other versions of the form are refused: who merges parts makes them with the same program.
inline constexpr int kFragmentVersion = 1;
inline constexpr std::string_view kFragmentKey = "assay-fragment";

/// Same part, same bytes.
std::string writeFragment(const model::Fragment& fragment);

/// Reads what writeFragment() wrote; `name` is used in messages. Fails (Input) on anything else, a whole
/// manifest and a file that was cut short among it.
Expected<model::Fragment> readFragment(std::string_view text, const std::string& name,
                                       Diagnostics& diagnostics);

}  // namespace assay::manifest
