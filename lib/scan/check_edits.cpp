// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <iterator>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include "scan/configurations.h"
#include "scan/file_kind.h"
#include "scan/open_build.h"
#include "scan/preprocess_unit.h"
#include "scan/scan.h"
#include "scan/tokens.h"
#include "scan/unit_errors.h"
#include "scan/unit_ways.h"
#include "source/source_text.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/parallel.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

// How many units are looked at for edits that depend on a condition of one header.
constexpr std::size_t kMostBranches = 4;
// How many units are tried until one enters a header.
constexpr std::size_t kTries = 3;

// A unit parsed with overlays and, if it had anything to say, without them.
struct CheckedUnit {
  std::vector<UnitDiagnostic> brought;
  std::vector<std::string> files;
  std::map<std::string, std::uint64_t> overlays;  // of these files, by hash
  bool first = false;                             // by the first check, which holds all edits
};

// Edits stay on their lines, so a message that was there before is known by file, line and text; its column
// may have moved.
using Key = std::tuple<std::string, unsigned, std::string>;

Key keyOf(const UnitDiagnostic& said) {
  return {said.file, said.line, said.text};
}

std::vector<UnitDiagnostic> difference(std::vector<UnitDiagnostic> with,
                                       const std::vector<UnitDiagnostic>& without) {
  std::map<Key, std::size_t> known;
  for (const UnitDiagnostic& said : without) ++known[keyOf(said)];
  std::erase_if(with, [&](const UnitDiagnostic& said) {
    const auto found = known.find(keyOf(said));
    if (found == known.end() || found->second == 0) return false;
    --found->second;
    return true;
  });
  return with;
}

// The lines, from 1, that the overlay changes and that depend on a condition.
std::vector<unsigned> editsInBranches(const FileText& file) {
  const auto before = readFile(file.path);
  if (!before || !hasBranches(file.text)) return {};
  const source::SourceText old(file.path, *before);
  const source::SourceText now(file.path, file.text);
  std::vector<unsigned> edits;
  int depth = 0;
  for (unsigned line = 1; line <= std::min(old.lineCount(), now.lineCount()); ++line) {
    const TokenStream tokens(now.line(line));
    const std::string_view directive = tokens.directiveName(0);
    if (directive.starts_with("if")) ++depth;
    if (directive == "endif") --depth;
    if (depth > 0 && now.line(line) != old.line(line)) edits.push_back(line);
  }
  return edits;
}

// "c++17", also of -std=gnu++17; empty: the compiler's own.
std::string standardOf(const CompileCommand& command) {
  std::string standard;
  for (const std::string& argument : command.arguments)
    for (const std::string_view option : {"-std=", "--std="})
      if (argument.starts_with(option)) standard = argument.substr(option.size());
  if (standard.starts_with("gnu")) standard.replace(0, 3, "c");
  return standard;
}

}  // namespace

class EditCheck::Tree {
 public:
  Tree(ParseEnvironment environment, UnitPlanner planner)
      : with_(std::move(environment)), without_(with_), planner_(std::move(planner)), ways_(planner_, 0) {}

  // What a unit has nothing against when all edits are there is no news when some are gone: it is parsed
  // again only when no other unit says anything, so that nothing has to be taken for granted.
  std::vector<UnitDiagnostic> run(std::vector<FileText> overlays) {
    with_.overlays = std::move(overlays);
    hashes_.clear();
    for (const FileText& file : with_.overlays) hashes_[file.path] = hash64(file.text);
    ++checks_;
    std::vector<UnitDiagnostic> found = round(checks_ > 1);
    return found.empty() && checks_ > 1 ? round(false) : found;
  }

  [[nodiscard]] const std::string& root() const { return with_.root; }
  [[nodiscard]] std::size_t parsed() const { return parsed_; }

 private:
  // Every overlaid file is parsed at least once: units by themselves, headers through units until one has
  // entered them.
  std::vector<UnitDiagnostic> round(bool trusting) {
    trusting_ = trusting;
    units_.clear();
    entered_.clear();
    enteredUnder_.clear();
    brought_.clear();
    std::map<std::string, CompileCommand> commands;
    std::vector<std::string> headers;
    for (const FileText& file : with_.overlays) {
      if (isParsedByItself(file.path))
        commands.emplace(file.path, commandFor(file));
      else
        headers.push_back(file.path);
    }
    std::vector<std::string> units;
    for (const auto& [unit, command] : commands) units.push_back(unit);
    for (const std::string& unit :
         headers.empty() ? std::vector<std::string>() : planner_.cover(headers, units))
      commands.emplace(unit, commandFor({unit, {}}));
    parse(commands);
    for (const FileText& file : with_.overlays)
      if (!entered_.contains(file.path)) throughOtherUnits(file);
    for (const FileText& file : with_.overlays)
      if (!isParsedByItself(file.path)) throughOtherBranches(file);
    for (const FileText& file : with_.overlays) throughOtherStandards(file);
    return std::move(brought_);
  }

