// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The short text forms of places, hashes and sketches in a manifest, both ways: "1193-1260",
// "1195:40-1260:1", "include/db.h:40", "0x0123456789abcdef". Reading takes nothing but what writing makes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/annotated_function.h"

namespace assay::manifest {

std::string textOf(model::LineRange range);  ///< "1193-1260"
std::optional<model::LineRange> lineRangeOf(std::string_view text);

/// The braces of a body; `end` is unknown when only the opening one was found.
struct BodyRange {
  source::Position begin;
  source::Position end;

  bool operator==(const BodyRange&) const = default;
};

std::string textOf(const BodyRange& body);  ///< "1195:40-1260:1", or "1195:40"
std::optional<BodyRange> bodyRangeOf(std::string_view text);

struct FileLine {
  std::string file;
  unsigned line = 0;

  bool operator==(const FileLine&) const = default;
};

std::string textOf(const FileLine& place);  ///< "include/db.h:40"
std::optional<FileLine> fileLineOf(std::string_view text);

std::string textOf(const model::EditPoint& point);  ///< "try 12:3-20:5"
std::optional<model::EditPoint> editPointOf(std::string_view text);

std::string textOf(const source::CostSignSeen& cost);  ///< "nested-loops 14", "nested-loops 14 x3"
std::optional<source::CostSignSeen> costOf(std::string_view text);

std::string textOf(const model::BodySketch& sketch);  ///< "12:" and base64
std::optional<model::BodySketch> bodySketchOf(std::string_view text);

std::string idText(std::uint64_t id);  ///< "0x" and 16 digits
/// One to sixteen hexadecimal digits of either case.
std::optional<std::uint64_t> hexOf(std::string_view digits);

}  // namespace assay::manifest
