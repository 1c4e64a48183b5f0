// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/page_file.h"

#include "page_content.h"

namespace assay::serve {
namespace {

// Nothing from elsewhere, nothing written into the page, no frame around it.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri "
    "'none'; "
    "form-action 'none'; frame-ancestors 'none'";

HttpResponse file(const char* type, std::string_view text) {
  return {.contentType = type, .body = std::string(text), .securityPolicy = kPagePolicy};
}

}  // namespace

std::optional<HttpResponse> pageFile(std::string_view path) {
  if (path == "/") return file("text/html; charset=utf-8", page::kIndexHtml);
  if (path == "/page.css") return file("text/css; charset=utf-8", page::kPageCss);
  if (path == "/page.js") return file("text/javascript; charset=utf-8", page::kPageJs);
  return std::nullopt;
}

}  // namespace assay::serve
