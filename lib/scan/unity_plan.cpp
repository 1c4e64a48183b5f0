// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unity_plan.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "scan/adjust_arguments.h"
#include "scan/file_kind.h"
#include "scan/unity.h"
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
                                  const std::vector<std::size_t>& candidates, std::size_t most) {
  std::map<std::string, UnityGroup> byFlags;
  for (const std::size_t index : candidates)
    byFlags[groupOf(targets[index].commands.front())].push_back(index);
  std::vector<UnityGroup> groups;
  for (auto& [flags, members] : byFlags) {
    std::ranges::sort(members, {}, [&](std::size_t index) {
      const std::string& file = targets[index].file();
      return std::tuple(isUnit(kindOf(file)), file, index);
    });
    const std::size_t parts = (members.size() + most - 1) / most;
    for (std::size_t part = 0; part < parts; ++part) {
      const auto first = members.begin() + static_cast<std::ptrdiff_t>(members.size() * part / parts);
      const auto last = members.begin() + static_cast<std::ptrdiff_t>(members.size() * (part + 1) / parts);
      if (last - first > 1) groups.emplace_back(first, last);
    }
  }
  return groups;
}

}  // namespace assay::scan
