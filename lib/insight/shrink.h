// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rates of groups of very different size, side by side: of who has few trials the rate is mostly luck, and
// the best and the worst of any list are those with the fewest. So each is drawn towards what all have in
// common, the more the less is known of it.
#pragma once

#include <span>
#include <vector>

#include "insight/proportion.h"

namespace assay::insight {

/// The rates of groups, as if drawn from one Beta distribution.
struct Prior {
  double mean = 0;      ///< of the groups' rates
  double strength = 0;  ///< in trials: how many of its own weigh as much as what all have in common
  bool operator==(const Prior&) const = default;
};

/// The prior that the groups themselves show, by the method of moments (Kleinman 1973, JASA 68:46), from two
/// groups with trials on. At most as strong as a group of average size, at least as two trials: a few groups
/// that look alike, or unlike, do not show that all are. One group shows nothing: strength 0.
Prior priorOf(std::span<const Count> groups);

/// A group's rate drawn towards the mean: mean and central interval of the posterior Beta(events + strength *
/// mean, others + strength * (1 - mean)). Where the prior says nothing, or that there are no events (or no
/// others) at all, half an event and half a trial without one stand in for it (Jeffreys 1946).
Estimate shrunk(const Count& group, const Prior& prior, double confidence = kConfidence);

/// All groups at once, in their order.
std::vector<Estimate> shrunkRates(std::span<const Count> groups, double confidence = kConfidence);

}  // namespace assay::insight
