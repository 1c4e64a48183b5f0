// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/secret_warnings.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <utility>

#include "policy/places.h"
#include "policy/secrets.h"

namespace assay::tool {

void warnOfSecrets(std::span<const model::AnnotatedFunction> entries, const SecretWarning& warning,
                   Diagnostics& diagnostics) {
  std::set<std::pair<std::string, unsigned>> said;
  for (const model::AnnotatedFunction& entry : entries) {
    const std::string_view secret = policy::secretOf(entry);
    if (secret.empty()) continue;
    const Location place = policy::placeOf(entry);
    if (said.emplace(place.file, place.line).second)
      diagnostics.warning(warning.id, place, fmt::format("the tag looks like it holds {}", secret),
                          std::string(warning.hint));
  }
}

}  // namespace assay::tool
