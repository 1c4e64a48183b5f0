// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names of the metrics of functions that run in the shadow of others; as metrics.h.
#pragma once

namespace assay {
namespace vocabulary {

constexpr const char kShadowCallsTotal[] = "ai_code_shadow_calls_total";
constexpr const char kShadowMismatchesTotal[] = "ai_code_shadow_mismatches_total";
constexpr const char kShadowSecondsTotal[] = "ai_code_shadow_seconds_total";

}  // namespace vocabulary
}  // namespace assay
