// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/collect_tree.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "scan/configurations.h"
#include "scan/definition_search.h"
#include "scan/file_kind.h"
#include "scan/file_views.h"
#include "scan/fill_lexical.h"
#include "scan/noticed_flags.h"
#include "scan/parse_targets.h"
#include "scan/unit_errors.h"
#include "scan/unit_ways.h"
#include "source/insertion.h"
#include "support/file.h"
#include "support/hash.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
using model::AnnotatedFunction;
using model::State;

// How many units are tried for one header, and for one function's definition.
constexpr std::size_t kMostUnits = 3;
// How many are asked, by the preprocessor, for code that a header hides; as many as there may be
// configurations once more for their other flags.
constexpr std::size_t kMostWays = 16;

class Collection {
 public:
  Collection(const CollectRequest& request, UnitPlanner& planner, Diagnostics& diagnostics)
      : request_(request),
        planner_(planner),
        ways_(planner, request.options.jobs),
        diagnostics_(diagnostics),
        parser_(request.sources, request.environment, request.options, request.cache),
        files_(request.sources.size()),
        tried_(request.sources.size()) {
    const model::Shard shard = request.options.shard.value_or(model::Shard{});
    for (std::size_t i = 0; i < source().size(); ++i) {
      byPath_.emplace(source()[i].path, i);
      taggedFiles_.insert(source()[i].realPath);
      if (model::owns(shard, source()[i].path)) own_.push_back(i);
    }
  }

  CollectedTree run() {
    parse(firstTargets(), TargetParser::Leftovers::Postponed);
    for (auto targets = targetsThroughUnits(); !targets.empty() || !postponed_.empty();
         targets = targetsThroughUnits())
      parse(std::move(targets));
    parse(lastTargets());
    parse(doubtfulTargets());
    parse(definitionTargets());
    finish();
    return std::move(tree_);
  }

 private:
  [[nodiscard]] const std::vector<TaggedSource>& source() const { return request_.sources; }
  [[nodiscard]] bool isUnitFile(std::size_t index) const { return isUnit(kindOf(source()[index].realPath)); }

  // By itself, as a unit.
  [[nodiscard]] bool isBuilt(std::size_t index) const {
    return isUnitFile(index) && planner_.builtAs(source()[index].realPath) != nullptr;
  }

  // Every tagged file by itself, under each configuration that may make it look different.
  std::vector<Target> firstTargets() {
    std::vector<Target> targets;
    for (const std::size_t i : own_) {
      if (isPiece(i)) continue;
      const std::string_view text = source()[i].text.bytes();
      auto ways = planner_.configurationsOf(source()[i].realPath, text, kMostConfigurations);
      if (ways.size() > 1 && !hasBranches(text)) ways.resize(1);
      for (std::vector<CompileCommand>& commands : ways)
        targets.push_back(
            {std::move(commands), {i}, {}, {}, isUnneeded(i), false, ways.size() == 1 && isBuilt(i)});
    }
    return targets;
  }

  bool isUnneeded(std::size_t index) {
    if (isUnitFile(index) || !planner_.hasDatabase()) return false;
    return std::ranges::none_of(planner_.unitsOf(source()[index].realPath),
                                [&](const std::string& unit) { return taggedFiles_.contains(unit); });
  }

  // Not made to stand by itself: what is around the #include belongs to it (an open namespace, say). So it is
  // with a unit's file that the build compiles as a part of others only.
  bool isPiece(std::size_t index) {
    const std::string& path = source()[index].realPath;
    const bool onlyIncluded = isUnitFile(index) && planner_.hasDatabase() && !isBuilt(index);
    return (isTextual(path) || onlyIncluded) && !planner_.unitsOf(path).empty();
  }

  // Pieces that no unit showed are parsed by themselves after all.
  std::vector<Target> lastTargets() {
    std::vector<Target> targets;
    for (const std::size_t i : own_)
      if (!files_[i].seen() && isPiece(i))
        targets.push_back({planner_.commandsFor(source()[i].realPath, source()[i].text.bytes()), {i}, {}});
    return targets;
  }

