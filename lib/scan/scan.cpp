// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "scan/collect_tree.h"
#include "scan/open_build.h"
#include "scan/read_sources.h"
#include "scan/resource_folder.h"
#include "scan/tree_walk.h"
#include "support/hash.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

std::vector<FileText> overlaysOf(const std::vector<TaggedSource>& sources) {
  std::vector<FileText> overlays;
  for (const TaggedSource& source : sources)
    if (source.overlaid) overlays.push_back({source.realPath, std::string(source.text.bytes())});
  return overlays;
}

void listFiles(const std::vector<TaggedSource>& sources, model::Manifest& manifest) {
  for (const TaggedSource& source : sources)
    manifest.files.push_back({source.path, contentHash(source.text.bytes()), {}});
  std::ranges::sort(manifest.files, {}, &model::TaggedFile::path);
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
    ASSAY_TRY(const ParseEnvironment environment,
              environmentOf(build, options.parse, overlaysOf(reading.tagged)));
    UnitPlanner planner = plannerOf(
        std::move(build), options.paths.empty() ? tree.files : std::vector<std::string>(), options.jobs);
    CollectedTree collected = collectTree({reading.tagged, environment, options}, planner, said);
    result.manifest.functions = std::move(collected.functions);
    result.manifest.totals = countTree(environment.root, tree.files, options.jobs);
    result.stats.unitsParsed = collected.unitsParsed;
    result.complete = result.complete && collected.complete;
    listFiles(reading.tagged, result.manifest);
  }
  said.sortAndUnique();
  diagnostics.append(std::move(said));
  return result;
}

}  // namespace assay::scan
