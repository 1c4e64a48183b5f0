// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an API says when it cannot answer: RFC 9457, application/problem+json.
#pragma once

#include <string>

#include "serve/http_server.h"

namespace assay::serve {

/// `title` is the same for each kind of problem, `detail` says what is wrong this time; it may hold foreign
/// text.
HttpResponse problem(unsigned status, const std::string& title, const std::string& detail);

}  // namespace assay::serve
