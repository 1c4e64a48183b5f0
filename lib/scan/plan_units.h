// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which unit to parse for which file, and with which flags. Knows the compilation database, the tree and its
// includes; parses nothing. What a unit then really saw is collect_tree's to judge.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scan/compilation_database.h"
#include "scan/include_graph.h"
#include "scan/similar_units.h"

namespace assay::scan {

/// What is known about the tree before anything is parsed. Paths are absolute real paths.
struct UnitSources {
  std::string root;
  CompilationDatabase database;    ///< empty = none
  std::vector<std::string> files;  ///< the tree's C and C++ files
  unsigned jobs = 0;
  std::vector<Directives> known = {};  ///< of `files`, one each, as earlier scans read them; or none at all
};

class UnitPlanner {
 public:
  explicit UnitPlanner(UnitSources sources) : sources_(std::move(sources)) {}

  [[nodiscard]] bool hasDatabase() const { return !sources_.database.empty(); }
  /// The build's command for a unit; nothing when it has none.
  [[nodiscard]] const CompileCommand* builtAs(const std::string& file) const;
  /// All distinct commands of the build for a unit, in its order; empty when it has none. The first is what
  /// builtAs() returns.
  [[nodiscard]] const std::vector<CompileCommand>& commandsOf(const std::string& file) const;
  /// Commands to parse `file` by itself, best first: the build's own; else compile_flags.txt; else that of a
  /// similar file; else guessed ones. `text` is the file's, for its language.
  [[nodiscard]] std::vector<CompileCommand> commandsFor(const std::string& file, std::string_view text);
  /// Ways to parse `file` by itself, one per configuration of the build that it is compiled or included under
  /// (`most` at most), most promising first; each is a list of commands to try in order, see commandsFor().
  [[nodiscard]] std::vector<std::vector<CompileCommand>> configurationsOf(const std::string& file,
                                                                          std::string_view text,
                                                                          std::size_t most);
  /// The units that may include a header, most promising first: the one of the same name, then the nearest.
  /// With a database only units that it knows.
  [[nodiscard]] const std::vector<std::string>& unitsOf(const std::string& header);
  /// A small set of units that together may see all `headers`; `parsed` are seen anyway. Headers of no unit
  /// are left out.
  [[nodiscard]] std::vector<std::string> cover(const std::vector<std::string>& headers,
                                               const std::vector<std::string>& parsed);
  /// The include graph, read when first asked for.
  IncludeGraph& graph();
  /// What was read of a file so far; null = nothing.
  [[nodiscard]] const Directives* directivesOf(const std::string& file) const;

 private:
  [[nodiscard]] std::uint64_t configurationKeyOf(const CompileCommand& built);
  const CompileCommand* similarTo(const std::string& file);

  UnitSources sources_;
  std::unique_ptr<IncludeGraph> graph_;
  std::unique_ptr<SimilarUnits> similar_;
  std::map<std::string, std::vector<std::string>> units_;
  std::unordered_map<const CompileCommand*, std::uint64_t> configurationKeys_;  // of the database's commands
};

/// The command of `model` for another file: a header is parsed in the language of the unit.
CompileCommand borrowedCommand(const CompileCommand& model, const std::string& file);

}  // namespace assay::scan
