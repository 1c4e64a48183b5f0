// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Bodies of requests, made small (RFC 1952).
#pragma once

#include <string>
#include <string_view>

namespace assay::serve {

/// Same bytes, same result. Empty when there is no memory for it.
std::string gzip(std::string_view bytes);

}  // namespace assay::serve
