// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/scan.h"

#include <fmt/format.h>

#include <map>
#include <system_error>

#include "scan/collect_tree.h"
#include "scan/open_build.h"
#include "scan/read_sources.h"
#include "scan/resource_folder.h"
#include "scan/tree_walk.h"
#include "source/insertion.h"
#include "support/file.h"
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

// The files with tags, and those that define a function whose tag stands in another file.
void listFiles(const fs::path& root, const std::vector<TaggedSource>& sources, model::Manifest& manifest) {
  std::map<std::string, std::string> hashes;
  for (const TaggedSource& source : sources) hashes[source.path] = contentHash(source.text.bytes());
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (fs::path(function.file).is_absolute() || hashes.contains(function.file)) continue;
    if (const auto bytes = readFile(root / function.file))
      hashes[function.file] = contentHash(source::stripInsertions(*bytes));
  }
  for (const auto& [path, hash] : hashes) manifest.files.push_back({path, hash, {}});
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

}  // namespace

Expected<ScanResult> scan(const ScanOptions& options, Diagnostics& diagnostics) {
  ASSAY_TRY(Build build, openBuild(options.parse, diagnostics));
  ScanResult result;
  Diagnostics said;
  result.stats.compilationDatabase = build.databasePath.string();
  WalkedTree tree = walkTree({build.root, options.paths, options.exclude}, said);
  SourceReading reading = readSources(build.root, tree.files, options, said);
  result.suspects = std::move(reading.suspects);
  result.stats.filesRead = reading.filesRead;
  result.stats.bytesRead = reading.bytesRead;
  result.stats.filesTagged = reading.tagged.size();
  result.complete = tree.complete && reading.complete;
  if (!reading.tagged.empty()) {
    checkDatabase(build, said);
    ASSAY_TRY(const ParseEnvironment environment, environmentOf(build, options.parse, overlaysOf(reading)));
    UnitPlanner planner = plannerOf(
        std::move(build), options.paths.empty() ? tree.files : std::vector<std::string>(), options.jobs);
    CollectedTree collected = collectTree({reading.tagged, environment, options}, planner, said);
    result.manifest.functions = std::move(collected.functions);
    result.manifest.totals = countTree(environment.root, tree.files, options.jobs);
    result.stats.unitsParsed = collected.unitsParsed;
    result.complete = result.complete && collected.complete;
    listFiles(environment.root, reading.tagged, result.manifest);
  }
  said.sortAndUnique();
  diagnostics.append(std::move(said));
  return result;
}

}  // namespace assay::scan