  // A header that does not stand by itself, or hides code behind a macro of its includers, is looked at
  // through the units that include it.
  std::vector<Target> targetsThroughUnits() {
    std::map<UnitWay, Target> byWay;
    std::set<UnitWay> whole;  // that are looked at for more than hidden code
    for (const std::size_t i : own_)
      if (const auto next = nextWay(i)) {
        tried_[i].insert(next->way);
        Target& target = byWay[next->way];
        if (target.commands.empty()) target.commands = ways_.commandsOf(next->way);
        target.views.push_back(i);
        if (next->whole) {
          whole.insert(next->way);
          seenThrough_.insert(i);
        }
        for (const unsigned line : files_[i].hiddenLines()) target.sought.push_back({i, line});
      }
    for (const UnitWay& way : whole) byWay[way].sought.clear();
    return valuesOf(std::move(byWay));
  }

  struct NextWay {
    UnitWay way;
    bool whole = false;
  };

  // Nothing when nothing is missing or no unit is left to try.
  std::optional<NextWay> nextWay(std::size_t index) {
    if (isPostponed(index)) return std::nullopt;
    if (!isBuilt(index) && !files_[index].seenClean()) {
      const std::size_t most =
          planner_.hasDatabase() || !files_[index].hiddenLines().empty() ? kMostUnits : 1;
      const auto& units = planner_.unitsOf(source()[index].realPath);
      for (std::size_t i = 0; i < std::min(most, units.size()); ++i)
        if (!tried_[index].contains({units[i], 0})) return NextWay{{units[i], 0}, true};
    }
    if (!files_[index].hiddenLines().empty())
      if (const UnitWay* way = firstUntried(index, waysToHidden(index))) return NextWay{*way};
    if (seenThrough_.contains(index))
      if (const UnitWay* way = firstUntried(index, waysToNames(index))) return NextWay{*way, true};
    return std::nullopt;
  }

  bool isPostponed(std::size_t index) const {
    return std::ranges::any_of(
        postponed_, [index](const NumberedTarget& one) { return one.target.views.front() == index; });
  }

  const UnitWay* firstUntried(std::size_t index, const std::vector<UnitWay>& ways) const {
    const auto found =
        std::ranges::find_if(ways, [&](const UnitWay& way) { return !tried_[index].contains(way); });
    return found == ways.end() ? nullptr : &*found;
  }

  const std::vector<UnitWay>& waysToHidden(std::size_t index) {
    const auto [known, isNew] = waysToHidden_.try_emplace(index);
    if (!isNew) return known->second;
    const std::string& path = source()[index].realPath;
    known->second = ways_.thatMayShow(path, source()[index].text.bytes(), kMostWays);
    std::ranges::move(ways_.underOtherFlags(path, seenUnder_[index], kMostConfigurations),
                      std::back_inserter(known->second));
    return known->second;
  }

  const std::vector<UnitWay>& waysToNames(std::size_t index) {
    const auto [known, isNew] = waysToNames_.try_emplace(index);
    if (isNew)
      known->second =
          ways_.thatMayRename(source()[index].realPath, source()[index].text.bytes(), kMostConfigurations);
    return known->second;
  }

  // That a unit enters a header is a guess where its #include depends on a condition.
  std::vector<Target> doubtfulTargets() {
    std::map<UnitWay, Target> byWay;
    for (const std::size_t i : own_) {
      const std::string& path = source()[i].realPath;
      if (isUnitFile(i) || !planner_.hasDatabase() || shownByUnit_.contains(i)) continue;
      if (planner_.unitsOf(path).empty() || ways_.isSurelyIncluded(path)) continue;
      doubtful_.insert(i);
      for (const std::string& unit : firstUnitsOf(i)) {
        Target& target = byWay[{unit, 0}];
        target.commands = ways_.commandsOf({unit, 0});
        target.filesOnly = true;
      }
    }
    return valuesOf(std::move(byWay));
  }

