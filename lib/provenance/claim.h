// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who wrote some lines, as one source says it: plain data that the readers of all sources have in common.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace assay::provenance {

enum class Writer : std::uint8_t { Unknown, Ai, Mixed, Human };

/// In order of rank: the last is believed first.
enum class Source : std::uint8_t { None, Trailer, AgentTrace, GitAi };
inline constexpr std::size_t kSources = 4;

enum class Confidence : std::uint8_t { None, Low, Medium, High };

/// All text is the source's own. Empty = not said; nothing is invented.
struct Claim {
  Source source = Source::None;
  Writer writer = Writer::Unknown;
  std::string tool;             ///< "cursor"
  std::string model;            ///< as written: "claude-sonnet-4-5-20250514"
  std::string normalizedModel;  ///< "anthropic/claude-sonnet-4-5"; empty when the name is not recognised
  std::string human;            ///< who answered for it, or wrote it: "Dev <dev@example.com>"
  Confidence confidence = Confidence::None;
  std::string tag = {};  ///< the whole tag, as assay wrote it beside: "// AI-generated: GPT-4, 2024-01-15"

  auto operator<=>(const Claim&) const = default;
};

}  // namespace assay::provenance
