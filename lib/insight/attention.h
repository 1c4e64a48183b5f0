// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What to look at first, and what to do about it: functions by the harm that is to be expected of them. Only
// what is a finding counts; noise has no place here, however large it looks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "insight/review.h"

namespace assay::insight {

/// What a failed call weighs in seconds of the program's time, so that both have one order. Chosen, not
/// measured: a caller has to do something about it.
inline constexpr double kSecondsPerFailure = 1;
/// Likewise of memory: what is kept is missing until the process ends, what is allocated costs time alone.
inline constexpr double kSecondsPerByteKept = 1e-6;
inline constexpr double kSecondsPerByteAllocated = 1e-9;

/// What can be done about a function, in the order in which it is said.
enum class Step {
  CapRollout,      ///< give its calls back to the function that it replaces
  CompareBodies,   ///< a new body came with it: what does it otherwise than the one before
  LookAround,      ///< the body is the one of before: it is what it calls, or runs on
  PromptInputs,    ///< ask again, with the inputs that fail
  PromptErrors,    ///< ask again, with the kinds of errors; the body is new, and no input carries them
  PromptGrowth,    ///< ask again, with the growth that was measured
  PromptMemory,    ///< ask again, with the bytes of a call; the body is new, or may be
  TestForLeaks,    ///< its tests under a leak checker
  TestAtInput,     ///< a test with the inputs that fail
  TestAtSize,      ///< a test at `Attention::testSize`
  SayWhichErrors,  ///< failing is what it always did: is that one?
};

struct Attention {
  std::size_t function = 0;  ///< place in the reviews
  std::size_t finding = 0;   ///< of the function's findings: the one that weighs most
  /// Of the period: calls x regression x confidence. Calls that fail and would not, seconds that calls take
  /// and would not, each of the finding that has most of it; each with its confidence taken off.
  double failures = 0;
  double seconds = 0;
  double kept = 0;        ///< bytes that calls keep, and would not
  double allocated = 0;   ///< bytes that calls allocate, and would not
  double confidence = 0;  ///< of that finding, in [0, 1]
  double testSize = 0;    ///< ten times the largest so far; 0 = no size is known
  std::vector<Step> steps = {};

  /// In seconds.
  [[nodiscard]] double harm() const {
    return failures * kSecondsPerFailure + seconds + kept * kSecondsPerByteKept +
           allocated * kSecondsPerByteAllocated;
  }
};

/// What one finding costs in the period, before its confidence: expected loss is what happens times how
/// likely it is that it does (Berger 1985, Statistical Decision Theory and Bayesian Analysis, 1.3).
///   MoreErrors   failures: calls x (rate now - rate before)
///   MoreOfKind   failures: calls x (rate of the kind now - before)
///   FailsOften   failures: calls x (rate now - kOftenFailing)
///   InputsFail   failures: calls of the input x (its rate - the rate of the others)
///   Slower       seconds: time of all calls x (1 - 1 / factor at the same sizes)
///   SlowerHalf   seconds: half of the calls x (median now - before)
///   SlowerTail   seconds: one call of a hundred x (0.99-quantile now - before)
///   KeepsMore      kept: calls x (bytes kept now - before)
///   AllocatesMore  allocated: calls x (bytes allocated now - before)
///   GrowsMore    seconds: time of all calls x (2^exponent now - 2^exponent before): what twice as large
///                inputs would take beyond what they would have
///   SteepGrowth  seconds: time of all calls x (2^exponent - 2): what twice as large inputs would take
///                beyond twice the time
///   BreaksPromise  seconds: time of all calls x (2^exponent - 2^promised), likewise
struct Loss {
  double failures = 0;
  double seconds = 0;
  double confidence = 0;  ///< 1 - the adjusted chance; kConfidence where a finding rests on an interval
  double kept = 0;
  double allocated = 0;
};
Loss lossOf(const FunctionReview& review, const Finding& finding);

/// Functions with findings, by expected harm, the most first; equal ones by name and id. `since`: seconds
/// since 1970, when the period after began; a body that came later is a new one.
std::vector<Attention> attentionOf(std::span<const FunctionReview> reviews, std::int64_t since);

/// The body that came into the period, when it is not the only one.
const BodySeen* newBodyOf(const FunctionReview& review, std::int64_t since);

/// Whether what a finding costs is what inputs twice as large would: nobody has seen it yet.
bool isOfLargerInputs(FindingKind kind);

/// Ten times the largest size so far: where a test would show how the time grows on. 0 without sizes.
double fartherSize(const Complexity& complexity);

}  // namespace assay::insight
