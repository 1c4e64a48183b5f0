// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Takes fields out of a tag that stands in a file; what else the tag says, and every other byte, stays.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "source/source_text.h"
#include "support/expected.h"
#include "tag/read_tags.h"

namespace assay::tag {

/// The text without the extra fields of these names (as in model::Tag::extra) in the tag whose text begins on
/// `line`, and without the separators that joined them to the others. Fails (Input) when no tag with such a
/// field begins there, and when the rest would not be read as before: then the tag is one for a person.
Expected<std::string> withoutFields(const source::SourceText& text, unsigned line,
                                    std::span<const std::string_view> names, const ReadOptions& options);

}  // namespace assay::tag
