// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who includes whom, read off the #include lines without a preprocessor: a generous guess (every branch
// counts, a name that fits several files counts for all of them) at the price of reading the files once.
// Which unit to parse for a header and which include folders a tree needs follow from it; the parse then
// tells whether the guess was right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scan/directives.h"

namespace assay::scan {

class IncludeGraph {
 public:
  /// Of `files` (absolute paths), which are read where `known` does not say what they include: that has one
  /// element per file, or none at all.
  IncludeGraph(std::vector<std::string> files, unsigned jobs, std::vector<Directives> known = {});
  IncludeGraph(const IncludeGraph&) = delete;  // the maps look into files_
  IncludeGraph& operator=(const IncludeGraph&) = delete;
  IncludeGraph(IncludeGraph&&) = default;
  IncludeGraph& operator=(IncludeGraph&&) = default;
  ~IncludeGraph() = default;

  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }  ///< sorted, each once
  [[nodiscard]] const std::vector<IncludeLine>& includesOf(const std::string& file) const;
  /// What else is asked of a file's directives is noted there. Null for a file that is not of the graph.
  [[nodiscard]] Directives* directivesOf(const std::string& file);
  /// The files that an include line of `includer` may mean: the one beside it if there is one, else all whose
  /// path ends in the spelling, in order of path.
  [[nodiscard]] std::vector<std::string> targetsOf(const std::string& includer,
                                                   const IncludeLine& line) const;
  /// The files with an include line that may mean `file`, in order of path.
  [[nodiscard]] std::vector<std::string> directIncludersOf(const std::string& file) const;
  /// All files that reach `file`, nearest first, by path among equally near ones.
  [[nodiscard]] std::vector<std::string> includersOf(const std::string& file) const;

 private:
  using Index = std::uint32_t;  // into files_; their order is that of the paths
  static constexpr Index kNone = 0xFFFFFFFF;

  [[nodiscard]] Index indexOf(std::string_view path) const;
  [[nodiscard]] Index besideOf(std::string_view includer, const IncludeLine& line) const;
  [[nodiscard]] std::vector<Index> fitting(std::string_view spelling) const;
  void takeFiles(std::vector<std::string>&& files, std::vector<Directives>&& known);
  void link();

  std::vector<std::string> files_;
  std::unordered_map<std::string_view, Index> byPath_;  // views into files_
  std::unordered_map<std::string_view, std::vector<Index>>
      byName_;                                 // last part of the path, views into files_
  std::vector<Directives> directives_;         // by file; all have their includes
  std::vector<std::vector<Index>> includers_;  // direct ones, by file
};

}  // namespace assay::scan
