// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The statements of a body, read off its tokens, so that an edited one can be compared with what it was.
// Knows nothing of tags, nor of what it is compared with.
#pragma once

#include <string_view>

#include "model/body_sketch.h"

namespace assay::scan {

/// Of the text between two braces, or of a part of it. A statement ends at a semicolon outside of parentheses
/// and at each brace; a preprocessor line is one, too. White space and comments do not count, nor does what
/// has no word or literal in it. Unknown for an empty text only.
model::BodySketch sketchOf(std::string_view body);

}  // namespace assay::scan