  // A unit's file that the build only knows as a part of others is looked at as a part of them.
  bool isParsedByItself(const std::string& file) {
    if (!isUnit(kindOf(file))) return false;
    return !planner_.hasDatabase() || planner_.builtAs(file) != nullptr || planner_.unitsOf(file).empty();
  }

  CompileCommand commandFor(const FileText& file) {
    return planner_.commandsFor(file.path, file.text).front();
  }

  void throughOtherUnits(const FileText& file) {
    std::size_t tries = 0;
    for (const std::string& unit : planner_.unitsOf(file.path)) {
      if (entered_.contains(unit)) continue;
      if (++tries > kTries) break;
      parse({{unit, commandFor({unit, {}})}});
      if (entered_.contains(file.path)) return;
    }
    parse({{file.path, commandFor(file)}});
  }

  // An edit between #if and #endif may stand where the units so far have skipped it: those that come by other
  // macros are asked.
  void throughOtherBranches(const FileText& file) {
    const std::vector<unsigned> lines = editsInBranches(file);
    if (lines.empty()) return;
    std::vector<UnitWay> ways = ways_.thatMayShow(file.path, file.text, kMostBranches);
    std::ranges::copy(ways_.underOtherFlags(file.path, {}, kMostBranches), std::back_inserter(ways));
    for (const UnitWay& way : ways) {
      if (way.command == 0 && units_.contains(way.unit)) continue;
      const CompileCommand command = ways_.commandsOf(way).front();
      if (shows(command, file.path, lines)) parse({{way.unit, command}});
    }
  }

  // Edits hold no directive that others ask about: what lets lines through in one check does so in the next.
  bool shows(const CompileCommand& command, const std::string& file, const std::vector<unsigned>& lines) {
    const auto [known, fresh] = shown_.try_emplace({keyOf(command), file, lines}, false);
    if (fresh) known->second = preprocessUnit(command, {{file, lines}}, with_).any;
    return known->second;
  }

  // What one language standard allows may be an error in another: a guard in a constexpr function, say. Each
  // that the build compiles the file under is looked at.
  void throughOtherStandards(const FileText& file) {
    const bool byItself = isParsedByItself(file.path);
    std::map<std::string, std::size_t> tries;
    for (const std::string& unit : byItself ? std::vector{file.path} : planner_.unitsOf(file.path))
      for (const CompileCommand& command : planner_.commandsOf(unit)) {
        const std::string standard = standardOf(command);
        if (enteredUnder_[standard].contains(file.path) || ++tries[standard] > kTries) continue;
        parse({{unit, command}});
      }
  }