  std::span<const std::string> firstUnitsOf(std::size_t index) {
    const std::vector<std::string>& units = planner_.unitsOf(source()[index].realPath);
    return std::span(units).first(std::min(kMostUnits, units.size()));
  }

  // Of its own units: what others came to see may not count.
  bool isEntered(std::size_t index) {
    return std::ranges::any_of(firstUnitsOf(index), [&](const std::string& unit) {
      return std::ranges::binary_search(entered_[unit], source()[index].realPath);
    });
  }

  std::vector<Target> definitionTargets() {
    DefinitionSearch search(planner_);
    std::map<std::string, Target> byUnit;
    for (const std::size_t i : own_)
      for (const AnnotatedFunction* declared : files_[i].declarations())
        for (const std::string& unit :
             search.unitsThatDefine(declared->name, source()[i].realPath, kMostUnits)) {
          std::vector<std::size_t>& sources = targetFor(unit, byUnit).declared;
          if (sources.empty() || sources.back() != i) sources.push_back(i);
        }
    return valuesOf(std::move(byUnit));
  }

  Target& targetFor(const std::string& unit, std::map<std::string, Target>& targets) {
    Target& target = targets[unit];
    if (!target.commands.empty()) return target;
    const auto text = readFile(unit);
    target.commands = planner_.commandsFor(unit, text ? *text : std::string());
    return target;
  }

  template <class Key>
  static std::vector<Target> valuesOf(std::map<Key, Target> targets) {
    std::vector<Target> values;
    for (auto& [key, target] : targets) values.push_back(std::move(target));
    return values;
  }

  void parse(std::vector<Target> targets,
             TargetParser::Leftovers leftovers = TargetParser::Leftovers::Settled) {
    std::vector<NumberedTarget> all = std::exchange(postponed_, {});
    for (Target& target : targets) all.push_back({std::move(target), count_++});
    targets.clear();
    for (NumberedTarget& one : all) targets.push_back(std::move(one.target));
    if (targets.empty()) return;
    std::vector<TargetResult> results = parser_.parse(targets, leftovers);
    for (std::size_t i = 0; i < targets.size(); ++i)
      if (results[i].postponed)
        postponed_.push_back({std::move(targets[i]), all[i].number});
      else
        take(targets[i], std::move(results[i]), all[i].number);
  }

  void take(const Target& target, TargetResult result, std::size_t number) {
    if (target.filesOnly) {
      std::ranges::set_difference(result.files, result.onlyAsked,
                                  std::back_inserter(entered_[target.file()]));
      return;
    }
    noteErrors(result);
    for (FileView& view : result.views) {
      const std::size_t index = byPath_.at(view.path);
      if (result.command.file != source()[index].realPath) shownByUnit_.insert(index);
      files_[index].add(std::move(view), configurationOf(result.command));
      seenUnder_[index].insert(noticedKeyOf(result.command));
    }
    if (!result.definitions.empty()) definitions_[number] = std::move(result.definitions);
  }

  // That a header does not compile by itself is said when no unit was found to look at it through.
  void noteErrors(const TargetResult& result) {
    errors_.addUnknown(result.unknownFlags);
    errors_.addLacking(result.command, result.lacking);
    if (isUnit(kindOf(result.command.file))) return errors_.add(result.command, result.errors);
    headerErrors_[result.command.file].emplace_back(result.command, result.errors);
  }

  void addHeaderErrors(std::size_t index) {
    if (files_[index].seenClean() || !tried_[index].empty()) return;
    for (const auto& [command, errors] : headerErrors_[source()[index].realPath])
      errors_.add(command, errors);
  }

  void finish() {
    for (auto& [number, found] : definitions_)
      std::ranges::move(found, std::back_inserter(tree_.part.definitions));
    for (const std::size_t i : own_) {
      const bool withErrors = !files_[i].seenClean();
      addHeaderErrors(i);
      std::vector<AnnotatedFunction> entries =
          files_[i].seen() ? files_[i].take(diagnostics_) : readTokens(source()[i]);
      fillFromTokens(source()[i], withErrors, entries);
      if (doubtful_.contains(i) && !isEntered(i)) doubt(entries);
      std::ranges::move(entries, std::back_inserter(tree_.part.entries));
      tree_.part.files.push_back({source()[i].path, contentHash(source()[i].text.bytes()), {}});
    }
    leaveOutKnownDefinitions();
    listDefinitionFiles();
    errors_.report(request_.environment.root, diagnostics_);
    tree_.stats = parser_.stats();
  }

