// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Compares what came out with what is expected. ASSAY_GOLDEN=create writes expectations that are missing and
// never changes one; ASSAY_GOLDEN=update prints the difference and writes. Both refuse when CI is set.
#pragma once

#include <string>

#include "golden/golden_case.h"

namespace assay::test {

enum class GoldenMode { Compare, Create, Update };
GoldenMode goldenMode();

/// Fails the test when `actual` is not what `file` of the case holds. An absent file expects an empty text.
void expectGolden(const GoldenCase& golden, const std::string& file, const std::string& actual);

/// stderr and the exit code.
void expectDiagnostics(const GoldenCase& golden, const std::string& text, int exitCode);

}  // namespace assay::test
