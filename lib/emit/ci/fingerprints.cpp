// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/ci/fingerprints.h"

#include "support/hash.h"

namespace assay::emit::ci {

std::string Fingerprints::next(std::string_view rule, std::uint64_t id) {
  const unsigned ordinal = ++seen_[{std::string(rule), id}];
  const std::string key = std::string(rule) + ':' + hex64(id);
  return hex64(hash64(key)) + ':' + std::to_string(ordinal);
}

}  // namespace assay::emit::ci
