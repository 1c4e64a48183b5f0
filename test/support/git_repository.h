// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A git repository of a test's own, with commits at fixed times by fixed people, whatever the user's
// configuration is. For tests only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_folder.h"

namespace assay::test {

class GitRepository {
 public:
  /// An empty repository below the folder, on the branch `main`.
  GitRepository(const TemporaryFolder& folder, std::string_view name);
  /// One that is there: a clone, a linked work tree.
  explicit GitRepository(std::filesystem::path path) : path_(std::move(path)) {}

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// What git printed, without the last line break. Throws with git's complaint when it says no.
  std::string git(std::vector<std::string> words, const std::string& input = {}) const;
  std::filesystem::path write(std::string_view name, std::string_view bytes) const;
  /// Commits everything as it is; the hash.
  std::string commit(const std::string& message) const;

 private:
  std::filesystem::path path_;
};

}  // namespace assay::test
