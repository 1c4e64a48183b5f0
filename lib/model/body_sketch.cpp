// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/body_sketch.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

namespace assay::model {
namespace {

using Kept = std::span<const std::uint16_t>;

// What both samples would have kept: up to the place where the first of them ends.
Kept comparable(const BodySketch& sketch, std::uint16_t last) {
  const auto end = std::ranges::upper_bound(sketch.kept, last);
  return Kept(sketch.kept.begin(), end);
}

std::uint16_t lastOf(const BodySketch& sketch) {
  const bool isSample = sketch.kept.size() < sketch.statements;
  return isSample && !sketch.kept.empty() ? sketch.kept.back() : std::uint16_t{0xFFFF};
}

// How many statements of `before` are in `now`, too.
double commonOf(const BodySketch& before, const BodySketch& now) {
  const std::uint16_t last = std::min(lastOf(before), lastOf(now));
  const Kept a = comparable(before, last);
  const Kept b = comparable(now, last);
  if (a.empty()) return 0;
  std::vector<std::uint16_t> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(a.size()) * before.statements;
}

}  // namespace

BodySketch sketchOf(std::uint64_t body, std::vector<std::uint64_t> statements) {
  BodySketch sketch;
  sketch.exact = std::max(static_cast<std::uint32_t>(body), std::uint32_t{1});
  sketch.statements = static_cast<std::uint32_t>(statements.size());
  std::ranges::sort(statements);
  statements.resize(std::min(statements.size(), BodySketch::kMostKept));
  for (const std::uint64_t hash : statements) sketch.kept.push_back(static_cast<std::uint16_t>(hash >> 48));
  return sketch;
}

unsigned editedPercent(const BodySketch& before, const BodySketch& now) {
  if (before == now) return 0;
  const double longer = std::max(before.statements, now.statements);
  const double left = longer == 0 ? 1 : std::min(1.0, commonOf(before, now) / longer);
  return std::clamp(static_cast<unsigned>(std::lround(100 * (1 - left))), 1u, 100u);
}

}  // namespace assay::model
