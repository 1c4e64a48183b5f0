// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The ignore files that hold in a folder: its own, those above it up to the repository's root, and the
// repository's info/exclude, with git's precedence; and the attributes of .gitattributes that skip rules ask
// for. Shared by threads, unchanged once made.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/path_rules.h"

namespace assay::scan {

/// Which of the files that hold rules were seen in a folder.
struct RuleFiles {
  bool gitignore = false;
  bool ignore = false;
  bool attributes = false;
  bool repository = false;  ///< .git

  [[nodiscard]] bool any() const { return gitignore || ignore || attributes || repository; }
};

class FolderRules {
 public:
  using Pointer = std::shared_ptr<const FolderRules>;

  /// Reads the rules of `folder` (absolute, or relative to the working folder). `skip` is the length of its
  /// path (with the last '/') in the paths that ignores() will be asked about. A folder without rules is its
  /// parent's.
  static Pointer enter(const std::string& folder, std::size_t skip, RuleFiles files, Pointer above);

  /// The same for a folder that has not been listed.
  static Pointer enterUnlisted(const std::string& folder, std::size_t skip, Pointer above);

  /// What holds above `root`, from its repository's root down; the length of the path from there to `root`
  /// (with a last '/') is added to `prefix`.
  static Pointer above(const std::string& root, std::string& prefix);

  /// The nearest rule decides; .gitignore files of an outer repository say nothing about an inner one.
  [[nodiscard]] static bool ignores(const FolderRules* rules, std::string_view path, bool isFolder);

  /// linguist-vendored and linguist-generated of a file.
  [[nodiscard]] static bool isVendored(const FolderRules* rules, std::string_view path);
  [[nodiscard]] static bool isGenerated(const FolderRules* rules, std::string_view path);

  /// The files with rules of this folder, not of those above, that are there and could not be read.
  [[nodiscard]] const std::vector<std::string>& unread() const { return unread_; }
  [[nodiscard]] const Pointer& nextAbove() const { return above_; }

 private:
  std::string read(const std::string& path);
  static bool attribute(const FolderRules* rules, std::string_view path,
                        source::PathRules FolderRules::* which);
  void addAttributes(std::string_view text);

  Pointer above_;
  std::size_t skip_ = 0;
  bool repository_ = false;
  std::vector<std::string> unread_;
  source::PathRules own_;      // .ignore
  source::PathRules git_;      // .gitignore
  source::PathRules exclude_;  // info/exclude
  source::PathRules vendored_;
  source::PathRules generated_;
};

}  // namespace assay::scan
