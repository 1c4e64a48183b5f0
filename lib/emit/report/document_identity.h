// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What documents must have of themselves, a number of their own and a time, without a clock or chance: the
// same inventory gives the same document.
#pragma once

#include <string>
#include <string_view>

#include "emit/report/report.h"

namespace assay::emit::report {

/// A UUID made from the content (RFC 9562, version 8): "1b4e28ba-2fa1-8d2c-883f-0016d3cca427".
std::string uuidOf(std::string_view content);

/// When the document was made, for formats that demand it, "2026-01-15T10:30:00Z": what the origin says, else
/// midnight of the latest date that a tag has, else 1970. Tags with dates that are none do not count.
std::string timeOf(const model::Manifest& manifest, const Origin& origin);

}  // namespace assay::emit::report
