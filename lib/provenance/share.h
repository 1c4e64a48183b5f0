// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How much of a function each model wrote, by the lines of the file it stands in. Pure counting: what a
// function is, and when a share is worth a tag, is decided elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "provenance/claim.h"
#include "provenance/join.h"

namespace assay::provenance {

/// From `first` to `last`, both included, 1-based.
struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;

  bool operator==(const LineRange&) const = default;
};

/// Lines of one model and tool; both may be unknown.
struct ModelShare {
  std::string model;            ///< as the first of the lines has it
  std::string normalizedModel;  ///< empty when the name is not recognised
  std::string tool;
  std::size_t lines = 0;
  std::size_t mixed = 0;                     ///< of these, where a human took part
  std::string latestDate;                    ///< of their commits; empty when none is committed
  Source source = Source::None;              ///< the least of the lines'
  Confidence confidence = Confidence::None;  ///< the least of the lines'
  std::string tag = {};                      ///< that all of the lines came with; else empty

  bool operator==(const ModelShare&) const = default;
};

struct FunctionShare {
  std::size_t lines = 0;           ///< of the range that the file has
  std::vector<ModelShare> models;  ///< most lines first, then by name
  std::size_t human = 0;           ///< lines that a source says a human wrote
  std::size_t unknown = 0;         ///< lines of which no source speaks
  std::size_t uncommitted = 0;     ///< of all lines; no commit has them
  std::size_t cutOff = 0;          ///< of all lines; a shallow clone does not show how old they are
  std::string latestDate;          ///< of all lines' commits, but for lines cut off of which nothing is known

  /// 0 to 1; 0 for a range without lines.
  [[nodiscard]] double shareOf(std::size_t some) const {
    return lines == 0 ? 0.0 : static_cast<double>(some) / static_cast<double>(lines);
  }

  bool operator==(const FunctionShare&) const = default;
};

/// By the best source of each line. Every line counts once: those of the models, `human` and `unknown` make
/// `lines`.
FunctionShare shareOf(const FileAttribution& file, LineRange range);
/// By that source alone, believed or not: for comparing what the sources say.
FunctionShare shareBySource(const FileAttribution& file, LineRange range, Source source);
/// By that source alone, where it is the best.
FunctionShare shareOfBelieved(const FileAttribution& file, LineRange range, Source source);

}  // namespace assay::provenance
