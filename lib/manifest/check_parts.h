// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold before parts of a scan are put together: that they are all there, each once, made of the
// same tree in the same way. Pure.
#pragma once

#include <string>
#include <vector>

#include "model/fragment.h"
#include "support/diagnostics.h"

namespace assay::manifest {

struct Part {
  std::string file;  ///< for messages
  model::Fragment fragment;
};

/// `parts` is not empty. An error means that a merged manifest would be wrong; a warning, that it is as
/// incomplete as the parts are. The messages do not depend on the order of the parts but for which of two is
/// named first.
void checkParts(const std::vector<Part>& parts, Diagnostics& diagnostics);

}  // namespace assay::manifest
