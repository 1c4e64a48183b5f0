// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The head of a declaration: where it ends, what it declares, and which brace, if any, opens its body.
#pragma once

#include <string>

#include "scan/lexical_items.h"
#include "scan/tokens.h"

namespace assay::scan {

struct Head {
  ItemKind kind = ItemKind::Declaration;
  std::size_t brace = TokenStream::kNone;  ///< token that opens the body
  std::size_t end = 0;                     ///< last token when there is no body (usually its ';')
  std::string name;
  std::string parameters;
};

/// Reads the head that begins at token `begin`, in a scope that ends before token `end`.
Head readHead(const TokenStream& tokens, std::size_t begin, std::size_t end);

}  // namespace assay::scan
