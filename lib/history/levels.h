// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The widths of windows, and how long each is kept. Times are seconds since 1970; a window begins at a
// multiple of its width.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "support/expected.h"

namespace assay::history {

using Seconds = std::int64_t;

struct Level {
  const char* name;   ///< as in --history-keep
  const char* table;  ///< of the database
  Seconds width;      ///< a multiple of the level before
};
inline constexpr std::array<Level, 4> kLevels = {{{"10s", "window_10s", 10},
                                                  {"1min", "window_1min", 60},
                                                  {"1h", "window_1h", 3600},
                                                  {"1d", "window_1d", 86400}}};
inline constexpr std::size_t kFinest = 0;
inline constexpr std::size_t kCoarsest = kLevels.size() - 1;

/// The beginning of the window that has this moment.
constexpr Seconds floorTo(Seconds time, Seconds width) {
  const Seconds into = time % width;
  return time - (into < 0 ? into + width : into);
}

/// Reads "90s", "15min", "12h", "7d": up to a century, more than nothing. Nothing for anything else.
std::optional<Seconds> durationOf(std::string_view text);

/// How long windows are kept, by level.
using Retention = std::array<Seconds, kLevels.size()>;
inline constexpr const char* kUsualRetention = "10s=1h,1min=1d,1h=90d,1d=730d";

/// Reads "10s=1h,1min=1d,1h=90d,1d=730d": any of the levels, the others as usual; units s, min, h, d. Fails
/// (Usage) on anything else, and when a level would be kept for less than twice the width of the next one,
/// which is made of it.
Expected<Retention> retentionOf(std::string_view text);

}  // namespace assay::history
