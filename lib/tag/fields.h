// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Segments -> the fields of a tag: keyed ones by their key, positional ones by their shape.
#pragma once

#include <vector>

#include "model/tag.h"
#include "source/source_text.h"
#include "support/diagnostics.h"
#include "tag/segments.h"

namespace assay::tag {

/// Fills a tag of the given authorship. What cannot be understood goes into `note` or `extra`, with a
/// diagnostic when it is wrong.
model::Tag readFields(const source::SourceText& text, model::Authorship authorship,
                      const std::vector<Segment>& segments, Diagnostics& diagnostics);

/// True when the tag says more than who wrote the code and free text.
bool saysSomething(const model::Tag& tag);

/// True when `name`, standing first and bare in a tag, would be read as this model and nothing else.
bool readsAsModel(std::string_view name);

}  // namespace assay::tag