  // The flags of units that do not enter the file after all are a guess.
  static void doubt(std::vector<AnnotatedFunction>& entries) {
    for (AnnotatedFunction& entry : entries)
      if (entry.precision == model::Precision::Exact) entry.precision = model::Precision::Inferred;
  }

  // An entry with a body needs no definition; units show it all the same.
  void leaveOutKnownDefinitions() {
    std::set<std::uint64_t> known;
    for (const AnnotatedFunction& entry : tree_.part.entries)
      if (entry.bodyBegin.known()) known.insert(entry.id);
    std::erase_if(tree_.part.definitions,
                  [&](const AnnotatedFunction& found) { return known.contains(found.id); });
  }

  // Those that are tagged themselves are in `files`, of this part or of another.
  void listDefinitionFiles() {
    std::set<std::string> seen;
    for (const AnnotatedFunction& definition : tree_.part.definitions) {
      const fs::path file(definition.file);
      if (file.is_absolute() || byPath_.contains(definition.file) || !seen.insert(definition.file).second)
        continue;
      if (const auto bytes = readFile(request_.environment.root / file))
        tree_.part.definitionFiles.push_back(
            {definition.file, contentHash(source::stripInsertions(*bytes)), {}});
    }
    std::ranges::sort(tree_.part.definitionFiles, {}, &model::TaggedFile::path);
  }

  std::vector<AnnotatedFunction> readTokens(const TaggedSource& file) {
    diagnostics_.error("assay-scan-006", {file.path},
                       "Clang could not parse the file; its functions were read off its tokens");
    tree_.part.complete = false;
    std::vector<AnnotatedFunction> entries = lexicalEntries(file, diagnostics_);
    for (AnnotatedFunction& entry : entries)
      if (entry.state == State::Active) entry.state = State::Uncompiled;
    return entries;
  }

  const CollectRequest& request_;
  UnitPlanner& planner_;
  UnitWays ways_;
  Diagnostics& diagnostics_;
  TargetParser parser_;
  std::vector<FileViews> files_;                              // by source
  std::vector<std::set<UnitWay>> tried_;                      // by source
  std::map<std::string, std::vector<std::string>> entered_;   // by unit: the files, sorted
  std::map<std::size_t, std::set<std::uint64_t>> seenUnder_;  // by source: keys of flags
  std::set<std::size_t> shownByUnit_;                         // sources
  std::set<std::size_t> doubtful_;                            // sources that maybe no unit enters
  std::set<std::size_t> seenThrough_;                         // sources that do not stand by themselves
  std::map<std::size_t, std::vector<UnitWay>> waysToHidden_;
  std::map<std::size_t, std::vector<UnitWay>> waysToNames_;
  struct NumberedTarget {
    Target target;
    std::size_t number = 0;
  };
  std::vector<NumberedTarget> postponed_;                              // of the first targets, in order
  std::size_t count_ = 0;                                              // targets so far
  std::map<std::size_t, std::vector<AnnotatedFunction>> definitions_;  // by number of the target
  std::map<std::string, std::size_t> byPath_;                          // root-relative
  std::set<std::string> taggedFiles_;                                  // real paths
  std::vector<std::size_t> own_;                                       // the sources of this part
  std::map<std::string, std::vector<std::pair<CompileCommand, std::vector<UnitDiagnostic>>>>
      headerErrors_;  // of headers parsed by themselves, by path
  UnitErrors errors_;
  CollectedTree tree_;
};

}  // namespace

CollectedTree collectTree(const CollectRequest& request, UnitPlanner& planner, Diagnostics& diagnostics) {
  return Collection(request, planner, diagnostics).run();
}

}  // namespace assay::scan
