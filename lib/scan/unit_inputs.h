// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which files units were read from, and what #if skips in them, for who asks for that alone later in the same
// scan. Each path is held once: a tree has thousands of units with hundreds of headers each, most of them the
// same.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "scan/scan_target.h"

namespace assay::scan {

class UnitInputs {
 public:
  /// TargetResult::files, `missing`, `onlyAsked` and `skipped`.
  void note(std::uint64_t key, const TargetResult& result);
  /// A result with these fields alone; nothing when none was noted under the key.
  [[nodiscard]] std::optional<TargetResult> find(std::uint64_t key) const;

 private:
  using PathNumbers = std::vector<std::uint32_t>;
  struct Lists {
    PathNumbers files;
    PathNumbers missing;
    PathNumbers onlyAsked;
    std::shared_ptr<const SkippedByFile> skipped;
  };

  [[nodiscard]] PathNumbers numbersOf(std::span<const std::string> paths);
  [[nodiscard]] std::vector<std::string> pathsOf(const PathNumbers& numbers) const;

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> paths_;  // keys of numbers_
  std::unordered_map<std::uint64_t, Lists> lists_;
};

}  // namespace assay::scan
