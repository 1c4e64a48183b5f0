// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tokens joined by a byte that no token holds, then hashed. A preprocessor line is taken apart like any
// other.
#include "scan/fingerprint.h"

#include <string>

#include "scan/tokens.h"
#include "support/hash.h"

namespace assay::scan {
namespace {

void append(std::string& out, std::string_view text) {
  for (const Token& token : tokenize(text)) {
    const std::string_view spelled = text.substr(token.span.begin, token.span.size());
    if (token.kind != TokenKind::Directive) {
      out.append(spelled).push_back('\0');
      continue;
    }
    out.append("#").push_back('\0');
    append(out, spelled.substr(spelled.starts_with("%:") ? 2 : 1));
    out.append("\n").push_back('\0');
  }
}

}  // namespace

std::uint64_t fingerprint(std::string_view body) {
  if (body.empty()) return 0;
  std::string tokens;
  append(tokens, body);
  return hash64(tokens);
}

}  // namespace assay::scan
