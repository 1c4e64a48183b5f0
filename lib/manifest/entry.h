// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The values that manifests and parts of a scan have in common, as documents. Reading a function is
// read_function.h's.
#pragma once

#include "document/value.h"
#include "manifest/read_fields.h"
#include "model/manifest.h"

namespace assay::manifest {

document::Value functionValue(const model::AnnotatedFunction& function);
document::Value fileValue(const model::TaggedFile& file);
document::Value totalsValue(const model::TreeTotals& totals);

model::TaggedFile readFile(FieldReader& reader, const document::Value& value);
model::TreeTotals readTotals(FieldReader& reader, const document::Value& value);

}  // namespace assay::manifest
