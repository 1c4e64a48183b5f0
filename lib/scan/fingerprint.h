// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A number that changes when a function's code changes, and does not when only its layout or its comments do.
#pragma once

#include <cstdint>
#include <string_view>

namespace assay::scan {

/// Of the tokens in `body`; strings count with every byte. 0 for an empty text only.
std::uint64_t fingerprint(std::string_view body);

}  // namespace assay::scan
