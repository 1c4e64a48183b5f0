// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The order of the written form, without moving or copying what is ordered.
#pragma once

#include <vector>

#include "model/manifest.h"

namespace assay::manifest {

/// Pointers into the argument, in the order of sortManifest().
std::vector<const model::TaggedFile*> inOrder(const std::vector<model::TaggedFile>& files);
std::vector<const model::AnnotatedFunction*> inOrder(const std::vector<model::AnnotatedFunction>& functions);

}  // namespace assay::manifest
