// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tags whose words are on their way to where anybody may read them.
#pragma once

#include <span>
#include <string_view>

#include "model/annotated_function.h"
#include "support/diagnostics.h"

namespace assay::tool {

struct SecretWarning {
  const char* id;         ///< "assay-scan-025"
  std::string_view hint;  ///< what is to be done
};

/// A warning for each tag that looks like it holds a secret (policy/secrets.h), once for a tag that stands
/// for many functions. The secret itself is not repeated.
void warnOfSecrets(std::span<const model::AnnotatedFunction> entries, const SecretWarning& warning,
                   Diagnostics& diagnostics);

}  // namespace assay::tool
