// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/plan_units.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "scan/configurations.h"
#include "scan/file_kind.h"
#include "scan/guess_flags.h"
#include "scan/nvcc_arguments.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::scan {
CompileCommand borrowedCommand(const CompileCommand& model, const std::string& file) {
  CompileCommand command = model;
  command.file = file;
  command.guessed = true;
  if (!isUnit(kindOf(file))) {
    // After -std=, before what follows: an -x holds for the inputs behind it, and the main file comes last.
    command.arguments.emplace_back(kindOf(model.file) == FileKind::CSource ? "-xc-header" : "-xc++-header");
  }
  // A neighbour in C++ does not say how a device's code is read.
  if (kindOf(file) == FileKind::Cuda && kindOf(model.file) != FileKind::Cuda)
    for (std::string& flag : usualCudaFlags()) command.arguments.push_back(std::move(flag));
  return command;
}

const std::vector<CompileCommand>& UnitPlanner::commandsOf(const std::string& file) const {
  static const std::vector<CompileCommand> kNone;
  const auto found = sources_.database.find(file);
  return found == sources_.database.end() ? kNone : found->second;
}

const CompileCommand* UnitPlanner::builtAs(const std::string& file) const {
  const std::vector<CompileCommand>& commands = commandsOf(file);
  return commands.empty() ? nullptr : &commands.front();
}

const CompileCommand* UnitPlanner::similarTo(const std::string& file) {
  if (!similar_) {
    std::vector<std::string_view> units;
    for (const auto& [path, commands] : sources_.database) units.emplace_back(path);
    similar_ = std::make_unique<SimilarUnits>(units);
  }
  const std::string_view unit = similar_->to(file);
  return unit.empty() ? nullptr : builtAs(std::string(unit));
}

std::vector<CompileCommand> UnitPlanner::commandsFor(const std::string& file, std::string_view text) {
  if (const CompileCommand* own = builtAs(file)) return {*own};
  const std::optional<FlagsFile> flags = nearestFlagsFile(sources_.root, file);
  if (!flags)
    if (const CompileCommand* similar = similarTo(file)) return {borrowedCommand(*similar, file)};
  const Language language = guessLanguage(file, text, graph());
  const GuessRequest request{sources_.root, file, language};
  const CompileCommand base = flags ? commandOf(*flags, request) : guessCommand(request, graph());
  std::vector<CompileCommand> commands;
  for (const std::string& standard : standardsOf(language)) {
    // In front: a standard in compile_flags.txt comes later and wins.
    CompileCommand& command = commands.emplace_back(base);
    command.arguments.insert(command.arguments.begin() + 1, standard);
  }
  return commands;
}

// The same few command lines are asked about for every header.
std::uint64_t UnitPlanner::configurationKeyOf(const CompileCommand& built) {
  const auto [known, isNew] = configurationKeys_.try_emplace(&built);
  if (isNew) known->second = hash64(join(configurationOf(built), "\n"));
  return known->second;
}

// A header takes the flags of the units that include it: they are the build's own for it.
std::vector<std::vector<CompileCommand>> UnitPlanner::configurationsOf(const std::string& file,
                                                                       std::string_view text,
                                                                       std::size_t most) {
  std::vector<const CompileCommand*> chosen;
  std::set<std::uint64_t> known;
  const auto offer = [&](const CompileCommand& built) {
    if (chosen.size() >= most || !known.insert(configurationKeyOf(built)).second) return;
    if (chosen.empty() || mayTellApart(text, configurationOf(*chosen.front()), configurationOf(built)))
      chosen.push_back(&built);
  };
  for (const CompileCommand& own : commandsOf(file)) offer(own);
  const bool borrows = chosen.empty() && hasDatabase() && !isUnit(kindOf(file));
  if (borrows)
    for (const std::string& unit : unitsOf(file))
      for (const CompileCommand& built : commandsOf(unit)) offer(built);
  if (chosen.empty()) return {commandsFor(file, text)};
  std::vector<std::vector<CompileCommand>> ways;
  for (const CompileCommand* built : chosen) {
    CompileCommand& command =
        ways.emplace_back().emplace_back(borrows ? borrowedCommand(*built, file) : *built);
    if (borrows) command.guessed = false;
  }
  return ways;
}

const std::vector<std::string>& UnitPlanner::unitsOf(const std::string& header) {
  const auto known = units_.find(header);
  if (known != units_.end()) return known->second;
  std::vector<std::string> units;  // those of the same name first
  std::vector<std::string> others;
  for (const std::string& file : graph().includersOf(header))
    if (isUnit(kindOf(file)) && (!hasDatabase() || builtAs(file) != nullptr))
      (stemOf(file) == stemOf(header) ? units : others).push_back(file);
  units.insert(units.end(), others.begin(), others.end());
  return units_.emplace(header, std::move(units)).first->second;
}

// Greedy: the unit that sees most of what is still open; of equals one that shares a header's name, then the
// first path.
std::vector<std::string> UnitPlanner::cover(const std::vector<std::string>& headers,
                                            const std::vector<std::string>& parsed) {
  const std::set<std::string> before(parsed.begin(), parsed.end());
  std::map<std::string, std::set<std::string>> seenBy;  // unit -> open headers
  for (const std::string& header : headers) {
    const auto& units = unitsOf(header);
    if (std::ranges::any_of(units, [&](const std::string& unit) { return before.contains(unit); })) continue;
    for (const std::string& unit : units) seenBy[unit].insert(header);
  }
  std::vector<std::string> chosen;
  while (true) {
    const std::string* best = nullptr;
    std::tuple<std::size_t, bool> bestRank(0, false);
    for (const auto& [unit, open] : seenBy) {
      const bool named =
          std::ranges::any_of(open, [&](const auto& header) { return stemOf(header) == stemOf(unit); });
      const std::tuple rank(open.size(), named);
      if (rank <= bestRank) continue;
      best = &unit;
      bestRank = rank;
    }
    if (best == nullptr || std::get<0>(bestRank) == 0) return chosen;
    chosen.push_back(*best);
    const std::set<std::string> done = seenBy[chosen.back()];
    for (auto& [unit, open] : seenBy)
      for (const std::string& header : done) open.erase(header);
  }
}

IncludeGraph& UnitPlanner::graph() {
  if (!graph_) {
    std::vector<std::string> files = std::move(sources_.files);
    for (const auto& [path, commands] : sources_.database) files.push_back(path);
    if (!sources_.known.empty()) sources_.known.resize(files.size());
    graph_ = std::make_unique<IncludeGraph>(std::move(files), sources_.jobs, std::move(sources_.known));
  }
  return *graph_;
}

const Directives* UnitPlanner::directivesOf(const std::string& file) const {
  return graph_ == nullptr ? nullptr : graph_->directivesOf(file);
}

}  // namespace assay::scan
