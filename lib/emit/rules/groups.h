// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The groups of rules, in the order in which one needs the other.
#pragma once

namespace assay::emit::rules {

inline constexpr const char* kPieceGroup = "assay-pieces";
inline constexpr const char* kDayGroup = "assay-days";
inline constexpr const char* kFunctionGroup = "assay-functions";
inline constexpr const char* kThresholdGroup = "assay-thresholds";
inline constexpr const char* kSizeGroup = "assay-sizes";
inline constexpr const char* kObjectiveGroup = "assay-objectives";
inline constexpr const char* kAlertGroup = "assay-alerts";

}  // namespace assay::emit::rules
