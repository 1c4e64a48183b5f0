// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is kept of a body so that it can be told later how much of it is still there, without the body itself:
// short hashes of its statements. What a statement is, and how it is hashed, is the scan's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace assay::model {

/// At most 2 bytes for each of kMostKept statements, and 8 more.
struct BodySketch {
  static constexpr std::size_t kMostKept = 64;

  std::uint32_t exact = 0;       ///< hash of all tokens, never 0; 0 = there is no body
  std::uint32_t statements = 0;  ///< how many the body has
  /// The upper 16 bits of the hashes, ascending, equal ones among them: of all statements, or of the
  /// kMostKept smallest, which are a fair sample.
  std::vector<std::uint16_t> kept = {};

  [[nodiscard]] bool known() const { return exact != 0; }
  bool operator==(const BodySketch&) const = default;
};

/// `body` and `statements` are 64-bit hashes, of the whole and of each statement in any order.
BodySketch sketchOf(std::uint64_t body, std::vector<std::uint64_t> statements);

/// The share, in per cent, of the longer of two bodies that is not in the other one: 0 for equal ones only,
/// else 1 to 100. Exact for bodies of up to kMostKept statements; beyond, an estimate with a standard
/// deviation of at most 6 (a sample of 64: Broder, "On the resemblance and containment of documents", 1997).
/// Both must be known.
unsigned editedPercent(const BodySketch& before, const BodySketch& now);

/// From here on, in per cent, a body counts as rewritten.
inline constexpr unsigned kRewritten = 90;

}  // namespace assay::model
