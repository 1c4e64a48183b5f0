// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Globs over paths in the grammar of .gitignore, for ignore files, for --exclude, and for what `.assay.yaml`
// says of files. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::source {

/// As git matches: `*` and `?` stay inside one folder, `**` between slashes (or at an end) crosses folders
/// and is a
/// `*` elsewhere, `[a-z]`, `[!a-z]` and `[[:alpha:]]` are sets, `\` quotes; a set without an end matches
/// nothing.
bool globMatches(std::string_view glob, std::string_view path);

/// The rules of one ignore file (or of all --exclude options). Paths are relative to the folder of the file.
class PathRules {
 public:
  /// Adds one line: empty lines and `#` comments do nothing, `!` takes back, a trailing `/` means folders
  /// only, a pattern with a `/` elsewhere is anchored at the folder of the file.
  void addLine(std::string_view line);
  void addText(std::string_view text);

  [[nodiscard]] bool empty() const { return rules_.empty(); }
  /// The last rule that matches decides: true = ignored, false = taken back; nothing when no rule matches.
  [[nodiscard]] std::optional<bool> decide(std::string_view path, bool isFolder) const;
  /// Whether a rule names the file or a folder that it is in.
  [[nodiscard]] bool covers(std::string_view path) const;

 private:
  enum class Match { Equal, Ending, Glob };
  struct Rule {
    [[nodiscard]] bool matches(std::string_view path, std::string_view name) const;

    std::string glob;
    Match match = Match::Glob;
    bool negated = false;
    bool foldersOnly = false;
    bool anywhere = false;  // has no '/': the name alone is looked at
  };
  std::vector<Rule> rules_;
};

}  // namespace assay::source
