// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The keys of an entry that are the tag's own words. They stand among the function's keys, and alone in
// `history`.
#pragma once

#include <span>
#include <vector>

#include "manifest/read_fields.h"
#include "model/tag.h"

namespace assay::manifest {

std::span<const Field<model::Tag>> tagFields();

/// The earlier tags of a stack, oldest first.
std::vector<model::Tag> readHistory(FieldReader& reader, const document::Value& value);

}  // namespace assay::manifest
