// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/problem.h"

#include "document/value.h"

namespace assay::serve {

HttpResponse problem(unsigned status, const std::string& title, const std::string& detail) {
  using document::Value;
  const document::Object body = {{"title", title}, {"status", Value(status)}, {"detail", detail}};
  return {.status = status, .contentType = "application/problem+json", .body = document::writeJson(body)};
}

}  // namespace assay::serve
