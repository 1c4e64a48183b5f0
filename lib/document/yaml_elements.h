// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The elements of a long list, by libyaml alone: what reading without it (written_yaml.h) must not differ
// from.
#pragma once

#include <functional>
#include <string>

#include "document/value.h"

namespace assay::document {

/// As parseYamlElements().
Expected<void> parseElementsByEvents(YamlPiece piece, const std::string& name,
                                     const std::function<void(const Value&)>& read);

}  // namespace assay::document