  void parse(const std::map<std::string, CompileCommand>& commands) {
    std::vector<const CompileCommand*> fresh;
    for (const auto& [unit, command] : commands) {
      units_.insert(unit);
      if (const CheckedUnit* known = knownResult(command))
        take(*known, command);
      else
        fresh.push_back(&command);
    }
    std::vector<CheckedUnit> checked(fresh.size());
    forEachIndex(fresh.size(), 0, [&](std::size_t i) { checked[i] = parseOne(*fresh[i]); });
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      take(checked[i], *fresh[i]);
      known_[keyOf(*fresh[i])].push_back(std::move(checked[i]));
    }
  }

  void take(const CheckedUnit& unit, const CompileCommand& command) {
    entered_.insert(unit.files.begin(), unit.files.end());
    enteredUnder_[standardOf(command)].insert(unit.files.begin(), unit.files.end());
    std::ranges::copy(unit.brought, std::back_inserter(brought_));
  }

  static std::string keyOf(const CompileCommand& command) {
    return command.folder + '\n' + command.file + '\n' + join(command.arguments, "\n");
  }

  [[nodiscard]] std::map<std::string, std::uint64_t> overlaysIn(const std::vector<std::string>& files) const {
    std::map<std::string, std::uint64_t> overlays;
    for (const std::string& file : files)
      if (const auto hash = hashes_.find(file); hash != hashes_.end()) overlays.insert(*hash);
    return overlays;
  }

  // Which files a unit enters follows from the texts of those that it enters.
  [[nodiscard]] const CheckedUnit* knownResult(const CompileCommand& command) const {
    const auto results = known_.find(keyOf(command));
    if (results == known_.end()) return nullptr;
    for (const CheckedUnit& one : results->second)
      if (one.overlays == overlaysIn(one.files)) return &one;
    for (const CheckedUnit& one : results->second)
      if (trusting_ && one.first && one.brought.empty()) return &one;
    return nullptr;
  }

  CheckedUnit parseOne(const CompileCommand& command) {
    ++parsed_;
    DiagnosedUnit with = diagnoseUnit(command, with_);
    CheckedUnit checked{{}, std::move(with.files), {}, checks_ == 1};
    checked.overlays = overlaysIn(checked.files);
    if (!with.diagnostics.empty())
      checked.brought = difference(std::move(with.diagnostics), saidBefore(command));
    return checked;
  }

  std::vector<UnitDiagnostic> saidBefore(const CompileCommand& command) {
    const std::string key = keyOf(command);
    {
      const std::scoped_lock lock(mutex_);
      if (const auto known = before_.find(key); known != before_.end()) return known->second;
    }
    ++parsed_;
    std::vector<UnitDiagnostic> said = diagnoseUnit(command, without_).diagnostics;
    const std::scoped_lock lock(mutex_);
    return before_.emplace(key, std::move(said)).first->second;
  }

  ParseEnvironment with_;
  const ParseEnvironment without_;
  UnitPlanner planner_;
  UnitWays ways_;
  std::map<std::string, std::uint64_t> hashes_;  // of the overlays
  std::size_t checks_ = 0;
  bool trusting_ = false;
  std::set<std::string> units_;                                // that this check was about
  std::set<std::string> entered_;                              // files
  std::map<std::string, std::set<std::string>> enteredUnder_;  // files, by language standard
  std::vector<UnitDiagnostic> brought_;
  std::map<std::string, std::vector<CheckedUnit>> known_;  // by command
  // Command, file and lines: whether one of them is let through.
  std::map<std::tuple<std::string, std::string, std::vector<unsigned>>, bool> shown_;
  std::mutex mutex_;  // guards what follows
  std::map<std::string, std::vector<UnitDiagnostic>> before_;
  std::atomic<std::size_t> parsed_ = 0;
};

namespace {

Expected<std::vector<FileText>> textsOf(const fs::path& root, const std::vector<Overlay>& overlays) {
  std::vector<FileText> texts;
  for (const Overlay& overlay : overlays) {
    std::error_code error;
    const fs::path file = fs::canonical(root / overlay.file, error);
    if (error) return failAt({overlay.file}, "cannot read the file: " + error.message());
    texts.push_back({file.string(), overlay.text});
  }
  return texts;
}

}  // namespace

EditCheck::EditCheck(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
EditCheck::EditCheck(EditCheck&& other) noexcept = default;
EditCheck& EditCheck::operator=(EditCheck&& other) noexcept = default;
EditCheck::~EditCheck() = default;

Expected<EditCheck> EditCheck::open(const ParseOptions& options, const fs::path& runtimeInclude) {
  Diagnostics aboutTheDatabase;  // the scan has said it
  ASSAY_TRY(Build build, openBuild(options, aboutTheDatabase));
  ASSAY_TRY(ParseEnvironment environment, environmentOf(build, options, {}));
  std::error_code ignored;
  environment.extraArguments.push_back("-I" + fs::absolute(runtimeInclude, ignored).string());
  return EditCheck(std::make_unique<Tree>(
      std::move(environment), plannerOf({build.root.string(), std::move(build.database), {}}, 0)));
}

Expected<std::vector<NewDiagnostic>> EditCheck::check(const std::vector<Overlay>& overlays) {
  std::vector<NewDiagnostic> found;
  if (overlays.empty()) return found;
  ASSAY_TRY(std::vector<FileText> texts, textsOf(tree_->root(), overlays));
  for (const UnitDiagnostic& said : tree_->run(std::move(texts)))
    found.push_back({pathFrom(tree_->root(), said.file), said.line, said.column, said.text});
  const auto key = [](const NewDiagnostic& said) {
    return std::tie(said.file, said.line, said.column, said.text);
  };
  std::ranges::sort(found, {}, key);
  const auto repeated = std::ranges::unique(found, {}, key);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

std::size_t EditCheck::parsed() const {
  return tree_->parsed();
}

}  // namespace assay::scan
