// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where in a file an #include can be put without moving a line: in front of a comment that starts a line, or
// on a blank line, at file scope, between two declarations. docs/decisions/0002-where-the-header-comes-in.md
// has the reasons.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace assay::instrument {

/// The offset for the include: a line's first byte (after a byte-order mark), before every guard, and inside
/// no #if branch that one of the guards is not inside of. `guards` are offsets of opening braces, in order.
/// Nothing when there is no such line.
std::optional<std::size_t> findHeaderPlace(std::string_view text, std::span<const std::size_t> guards);

}  // namespace assay::instrument
