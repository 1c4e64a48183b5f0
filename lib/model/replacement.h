// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The function that a tagged one replaces (`replaces: rankUsers`), as the scan found it: what a dispatch
// needs to call it, or why there can be none.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay::model {

struct Replacement {
  std::string asked;           ///< as the tag has it: the call at that place
  std::string name = {};       ///< qualified; empty = none was found
  std::uint64_t id = 0;        ///< of the old function; 0 = none was found
  std::string signature = {};  ///< of the old function
  std::string problem = {};    ///< why it cannot be called in the new one's place; empty = it can
  std::string result = {};     ///< "value" or "void"
  std::vector<std::string> parameters = {};  ///< of the new function, in order
  /// That the new function may run in the shadow of the old one: kShown, or kStated in the tag; empty = no
  /// tag asks for that.
  std::string shadow = {};
  std::string shadowProblem = {};  ///< why it may not all the same; empty = it may
  std::string self = {};           ///< the new function, as it is called in its own body
  std::string compare = {};        ///< what compares their results, as the tag has it; empty = operator==

  auto operator<=>(const Replacement&) const = default;
};

inline constexpr std::string_view kShown = "shown";
inline constexpr std::string_view kStated = "stated";

/// The function as it is called: what the tag asks for without a pair of parentheses behind it. Empty when
/// that is no name, qualified or not: a manifest is a file that anybody may edit, and no place for code.
std::string calleeOf(std::string_view asked);

/// Under which the old function's calls are counted that come through the dispatch of the new one.
std::uint64_t oldArmId(std::uint64_t newFunction);

/// The name of that: "rankUsers, replaced by rankUsersFast".
std::string oldArmName(const std::string& oldFunction, const std::string& newFunction);

/// Under which the comparisons are counted of a function that runs in the shadow of another one.
std::uint64_t shadowId(std::uint64_t newFunction);

/// The name of that: "rankUsersFast, in the shadow of rankUsers".
std::string shadowName(const std::string& oldFunction, const std::string& newFunction);

}  // namespace assay::model
