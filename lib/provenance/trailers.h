// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The message of a commit -> its lines of the form `Token: value`, and the parts of such values. Knows git's
// form of trailers, not what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::provenance {

struct Trailer {
  std::string token;  ///< lower case
  std::string value;  ///< trimmed, continuation lines joined by a blank
  unsigned line = 0;  ///< of the message, 1-based
};

/// In order. Everywhere in the message and not in its last paragraph alone, because a squash merge leaves
/// those of the commits in the middle, behind a `* ` too; but not in indented text, which quotes.
std::vector<Trailer> readTrailers(std::string_view message);

/// "Name <address>". `address` is empty when there is none.
struct Identity {
  std::string name;
  std::string address;  ///< lower case, without the number of GitHub's private addresses
};

Identity readIdentity(std::string_view text);

/// "Claude (Anthropic, claude-sonnet-4)" -> "Claude" and what stands in the parentheses at the end.
struct Parenthesised {
  std::string_view before;
  std::string_view inside;  ///< empty when there are none
};

Parenthesised readParentheses(std::string_view text);

}  // namespace assay::provenance
