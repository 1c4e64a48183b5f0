// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unity_plan.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "scan/adjust_arguments.h"
#include "scan/file_kind.h"
#include "scan/unity.h"
#include "support/sort_stably.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

constexpr std::string_view kCHeader = "-xc-header";
constexpr std::string_view kCppHeader = "-xc++-header";

bool isCLike(const CompileCommand& command) {
  if (!command.arguments.empty() && command.arguments.back() == kCHeader) return true;
  return kindOf(command.file) == FileKind::CSource;
}

std::string groupOf(const CompileCommand& command) {
  const char* language = kindOf(command.file) == FileKind::Cuda ? "cuda" : isCLike(command) ? "c" : "c++";
  return command.folder + '\n' + language + '\n' + (command.guessed ? "guessed\n" : "\n") +
         join(adjustArguments(unityCommand(command), ParsePurpose::Collect), "\n");
}

// Most headers are read anyway, for others; of a unit all is its own.
std::size_t weightOf(const Target& target) {
  return isUnit(kindOf(target.file())) ? 3 : 1;
}

std::size_t weightOf(const std::vector<Target>& targets, const UnityGroup& group) {
  std::size_t weight = 0;
  for (const std::size_t index : group) weight += weightOf(targets[index]);
  return weight;
}

// Headers stand before the units that include them. What a header brings in that none of them needs could
// only clash with their declarations, which in turn are forgotten behind each.
int turnOf(const Target& target) {
  if (isUnit(kindOf(target.file()))) return 1;
  return target.unneeded ? 2 : 0;
}

std::vector<UnityGroup> inParts(const std::vector<Target>& targets, const UnityGroup& members,
                                UnityLimits limits) {
  const std::size_t needed = (members.size() + limits.most - 1) / limits.most;
  const std::size_t worth = std::min<std::size_t>(limits.jobs, members.size() / limits.worthAPart);
  const std::size_t count = std::max(needed, worth);
  const std::size_t whole = weightOf(targets, members);
  std::vector<UnityGroup> parts(1);
  std::size_t weight = 0;
  for (const std::size_t index : members) {
    if (weight * count >= whole * parts.size() || parts.back().size() == limits.most) parts.emplace_back();
    parts.back().push_back(index);
    weight += weightOf(targets[index]);
  }
  return parts;
}

}  // namespace

bool suitsUnity(const Target& target, const std::string& viewed) {
  return canBeSection(target.file()) &&
         (target.views.empty() || (target.views.size() == 1 && viewed == target.file()));
}

CompileCommand unityCommand(const CompileCommand& command) {
  CompileCommand result = command;
  if (isUnit(kindOf(command.file))) return result;
  if (!result.arguments.empty() &&
      (result.arguments.back() == kCHeader || result.arguments.back() == kCppHeader))
    result.arguments.pop_back();
  result.file = command.folder + (isCLike(command) ? "/header.c" : "/header.cpp");
  return result;
}

std::vector<UnityGroup> planUnity(const std::vector<Target>& targets,
                                  const std::vector<std::size_t>& candidates, UnityLimits limits,
                                  const std::set<std::size_t>& apart) {
  std::map<std::string, UnityGroup> byFlags;
  std::map<std::string, UnityGroup> apartByFlags;
  for (const std::size_t index : candidates) {
    auto& groups = apart.contains(index) ? apartByFlags : byFlags;
    groups[groupOf(targets[index].commands.front())].push_back(index);
  }
  for (auto& [flags, members] : apartByFlags) {
    UnityGroup& others = byFlags[flags];
    // One by itself would be parsed alone: together there is a chance.
    const bool together = members.size() < 2 || others.size() < 2;
    UnityGroup& target = together ? others : byFlags[flags + "\napart"];
    target.insert(target.end(), members.begin(), members.end());
  }
  std::vector<UnityGroup> groups;
  for (auto& [flags, members] : byFlags) {
    std::ranges::sort(members, {}, [&](std::size_t index) {
      const std::string& file = targets[index].file();
      return std::tuple(turnOf(targets[index]), file, index);
    });
    for (UnityGroup& part : inParts(targets, members, limits))
      if (part.size() > 1) groups.push_back(std::move(part));
  }
  // Those that take long first, or the last thread works on while the others wait. Files that clash are the
  // large ones, by experience.
  const auto effort = [&](const UnityGroup& group) {
    return weightOf(targets, group) * (apart.contains(group.front()) ? 2 : 1);
  };
  sortStably(groups, [&](const UnityGroup& a, const UnityGroup& b) { return effort(a) > effort(b); });
  return groups;
}

}  // namespace assay::scan
