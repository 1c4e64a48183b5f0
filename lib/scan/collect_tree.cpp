// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/collect_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include "scan/attach.h"
#include "scan/file_kind.h"
#include "scan/fill_lexical.h"
#include "scan/lexical.h"
#include "scan/merge.h"
#include "scan/parallel.h"
#include "scan/unit_errors.h"
#include "scan/wanted.h"
#include "support/file.h"

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::Precision;
using model::State;
using model::Trait;

// How many further units are tried for one header before it is left as it is.
constexpr std::size_t kMoreUnits = 3;

struct Task {
  std::vector<CompileCommand> commands;  // tried in order until one has no errors of its own making
  std::set<std::size_t> wanted;          // indices of sources
};

// What is known of one tagged file so far.
struct Progressing {
  bool seen = false;                       // some unit entered it
  bool seenClean = false;                  // and one met no error in it
  std::set<std::string> triedUnits;        // main files
  std::vector<AnnotatedFunction> entries;  // of all units
  std::size_t bestActive = 0;
  bool attached = false;
  Diagnostics diagnostics;  // of the unit that showed most of it
};

bool isActive(const AnnotatedFunction& entry) {
  return entry.state == State::Active;
}

std::string lastPart(const std::string& name) {
  const std::size_t colons = name.rfind("::");
  return colons == std::string::npos ? name : name.substr(colons + 2);
}

class Collection {
 public:
  Collection(const CollectRequest& request, UnitPlanner& planner, Diagnostics& diagnostics)
      : request_(request), planner_(planner), diagnostics_(diagnostics), files_(request.sources.size()) {
    for (std::size_t i = 0; i < source().size(); ++i) {
      byPath_.emplace(source()[i].realPath, i);
      bodies_.push_back(wantedBodies(source()[i].text, source()[i].reading));
    }
  }

  CollectedTree run() {
    round(firstRound());
    for (std::size_t i = 0; i < kMoreUnits; ++i) round(furtherRound());
    round(lastRound());
    finish();
    return std::move(tree_);
  }

 private:
  using Tasks = std::map<std::string, Task>;  // by main file: an order that does not depend on threads

  [[nodiscard]] const std::vector<TaggedSource>& source() const { return request_.sources; }
  [[nodiscard]] bool isUnitFile(std::size_t index) const { return isUnit(kindOf(source()[index].realPath)); }

  Task& taskFor(const std::string& unit, Tasks& tasks) {
    Task& task = tasks[unit];
    if (!task.commands.empty()) return task;
    const auto tagged = byPath_.find(unit);
    if (tagged != byPath_.end()) {
      task.wanted.insert(tagged->second);
      task.commands = planner_.commandsFor(unit, source()[tagged->second].text.bytes());
    } else {
      const auto text = readFile(unit);
      task.commands = planner_.commandsFor(unit, text ? *text : std::string());
    }
    return task;
  }

  void want(std::size_t header, const std::string& unit, Tasks& tasks) {
    taskFor(unit, tasks).wanted.insert(header);
    files_[header].triedUnits.insert(unit);
  }

  Tasks firstRound() {
    Tasks tasks;
    std::vector<std::string> headers;
    for (std::size_t i = 0; i < source().size(); ++i) {
      if (isUnitFile(i) || planner_.builtAs(source()[i].realPath) != nullptr)
        taskFor(source()[i].realPath, tasks);
      else
        headers.push_back(source()[i].realPath);
    }
    if (headers.empty()) return tasks;
    std::vector<std::string> parsed;
    for (const auto& [unit, task] : tasks) parsed.push_back(unit);
    for (const std::string& unit : planner_.cover(headers, parsed)) taskFor(unit, tasks);
    for (const std::string& header : headers) wantInPlanned(header, tasks);
    return tasks;
  }

  void wantInPlanned(const std::string& header, Tasks& tasks) {
    for (const std::string& unit : planner_.unitsOf(header)) {
      if (!tasks.contains(unit)) continue;
      want(byPath_.at(header), unit, tasks);
      if (!request_.options.exact) return;
    }
  }

  Tasks furtherRound() {
    Tasks tasks;
    std::set<std::uint64_t> defined;
    for (const FoundFunction& function : definitions_) defined.insert(function.entry.id);
    for (std::size_t i = 0; i < source().size(); ++i) {
      if (isUnitFile(i)) continue;
      if (const std::string unit = nextUnit(i, defined); !unit.empty()) want(i, unit, tasks);
    }
    return tasks;
  }

  // The next unit that may show what a header has not shown yet; empty when nothing is missing or nothing is
  // left.
  std::string nextUnit(std::size_t index, const std::set<std::uint64_t>& defined) {
    const Progressing& file = files_[index];
    if (!file.seen || hasInactive(file)) return untried(index, {});
    for (const AnnotatedFunction& entry : file.entries)
      if (isActive(entry) && entry.traits.has(Trait::NoBody) && !defined.contains(entry.id) &&
          !entry.name.empty())
        if (const std::string unit = untried(index, lastPart(entry.name)); !unit.empty()) return unit;
    return {};
  }

  static bool hasInactive(const Progressing& file) {
    std::map<unsigned, bool> active;  // by line of the tag
    for (const AnnotatedFunction& entry : file.entries)
      active[entry.tagLine] = active[entry.tagLine] || entry.state != State::Inactive;
    return std::ranges::any_of(active, [](const auto& line) { return !line.second; });
  }

