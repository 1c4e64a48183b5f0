// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unit_inputs.h"

namespace assay::scan {

void UnitInputs::note(std::uint64_t key, const TargetResult& result) {
  lists_[key] = {numbersOf(result.files), numbersOf(result.missing), numbersOf(result.onlyAsked),
                 result.skipped};
}

std::optional<TargetResult> UnitInputs::find(std::uint64_t key) const {
  const auto found = lists_.find(key);
  if (found == lists_.end()) return std::nullopt;
  TargetResult result;
  result.files = pathsOf(found->second.files);
  result.missing = pathsOf(found->second.missing);
  result.onlyAsked = pathsOf(found->second.onlyAsked);
  result.skipped = found->second.skipped;
  return result;
}

UnitInputs::PathNumbers UnitInputs::numbersOf(std::span<const std::string> paths) {
  PathNumbers numbers;
  numbers.reserve(paths.size());
  for (const std::string& path : paths) {
    const auto [known, isNew] = numbers_.try_emplace(path, static_cast<std::uint32_t>(paths_.size()));
    if (isNew) paths_.push_back(&known->first);
    numbers.push_back(known->second);
  }
  return numbers;
}

std::vector<std::string> UnitInputs::pathsOf(const PathNumbers& numbers) const {
  std::vector<std::string> paths;
  paths.reserve(numbers.size());
  for (const std::uint32_t number : numbers) paths.push_back(*paths_[number]);
  return paths;
}

}  // namespace assay::scan
