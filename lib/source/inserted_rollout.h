// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What stands in front of the guard of a function that replaces another one:
//   ` ASSAY_INSERTED_ROLLOUT(0x…, "rankFast", 1000, 0x…, "rank, replaced by rankFast",
//   rank(ASSAY_INSERTED_PASS(query)));`
// or, where the new one runs in the shadow of the old one,
//   ` ASSAY_INSERTED_SHADOW(0x…, "rankFast", 10000, 0x…, "rankFast, in the shadow of rank", 100);
//   ASSAY_INSERTED_COMPARE(0x…, 0x…, "rank, replaced by rankFast", rankFast(query),
//   rank(ASSAY_INSERTED_PASS(query)));`
// The share is `ASSAY_INSERTED_BREAKER(1000, 3, 20000000)` where the tag has limits.
// ASSAY_INSERTED_ROLLOUT_BY and ASSAY_INSERTED_SHADOW_BY have a key as well. insertion.h takes it out again
// with the guard.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assay::source {

/// When a process ends it by itself.
struct RolloutLimits {
  unsigned errors = 0;            ///< in a row; 0 = none
  std::uint64_t nanoseconds = 0;  ///< that most calls may take; 0 = any time
};

struct Rollout {
  std::uint64_t id = 0;  ///< of the new function
  std::string name = {};
  unsigned share = 0;                        ///< of the calls that stay in it, in basis points
  std::optional<RolloutLimits> limits = {};  ///< those of the tag, if it has any
  std::string key = {};                      ///< whom a call is for; empty = as the thread says
  std::uint64_t oldId = 0;                   ///< under which the old function's calls are counted
  std::string oldName = {};
  std::string callee = {};                   ///< the old function, as it is called here
  std::vector<std::string> parameters = {};  ///< of the new function, in order
  bool returnsValue = false;
};

/// Empty when a parameter is no name, so that there is nothing to insert.
std::string insertedRollout(const Rollout& rollout);

/// What a shadow needs besides.
struct Shadow {
  std::uint64_t id = 0;  ///< under which the comparisons are counted
  std::string name = {};
  unsigned budget = 0;       ///< of a processor's time, in basis points
  std::string self = {};     ///< the new function, as it calls itself
  std::string compare = {};  ///< as it is called here; empty = operator==
  std::string size = {};     ///< insertedSize() with the id above, or nothing
  bool eitherFirst = false;  ///< as far as the types of the arguments allow it
};

/// As insertedRollout(): `rollout.share` is the part of the calls that the new function runs in the shadow.
std::string insertedShadow(const Rollout& rollout, const Shadow& shadow);

}  // namespace assay::source
