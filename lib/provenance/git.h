// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A repository, asked through the git program. Knows how to ask (no shell, no pager, no program that comes
// with a clone, file names taken as they are) and what git's refusals mean; what is asked is the callers'.
// What stands in .git/config is the user's own: a `filter.<name>.clean` there is run by git for files that
// .gitattributes name.
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "provenance/program.h"
#include "support/expected.h"

namespace assay::provenance {

/// The working tree that a folder belongs to: a clone's, a linked work tree's, a submodule's. Threads: any.
class Git {
 public:
  /// `folder`: any folder of the working tree. Fails (Input) with what to do about it: there is no git, the
  /// folder is in no repository or in a bare one, git does not trust its owner.
  static Expected<Git> open(const std::filesystem::path& folder, Limits limits = {});

  /// What git prints for these words. Fails (Input) when it says no, with its first complaint.
  [[nodiscard]] Expected<std::string> ask(std::vector<std::string> words, std::string_view input = {}) const;

  /// The same with the index that a hook is called about: `git commit -a` and `git commit FILE` make one of
  /// their own, and name it in GIT_INDEX_FILE. One that is not in this repository is not taken.
  [[nodiscard]] Git withIndexOf(const std::vector<std::string>& environment) const;

  /// The working tree's top folder, without symbolic links.
  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  /// The commit that is checked out; empty when there is none yet.
  [[nodiscard]] const std::string& head() const { return head_; }
  /// A shallow clone's oldest commits, whose parents are not here; empty for a whole clone.
  [[nodiscard]] const std::set<std::string, std::less<>>& shallow() const { return shallow_; }
  /// The path as git names it, relative to the root. Symbolic links are followed. Fails (Input) for one
  /// outside.
  [[nodiscard]] Expected<std::string> nameOf(const std::filesystem::path& file) const;

 private:
  Expected<void> readShallow();

  std::filesystem::path root_;
  std::string head_;
  std::set<std::string, std::less<>> shallow_;
  std::filesystem::path index_;  // empty = the repository's own
  Limits limits_;
};

/// The variables git runs with: what a hook or a caller said about another repository is dropped, messages
/// are in English, no lock is taken, nothing is fetched, paths are no patterns.
std::vector<std::string> environmentForGit(const std::vector<std::string>& own);

/// The error behind a refusal. `asked` says what for: "git blame".
Error refusal(const std::string& asked, std::string_view complaints);

/// Of a file that no commit knows: there is nothing to ask git about it, and nothing wrong.
inline constexpr std::string_view kUntracked = "git does not track this file";
bool isUntracked(const Error& error);

/// A path as git prints it: between quotation marks with C's escapes when it holds a control byte, a
/// quotation mark or a backslash. Fails (Input) when a quotation is not well-formed.
Expected<std::string> unquotePath(std::string_view printed);

}  // namespace assay::provenance
