// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What --output asks for, the same for every verb that has it: names of formats, with the files they go to or
// printed. What a format writes is the verb's matter.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/expected.h"

namespace assay::tool {

/// A format that the verb has.
struct OutputFormat {
  std::string_view name;
  bool alone = false;  ///< one document: a parser takes nothing else in its stream
};

struct RequestedOutput {
  std::size_t format = 0;  ///< index into the formats
  std::string file;        ///< empty = standard output
};

/// A verb's formats, and what they are for in a message: "a report".
struct OutputChoice {
  std::span<const OutputFormat> formats;
  std::string_view of;
};

/// Each value is `FORMAT=FILE`, or `FORMAT` to print it; in their order. Fails (Usage) on an unknown format,
/// an empty file name, two outputs to one file however it is written, and something printed beside a format
/// that stands alone: before anything is written.
Expected<std::vector<RequestedOutput>> requestedOutputs(const std::vector<std::string>& values,
                                                        const OutputChoice& choice);

}  // namespace assay::tool
