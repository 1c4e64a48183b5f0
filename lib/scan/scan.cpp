// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "scan/archive.h"
#include "scan/archive_fields.h"
#include "scan/assemble.h"
#include "scan/collect_tree.h"
#include "scan/error_policy.h"
#include "scan/include_variables.h"
#include "scan/marks.h"
#include "scan/open_build.h"
#include "scan/read_sources.h"
#include "scan/resource_folder.h"
#include "scan/result_cache.h"
#include "scan/tree_walk.h"
#include "support/hash.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

std::vector<FileText> overlaysOf(const SourceReading& reading) {
  std::vector<FileText> overlays;
  for (const TaggedSource& source : reading.tagged)
    if (source.overlaid) overlays.push_back({source.realPath, std::string(source.text.bytes())});
  for (const GuardedSource& source : reading.guarded) overlays.push_back({source.realPath, source.text});
  return overlays;
}

std::vector<std::string> pathsOf(const WalkedTree& tree) {
  std::vector<std::string> paths;
  for (const WalkedFile& file : tree.files) paths.push_back(file.path);
  return paths;
}

// What belongs to the part that was asked for; the other parts say the rest.
class OwnPart {
 public:
  explicit OwnPart(const ScanOptions& options) : shard_(options.shard.value_or(model::Shard{})) {}

  [[nodiscard]] Diagnostics keep(const Diagnostics& said) const {
    Diagnostics own;
    for (const Diagnostic& one : said.all())
      if (model::owns(shard_, one.where.file)) own.add(one);
    return own;
  }
  void keep(std::vector<FoundSuspect>& suspects) const {
    std::erase_if(suspects, [&](const FoundSuspect& found) { return !model::owns(shard_, found.file); });
  }
  [[nodiscard]] std::vector<std::string> unread(std::vector<std::string> folders,
                                                std::vector<std::string> files) const {
    for (std::string& folder : folders)
      files.push_back(folder == "." ? std::string("/") : std::move(folder) + "/");
    std::erase_if(files, [&](const std::string& path) { return !model::owns(shard_, path); });
    std::ranges::sort(files);
    return files;
  }

 private:
  model::Shard shard_;
};

// What tells whether a part fits to another. `build`: optionsMark() of the build.
void label(model::Fragment& part, const ReadRequest& request, std::string build) {
  part.shard = *request.options.shard;
  part.tree = treeMark(request);
  part.options = std::move(build);
  for (const fs::path& path : request.options.paths)
    part.paths.push_back(path.lexically_relative(request.root).string());
}

model::Manifest manifestOf(model::Fragment whole, Diagnostics& diagnostics) {
  std::vector<model::Fragment> parts;
  parts.push_back(std::move(whole));
  return assemble(std::move(parts), diagnostics);
}

// A database that names nothing of this tree was made for another one.
void checkDatabase(const Build& build, Diagnostics& diagnostics) {
  if (build.databasePath.empty()) return;
  for (const auto& [file, command] : build.database)
    if (file.starts_with(build.root.string() + "/")) return;
  diagnostics.warning("assay-scan-009", {build.databasePath.string()},
                      "the compilation database names no file of " + build.root.string(),
                      "name the right build folder with -p");
}

std::uint64_t readingsKeyOf(const ScanOptions& options) {
  ArchiveWriter key;
  key(options.tags.aliases, options.tags.suspects, options.skip);
  return hash64(key.take());
}

std::vector<std::string> textsOf(const std::vector<fs::path>& paths) {
  std::vector<std::string> texts;
  for (const fs::path& path : paths) texts.push_back(path.string());
  return texts;
}

// All options that the result depends on.
std::uint64_t wholeKeyOf(const ScanOptions& options) {
  const ParseOptions& parse = options.parse;
  ArchiveWriter key;
  for (const ErrorPolicy& policy : options.errors) key(policy.files, policy.words);
  key(readingsKeyOf(options), textsOf(options.paths), options.exclude, options.exact, parse.extraArguments,
      parse.resourceFolder, parse.buildFolder.has_value(), includeVariables());
  return hash64(key.take());
}

// Where flags files would count, when there is no database.
std::vector<std::string> flagsFilesOf(const Build& build, const std::vector<TaggedSource>& sources) {
  if (!build.databasePath.empty()) return {};
  std::set<std::string> files;
  for (const TaggedSource& source : sources)
    for (fs::path at = fs::path(source.realPath).parent_path(); at.has_relative_path(); at = at.parent_path())
      if (!files.insert((at / "compile_flags.txt").string()).second) break;
  return {files.begin(), files.end()};
}

// One scan, step by step.
class Scan {
 public:
  Scan(const ScanOptions& options, Build build)
      : options_(options),
        own_(options),
        build_(std::move(build)),
        cache_(options.cacheFolder, build_.root.string()) {}

  Expected<ScanResult> run(Diagnostics& diagnostics) {
    Diagnostics ofTheWalk;
    tree_ =
        walkTree({build_.root, options_.paths, options_.exclude, options_.skip, options_.jobs}, ofTheWalk);
    if (!takeWhole()) ASSAY_TRY_VOID(scanTree());
    if (build_.databasePath.empty() && result_.stats.filesTagged > 0)
      result_.stats.advice = adviceFor(build_.root);
    said_.append(own_.keep(ofTheWalk));
    said_.sortAndUnique();
    diagnostics.append(std::move(said_));
    return std::move(result_);
  }

