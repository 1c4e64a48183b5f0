// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Base64 (RFC 4648, with padding): the text form of YAML's `!!binary`, which carries strings that are not
// UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay::document {

std::string encodeBase64(std::string_view bytes);

/// White space is skipped; nothing when a byte is outside the alphabet or the length or padding is wrong.
std::optional<std::string> decodeBase64(std::string_view text);

}  // namespace assay::document
