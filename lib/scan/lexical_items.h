// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file's declarations as a tree, by the shapes of their heads alone. A head that cannot be classed is a
// Declaration, with everything up to its ';' or closing brace.
#pragma once

#include <string>
#include <vector>

#include "scan/tokens.h"
#include "source/span.h"

namespace assay::scan {

enum class ItemKind { Function, Class, Namespace, ExternC, Declaration };

struct LexicalItem {
  ItemKind kind = ItemKind::Declaration;
  source::Span extent;     ///< first token of the head to the ';' or the closing brace
  source::Span body;       ///< '{' to '}' inclusive; empty when there is none
  std::string name;        ///< as spelled ("A::f", "operator+", "TEST(A, B)"); may be empty
  std::string parameters;  ///< of a function: the tokens between its parentheses, joined by blanks
  std::vector<LexicalItem> members;
};

/// The items of the whole file, in order.
std::vector<LexicalItem> lexicalItems(const TokenStream& tokens);

}  // namespace assay::scan