  // With a `name`, only units that seem to define it.
  std::string untried(std::size_t index, const std::string& name) {
    const Progressing& file = files_[index];
    for (const std::string& unit : planner_.unitsOf(source()[index].realPath))
      if (!file.triedUnits.contains(unit) && (name.empty() || definedIn(unit).contains(name))) return unit;
    return {};
  }

  // Last parts of the names of the functions with a body in a unit, read off its tokens.
  const std::set<std::string>& definedIn(const std::string& unit) {
    const auto known = definedIn_.find(unit);
    if (known != definedIn_.end()) return known->second;
    std::set<std::string> names;
    if (auto text = readFile(unit))
      for (const FoundFunction& function : lexicalFacts(source::SourceText(unit, *std::move(text))).functions)
        if (function.isDefinition) names.insert(lastPart(function.entry.name));
    return definedIn_.emplace(unit, std::move(names)).first->second;
  }

  // Headers that no unit showed are parsed by themselves.
  Tasks lastRound() {
    Tasks tasks;
    for (std::size_t i = 0; i < source().size(); ++i)
      if (!files_[i].seen && !isUnitFile(i)) taskFor(source()[i].realPath, tasks);
    return tasks;
  }

  void round(const Tasks& tasks) {
    std::vector<const Task*> order;
    for (const auto& [unit, task] : tasks) order.push_back(&task);
    std::vector<UnitOutcome> outcomes(order.size());
    std::vector<const CompileCommand*> used(order.size());
    std::mutex mutex;
    std::size_t done = 0;
    forEachIndex(order.size(), request_.options.jobs, [&](std::size_t i) {
      std::tie(outcomes[i], used[i]) = parse(*order[i]);
      if (!request_.options.onProgress) return;
      const std::scoped_lock lock(mutex);
      request_.options.onProgress({"parsing units", ++done, order.size()});
    });
    for (std::size_t i = 0; i < order.size(); ++i) absorb(std::move(outcomes[i]), *used[i]);
    tree_.unitsParsed += order.size();
  }

  [[nodiscard]] std::pair<UnitOutcome, const CompileCommand*> parse(const Task& task) const {
    std::vector<WantedText> wanted;
    for (const std::size_t index : task.wanted) wanted.push_back({source()[index].realPath, bodies_[index]});
    UnitOutcome best;
    const CompileCommand* used = nullptr;
    for (const CompileCommand& command : task.commands) {
      UnitOutcome outcome = collectUnit(command, wanted, request_.options.exact, request_.environment);
      if (used == nullptr || languageErrors(outcome) < languageErrors(best)) {
        best = std::move(outcome);
        used = &command;
      }
      if (languageErrors(best) == 0) break;
    }
    return {std::move(best), used};
  }

  void absorb(UnitOutcome outcome, const CompileCommand& command) {
    errors_.add(command, outcome.diagnostics);
    for (FileFacts& facts : outcome.facts) {
      if (command.guessed)
        for (FoundFunction& function : facts.functions) function.entry.precision = Precision::Inferred;
      const auto tagged = byPath_.find(facts.file);
      if (facts.wanted && tagged != byPath_.end()) attach(tagged->second, facts);
      for (FoundFunction& function : facts.functions)
        if (function.isDefinition && !function.bodySkipped) definitions_.push_back(std::move(function));
    }
  }

  void attach(std::size_t index, const FileFacts& facts) {
    Progressing& file = files_[index];
    file.seen = true;
    file.seenClean = file.seenClean || !facts.sawErrors;
    Diagnostics said;
    std::vector<AnnotatedFunction> entries =
        attachTags(source()[index].text, source()[index].reading, facts, said);
    const auto active = static_cast<std::size_t>(std::ranges::count_if(entries, isActive));
    if (!file.attached || active > file.bestActive) {
      file.attached = true;
      file.bestActive = active;
      file.diagnostics = std::move(said);
    }
    std::ranges::move(entries, std::back_inserter(file.entries));
  }

  void finish() {
    std::vector<AnnotatedFunction> entries;
    std::set<std::string> withErrors;
    for (std::size_t i = 0; i < source().size(); ++i) {
      if (!files_[i].seen) readTokens(i);
      if (!files_[i].seenClean) withErrors.insert(source()[i].path);
      diagnostics_.append(std::move(files_[i].diagnostics));
      std::ranges::move(files_[i].entries, std::back_inserter(entries));
    }
    tree_.functions = mergeEntries(std::move(entries), definitions_, diagnostics_);
    fillFromTokens(source(), withErrors, tree_.functions);
    errors_.report(request_.environment.root, diagnostics_);
  }

  void readTokens(std::size_t index) {
    const TaggedSource& file = source()[index];
    diagnostics_.error("assay-scan-006", {file.path},
                       "Clang could not parse the file; its functions were read off its tokens");
    tree_.complete = false;
    files_[index].entries = lexicalEntries(file, files_[index].diagnostics);
    for (AnnotatedFunction& entry : files_[index].entries)
      if (isActive(entry)) entry.state = State::Uncompiled;
  }

  const CollectRequest& request_;
  UnitPlanner& planner_;
  Diagnostics& diagnostics_;
  std::vector<Progressing> files_;
  std::map<std::string, std::size_t> byPath_;
  std::vector<std::vector<source::Span>> bodies_;
  std::vector<FoundFunction> definitions_;
  std::map<std::string, std::set<std::string>> definedIn_;
  UnitErrors errors_;
  CollectedTree tree_;
};

}  // namespace

CollectedTree collectTree(const CollectRequest& request, UnitPlanner& planner, Diagnostics& diagnostics) {
  return Collection(request, planner, diagnostics).run();
}

}  // namespace assay::scan
