// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// All functions together: what got worse, what is fragile, what can be trusted. A thousand functions ask
// thousands of questions, so every probability is adjusted for their number, and a change has to matter
// besides being no chance.
#pragma once

#include <span>
#include <vector>

#include "insight/function_review.h"

namespace assay::insight {

/// What it takes to be a finding. docs/reference/review.md has these numbers for people. The finding level is
/// of what got worse alone: where nothing changed there is none of that in at least 49 of 50 reviews. What is
/// fragile is so without a change, and has the input level, or the end of an interval.
inline constexpr double kFindingLevel = 0.02;        ///< of probabilities adjusted for their number
inline constexpr double kInputLevel = 0.01;          ///< likewise, of inputs: there are many to a function
inline constexpr double kLeastSlower = 1.1;          ///< factor of the mean
inline constexpr double kLeastSlowerTail = 1.25;     ///< factor of a quantile: buckets are 12.5 % wide
inline constexpr double kLeastMoreErrors = 1.25;     ///< factor of the rate
inline constexpr double kFewestMoreErrors = 3;       ///< errors of the period
inline constexpr double kLeastMoreOfKind = 2;        ///< factor of the rate of errors of one kind
inline constexpr double kFewestCallsTimed = 100;     ///< in both periods, for times to be compared
inline constexpr double kLeastMoreAllocated = 1.25;  ///< factor of the bytes that a call allocates
inline constexpr double kLeastMoreKept = 1.25;       ///< of those that it keeps
inline constexpr double kFewestBytesKept = 1;        ///< more than before, per call
inline constexpr double kLeastCovered = 0.5;         ///< share of calls whose sizes can be compared
inline constexpr double kOftenFailing = 0.01;        ///< rate: at least
inline constexpr double kLeastLift = 2;              ///< of an input
inline constexpr double kSteepExponent = 1.5;        ///< at least
inline constexpr double kLeastSteeper = 0.25;        ///< of the exponent

/// What it takes to be trusted: a slowdown by this factor, or this rate of errors, would have been seen.
inline constexpr double kFewestCallsTrusted = 1000;
inline constexpr double kTrustedSlower = 1.25;
inline constexpr double kTrustedRate = 0.01;

/// Reviews all functions. Those that got worse come first, by what it cost (more errors before more time),
/// then fragile ones by errors, then the others by calls; equal ones by name and id.
std::vector<FunctionReview> reviewAll(std::span<const FunctionPeriods> functions);

/// How many calls failed that would not have at the rate before; none where there are not more.
double moreErrors(const FunctionReview& review);
/// The same of errors of one kind.
double moreErrors(const ErrorKind& kind);
/// How many seconds the calls took that they would not have at the mean before and the same sizes.
double moreSeconds(const FunctionReview& review);

/// How many bytes the calls kept, and allocated, that they would not have as they were before.
double moreBytesKept(const FunctionReview& review);
double moreBytesAllocated(const FunctionReview& review);

/// By which factor the bytes of a call may have risen because its inputs became larger: bytes are not counted
/// by size, so that is the square of the factor by which sizes, or the time because of them, moved. 1 where
/// neither moved beyond chance, or both moved down.
double bytesByLargerInputs(const FunctionReview& review);

/// Whether the mean changed, and by more than kMixShift otherwise than it did at the same sizes.
bool sizesMoved(const FunctionReview& review);

}  // namespace assay::insight
