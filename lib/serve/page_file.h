// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files of the page, which are in the program.
#pragma once

#include <optional>
#include <string_view>

#include "serve/http_server.h"

namespace assay::serve {

/// "/", "/page.css" and "/page.js": what may be loaded, and from where, stands in the answer's policy.
/// Nothing for other paths.
std::optional<HttpResponse> pageFile(std::string_view path);

}  // namespace assay::serve
