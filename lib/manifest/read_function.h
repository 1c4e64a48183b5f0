// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One entry of `functions`.
#pragma once

#include "manifest/read_fields.h"
#include "model/annotated_function.h"

namespace assay::manifest {

model::AnnotatedFunction readFunction(FieldReader& reader, const document::Value& value);

}  // namespace assay::manifest
