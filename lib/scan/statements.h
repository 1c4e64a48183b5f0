// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a statement begins and ends, by its tokens: what a tag inside a body covers. Pure.
#pragma once

#include <cstddef>

#include "scan/tokens.h"
#include "source/span.h"

namespace assay::scan {

struct Statement {
  std::size_t first = 0;  ///< index of its first token
  std::size_t last = 0;   ///< index of its last token
  bool compound = false;  ///< has statements inside: a block, a loop, a branch
};

/// The statement that begins with the token, which must stand inside a body. A label or case belongs to what
/// follows.
Statement statementFrom(const TokenStream& tokens, std::size_t first);

/// The innermost statement that the token belongs to; of an opening brace: the statement that has the block.
Statement statementAround(const TokenStream& tokens, std::size_t index);

source::Span spanOf(const TokenStream& tokens, const Statement& statement);

}  // namespace assay::scan
