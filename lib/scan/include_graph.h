// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who includes whom, read off the #include lines without a preprocessor: a generous guess (every branch
// counts, a name that fits several files counts for all of them) at the price of reading the files once.
// Which unit to parse for a header and which include folders a tree needs follow from it; the parse then
// tells whether the guess was right.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace assay::scan {

struct IncludeLine {
  std::string spelling;  ///< without quotes or brackets
  bool angled = false;

  bool operator==(const IncludeLine&) const = default;
};

/// The #include (and #include_next, #import) lines of a text, comments and inactive branches and all.
std::vector<IncludeLine> includeLines(std::string_view text);

class IncludeGraph {
 public:
  /// Reads `files` (absolute paths). Those that cannot be read include nothing.
  IncludeGraph(std::vector<std::string> files, unsigned jobs);

  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
  [[nodiscard]] const std::vector<IncludeLine>& includesOf(const std::string& file) const;
  /// The files that an include line of `includer` may mean: the one beside it if there is one, else all whose
  /// path ends in the spelling, in order of path.
  [[nodiscard]] std::vector<std::string> targetsOf(const std::string& includer,
                                                   const IncludeLine& line) const;
  /// All files that reach `file`, nearest first, by path among equally near ones.
  [[nodiscard]] std::vector<std::string> includersOf(const std::string& file) const;

 private:
  std::vector<std::string> files_;                               // sorted
  std::map<std::string, std::vector<IncludeLine>> lines_;        // by file
  std::multimap<std::string, std::string, std::less<>> byName_;  // last part of the path -> path
  std::map<std::string, std::set<std::string>> includers_;       // direct ones
};

}  // namespace assay::scan