 private:
  // A compiler that is asked may have changed, and the answer with it.
  [[nodiscard]] bool mayTakeWhole() const {
    return tree_.complete && !options_.shard && options_.parse.queryDrivers.empty();
  }

  bool takeWhole() {
    if (!mayTakeWhole()) return false;
    auto known = cache_.whole(tree_.files, build_.databasePath.string(), wholeKeyOf(options_));
    if (!known) return false;
    result_ = std::move(known->result);
    result_.stats.unchanged = true;
    said_ = std::move(known->diagnostics);
    return true;
  }

  Expected<void> scanTree() {
    const std::string database = build_.databasePath.string();
    const std::uint64_t readingsKey = readingsKeyOf(options_);
    const ReadRequest request{build_.root, tree_.files, options_, cache_.readings(tree_.files, readingsKey)};
    Diagnostics ofTheFiles;
    SourceReading reading = readSources(request, ofTheFiles);
    said_ = own_.keep(ofTheFiles);
    fillFromReading(reading);
    std::vector<std::string> flagsFiles = flagsFilesOf(build_, reading.tagged);
    if (options_.shard) ASSAY_TRY_VOID(loadOnce());
    const std::string mark = options_.shard ? optionsMark(options_, build_) : std::string();
    if (!reading.tagged.empty()) ASSAY_TRY_VOID(parseTagged(request, reading));
    finishPart(request, mark);
    flagsFiles.insert(flagsFiles.end(), build_.flagsFiles.begin(), build_.flagsFiles.end());
    if (!database.empty()) flagsFiles.push_back(database);
    const WholeScan whole{wholeKeyOf(options_), database, flagsFiles, result_, said_};
    const bool isWhole = result_.complete && mayTakeWhole();
    cache_.save({tree_.files, reading.files, readingsKey, isWhole ? &whole : nullptr, directives()});
    return {};
  }

  // A tree without tags needs no flags.
  Expected<void> loadOnce() {
    if (std::exchange(loaded_, true)) return {};
    return loadBuild(build_, options_.parse, said_, &cache_);
  }

  void fillFromReading(SourceReading& reading) {
    own_.keep(reading.suspects);
    result_.suspects = std::move(reading.suspects);
    result_.stats.filesRead = reading.filesRead;
    result_.stats.bytesRead = reading.bytesRead;
    result_.stats.filesTagged = reading.tagged.size();
    result_.stats.filesLeftOut = {tree_.leftOut.vendored, tree_.leftOut.generated + reading.generatedLeftOut};
    result_.stats.compilationDatabase = build_.databasePath.string();
    result_.unread = own_.unread(std::move(tree_.unread), std::move(reading.unread));
    result_.complete = result_.unread.empty();
  }

  Expected<void> parseTagged(const ReadRequest& request, SourceReading& reading) {
    ASSAY_TRY_VOID(loadOnce());
    result_.stats.compilationDatabase = build_.databasePath.string();
    checkDatabase(build_, said_);
    ASSAY_TRY(const ParseEnvironment environment, environmentOf(build_, options_.parse, overlaysOf(reading)));
    TreeSurvey survey = surveyTree(request, reading);
    planner_ = plan();
    CollectedTree collected = collectTree({reading.tagged, environment, options_, cache_}, *planner_, said_);
    result_.stats.parsed = std::move(collected.stats);
    result_.complete = result_.complete && collected.part.complete;
    result_.part = std::move(collected.part);
    result_.part.totals = survey.totals;
    result_.part.signalHandlers = std::move(survey.signalHandlers);
    return {};
  }

  // Where only a part of the tree was asked for, units are chosen from all of it.
  UnitPlanner plan() {
    PlannedTree planned{build_.root.string(), std::move(build_.database), {}};
    if (options_.paths.empty()) {
      planned.files = pathsOf(tree_);
      planned.known = cache_.directives(tree_.files);
    }
    return plannerOf(std::move(planned), options_.jobs);
  }

  [[nodiscard]] std::vector<const Directives*> directives() const {
    std::vector<const Directives*> ofTheTree;
    if (!planner_) return ofTheTree;
    const std::string folder = (build_.root / "").string();
    for (const WalkedFile& file : tree_.files)
      ofTheTree.push_back(planner_->directivesOf(folder + file.path));
    return ofTheTree;
  }

  void finishPart(const ReadRequest& request, const std::string& mark) {
    applyErrorPolicies(options_.errors, result_.part);
    result_.part.complete = result_.complete;
    result_.part.unread = result_.unread;
    if (options_.shard)
      label(result_.part, request, mark);
    else
      result_.manifest = manifestOf(std::move(result_.part), said_);
  }

  const ScanOptions& options_;
  OwnPart own_;
  Build build_;
  bool loaded_ = false;
  ResultCache cache_;
  std::optional<UnitPlanner> planner_;
  WalkedTree tree_;
  ScanResult result_;
  Diagnostics said_;
};

}  // namespace

Expected<ScanResult> scan(const ScanOptions& options, Diagnostics& diagnostics) {
  ASSAY_TRY(Build build, locateBuild(options.parse));
  return Scan(options, std::move(build)).run(diagnostics);
}

}  // namespace assay::scan
