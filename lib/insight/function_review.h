// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One function between two periods: everything that can be said of it alone. What is worth saying among many
// is decided in review.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "insight/complexity.h"
#include "insight/error_kinds.h"
#include "insight/growth_change.h"
#include "insight/memory.h"
#include "insight/mix.h"
#include "insight/onset.h"
#include "insight/promise.h"
#include "insight/strata.h"

namespace assay::insight {

/// What is reviewed. Foreign text; empty = not known.
struct Subject {
  std::uint64_t id = 0;
  std::string name = {};
  std::string model = {};
  std::string vendor = {};
  std::string promptHash = {};
  std::string file = {};
  unsigned line = 0;
  std::string date = {};
  std::string prompt = {};
  bool rollout = false;  ///< its tag says `replaces:`: its calls can be given back to the old function
  std::string tool = {};
  std::string reviewer = {};               ///< who its tag says looked at it
  std::optional<unsigned> drift = {};      ///< per cent of its statements that changed since it was tagged
  std::optional<unsigned> ageInDays = {};  ///< since its tag's date, at the end of the period
  std::optional<Promise> promise = {};     ///< its tag's `complexity:`
};

/// A body that the function had. Times are seconds since 1970.
struct BodySeen {
  std::uint64_t body = 0;  ///< the manifest's fingerprint; 0 = not known
  std::int64_t first = 0;  ///< its calls lie between these
  std::int64_t last = 0;
  double calls = 0;
};

/// A function as the review is given it.
struct FunctionPeriods {
  Subject subject;
  std::vector<Window> before;
  std::vector<Window> after;
  std::vector<BodySeen> bodies = {};              ///< by first window
  std::vector<telemetry::Failure> failures = {};  ///< the last of the period after, the latest first
};

/// A quantile before and after, in nanoseconds. Not adjusted for sizes: histograms are kept for all together.
struct QuantileReview {
  double q = 0;
  Estimate before;
  Estimate after;
  Change change;
};

struct ErrorReview {
  Count before;         ///< as counted
  Count after;          ///< as counted
  Estimate rateBefore;  ///< Wilson's, of the calls that stand for themselves
  Estimate rateAfter;   ///< likewise
  Estimate difference;  ///< Newcombe's
  double chanceOfMore = 1;
};

struct TimeReview {
  Estimate meanBefore;  ///< nanoseconds
  Estimate meanAfter;
  Change mean;                            ///< as it is
  MixChange sameSizes;                    ///< as it is with the sizes of before
  std::vector<QuantileReview> quantiles;  ///< 0.5 and 0.99
  double secondsAfter = 0;                ///< of all timed calls together
};

enum class FindingKind {
  MoreErrors,     ///< worse
  Slower,         ///< worse: the mean at the same sizes
  SlowerHalf,     ///< worse: the 0.5-quantile
  SlowerTail,     ///< worse: the 0.99-quantile
  KeepsMore,      ///< worse: the bytes that a call keeps
  AllocatesMore,  ///< worse: the bytes that a call allocates
  MoreOfKind,     ///< worse: errors of the kind `errorKind`
  GrowsMore,      ///< worse: the exponent of the time by size, over the same sizes
  FailsOften,     ///< fragile: at least one call of a hundred
  InputsFail,     ///< fragile: `stratum` carries the errors
  SteepGrowth,    ///< fragile: the time grows faster than n^1.5
  BreaksPromise,  ///< fragile: the time grows faster than its tag promises
};
bool isWorse(FindingKind kind);

struct Finding {
  FindingKind kind = FindingKind::MoreErrors;
  double adjusted = 0;  ///< the chance, adjusted for the number of questions; 0 where there is no test
  Stratum stratum = {};
  Onset onset = {};           ///< how what got worse did
  std::size_t errorKind = 0;  ///< of MoreOfKind: place in FunctionReview::errorKinds
};

enum class Standing {
  Worse,    ///< a finding says so
  Fragile,  ///< a finding says so
  Trusted,  ///< enough calls to have seen a change, and none
  Unknown,  ///< `why` says what is missing
};

/// Why nothing can be said for or against a function.
enum class Missing { Nothing, Calls, PeriodBefore, Ends, LikeInputs, Precision };

struct FunctionReview {
  Subject subject;
  std::vector<BodySeen> bodies;
  double callsBefore = 0;
  double callsAfter = 0;
  bool endsSeen = true;       ///< false: errors and times are not known
  double estimatedShare = 0;  ///< of the timed calls after: those that another one stands for
  ErrorReview errors;
  TimeReview times;
  MemoryReview memory;
  Complexity complexity;                    ///< of the period after
  std::optional<GrowthChange> growth = {};  ///< where the time at the same sizes rose; reviewAll() asks
  std::vector<Stratum> strata;
  std::vector<ErrorKind> errorKinds = {};
  std::vector<telemetry::Failure> failures = {};  ///< the last of the period after, the latest first
  bool comparable = false;                        ///< enough windows on both sides for tests
  std::vector<Finding> findings = {};
  Standing standing = Standing::Unknown;
  Missing missing = Missing::Nothing;
};

/// Factor between the mean as it is and at the same sizes, from which on quantiles may have moved with the
/// sizes.
inline constexpr double kMixShift = 1.05;

/// Windows with calls that a period needs to be compared: fewer are too alike or too unlike by chance.
inline constexpr std::size_t kFewestWindowsCompared = 4;

/// All numbers; no findings yet.
FunctionReview measure(const FunctionPeriods& periods);

}  // namespace assay::insight
