// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/collect_tree.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "scan/configurations.h"
#include "scan/definition_search.h"
#include "scan/file_kind.h"
#include "scan/file_views.h"
#include "scan/fill_lexical.h"
#include "scan/parse_targets.h"
#include "scan/unit_errors.h"
#include "scan/unity.h"
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

class Collection {
 public:
  Collection(const CollectRequest& request, UnitPlanner& planner, Diagnostics& diagnostics)
      : request_(request),
        planner_(planner),
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
    parse(firstTargets());
    for (std::size_t i = 0; i < kMostUnits; ++i) parse(targetsThroughUnits());
    parse(lastTargets());
    parse(definitionTargets());
    finish();
    return std::move(tree_);
  }

 private:
  [[nodiscard]] const std::vector<TaggedSource>& source() const { return request_.sources; }
  [[nodiscard]] bool isUnitFile(std::size_t index) const { return isUnit(kindOf(source()[index].realPath)); }

  // Every tagged file by itself, under each configuration that may make it look different.
  std::vector<Target> firstTargets() {
    std::vector<Target> targets;
    for (const std::size_t i : own_) {
      if (isPiece(i)) continue;
      const std::string_view text = source()[i].text.bytes();
      auto ways = planner_.configurationsOf(source()[i].realPath, text, kMostConfigurations);
      if (ways.size() > 1 && !hasBranches(text)) ways.resize(1);
      for (std::vector<CompileCommand>& commands : ways)
        targets.push_back({std::move(commands), {i}, {}, {}, isUnneeded(i)});
    }
    return targets;
  }

  bool isUnneeded(std::size_t index) {
    if (isUnitFile(index) || !planner_.hasDatabase()) return false;
    return std::ranges::none_of(planner_.unitsOf(source()[index].realPath),
                                [&](const std::string& unit) { return taggedFiles_.contains(unit); });
  }

  // Not made to stand by itself: what is around the #include belongs to it (an open namespace, say).
  bool isPiece(std::size_t index) {
    return isTextual(source()[index].realPath) && !planner_.unitsOf(source()[index].realPath).empty();
  }

  // Pieces that no unit showed are parsed by themselves after all.
  std::vector<Target> lastTargets() {
    std::vector<Target> targets;
    for (const std::size_t i : own_)
      if (!files_[i].seen() && isPiece(i))
        targets.push_back({planner_.commandsFor(source()[i].realPath, source()[i].text.bytes()), {i}, {}});
    return targets;
  }

  // A header that does not stand by itself, or hides a tag behind a macro of its includers, is looked at
  // through the units that include it.
  std::vector<Target> targetsThroughUnits() {
    std::map<std::string, Target> byUnit;
    std::set<std::string> wanted;  // units that are looked at for more than hidden tags
    for (const std::size_t i : own_)
      if (const std::string* unit = nextUnit(i)) {
        tried_[i].insert(*unit);
        Target& target = targetFor(*unit, byUnit);
        target.views.push_back(i);
        if (!files_[i].seenClean()) wanted.insert(*unit);
        for (const unsigned line : files_[i].hiddenTags()) target.sought.push_back({i, line});
      }
    for (const std::string& unit : wanted) byUnit[unit].sought.clear();
    return valuesOf(std::move(byUnit));
  }

  // Null when nothing is missing or no unit is left to try.
  const std::string* nextUnit(std::size_t index) {
    if (isUnitFile(index)) return nullptr;
    const FileViews& file = files_[index];
    const bool clean = file.seenClean();
    const bool hides = !file.hiddenTags().empty();
    const std::size_t most = hides || planner_.hasDatabase() ? kMostUnits : 1;
    if ((clean && !hides) || tried_[index].size() >= most) return nullptr;
    for (const std::string& unit : planner_.unitsOf(source()[index].realPath))
      if (!tried_[index].contains(unit) && (!clean || mayActivate(index, unit))) return &unit;
    return nullptr;
  }

  // Whether the unit touches a macro that the header's conditionals ask for.
  bool mayActivate(std::size_t index, const std::string& unit) {
    auto known = macros_.find(unit);
    if (known == macros_.end()) {
      const auto text = readFile(unit);
      known = macros_.emplace(unit, macrosOf(text ? *text : std::string())).first;
    }
    const std::vector<std::string>& asked =
        asked_.try_emplace(index, namesInConditions(source()[index].text.bytes())).first->second;
    return std::ranges::any_of(
        known->second, [&](const std::string& name) { return std::ranges::binary_search(asked, name); });
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

  static std::vector<Target> valuesOf(std::map<std::string, Target> targets) {
    std::vector<Target> values;
    for (auto& [unit, target] : targets) values.push_back(std::move(target));
    return values;
  }

  void parse(const std::vector<Target>& targets) {
    if (targets.empty()) return;
    for (TargetResult& result : parser_.parse(targets)) {
      noteErrors(result);
      for (FileView& view : result.views)
        files_[byPath_.at(view.path)].add(std::move(view), configurationOf(result.command));
      std::ranges::move(result.definitions, std::back_inserter(tree_.part.definitions));
    }
  }

  // That a header does not compile by itself is said when no unit was found to look at it through.
  void noteErrors(const TargetResult& result) {
    if (isUnit(kindOf(result.command.file))) return errors_.add(result.command, result.errors);
    errors_.add(result.command, {});
    headerErrors_[result.command.file].emplace_back(result.command, result.errors);
  }

  void addHeaderErrors(std::size_t index) {
    if (files_[index].seenClean() || !tried_[index].empty()) return;
    for (const auto& [command, errors] : headerErrors_[source()[index].realPath])
      errors_.add(command, errors);
  }

  void finish() {
    for (const std::size_t i : own_) {
      const bool withErrors = !files_[i].seenClean();
      addHeaderErrors(i);
      std::vector<AnnotatedFunction> entries =
          files_[i].seen() ? files_[i].take(diagnostics_) : readTokens(source()[i]);
      fillFromTokens(source()[i], withErrors, entries);
      std::ranges::move(entries, std::back_inserter(tree_.part.entries));
      tree_.part.files.push_back({source()[i].path, contentHash(source()[i].text.bytes()), {}});
    }
    leaveOutKnownDefinitions();
    listDefinitionFiles();
    errors_.report(request_.environment.root, diagnostics_);
    tree_.stats = parser_.stats();
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
  Diagnostics& diagnostics_;
  TargetParser parser_;
  std::vector<FileViews> files_;                            // by source
  std::vector<std::set<std::string>> tried_;                // units, by source
  std::map<std::string, std::vector<std::string>> macros_;  // that a unit defines or undefines
  std::map<std::size_t, std::vector<std::string>> asked_;   // names in a source's conditionals
  std::map<std::string, std::size_t> byPath_;               // root-relative
  std::set<std::string> taggedFiles_;                       // real paths
  std::vector<std::size_t> own_;                            // the sources of this part
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
