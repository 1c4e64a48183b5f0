// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay scan`: finds the tagged functions of a tree and writes the manifest, or says how it differs
// (--check).
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <system_error>

#include "assay/command.h"
#include "assay/fresh_manifest.h"
#include "assay/progress.h"
#include "assay/scan_summary.h"
#include "manifest/fragment.h"
#include "model/names.h"
#include "scan/scan.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {

const VerbHelp kScanHelp{
    "scan", "PATH", "files and folders to scan (default: the current folder)",
    "  assay scan                      # this tree; writes assay.yaml\n"
    "  assay scan -p build src         # only src, with the flags of build/compile_commands.json\n"
    "  assay scan --check              # for CI: fails when assay.yaml is out of date\n"
    "  assay scan --suspects           # likely AI code that has no tag yet\n"
    "  assay scan --shard 2/3          # one part of three, to be put together by `assay merge`\n"};

namespace {

namespace fs = std::filesystem;
using model::Manifest;

struct ScanPlaces {
  fs::path root;
  std::vector<fs::path> paths;  // inside the root
  fs::path manifest;
};

fs::path commonFolder(const fs::path& a, const fs::path& b) {
  fs::path common;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end() && *x == *y; ++x, ++y) common /= *x;
  return common;
}

// One folder is the root itself; of several paths the root is the folder that holds them all.
Expected<ScanPlaces> placesOf(const Invocation& invocation) {
  ScanPlaces places;
  std::vector<std::string> arguments = invocation.arguments;
  if (arguments.empty()) arguments.emplace_back(".");
  for (const std::string& argument : arguments) {
    std::error_code error;
    const fs::path path = fs::canonical(argument, error);
    if (error) return fail(ErrorCode::Usage, argument + ": " + error.message());
    const bool isFolder = fs::is_directory(path, error);
    const fs::path folder = isFolder ? path : path.parent_path();
    places.root = places.root.empty() ? folder : commonFolder(places.root, folder);
    places.paths.push_back(path);
  }
  if (places.paths.size() == 1 && places.paths.front() == places.root) places.paths.clear();
  const config::Settings& settings = invocation.settings;
  places.manifest = places.root / "assay.yaml";
  if (settings.has("manifest")) places.manifest = settings.text("manifest");
  if (settings.has("write-to")) places.manifest = settings.text("write-to");
  return places;
}

Expected<scan::SkipRules> skipRulesOf(const std::vector<std::string>& lists) {
  scan::SkipRules rules;
  for (const std::string& list : lists)
    for (const std::string_view kind : split(list, ',')) {
      if (kind != "vendored" && kind != "generated")
        return fail(ErrorCode::Usage, fmt::format("skip: '{}' is neither vendored nor generated", kind));
      (kind == "vendored" ? rules.vendored : rules.generated) = true;
    }
  return rules;
}

// Empty when there is no home to keep it in.
fs::path cacheFolder(const config::Settings& settings) {
  if (settings.has("cache-dir")) return settings.text("cache-dir");
  const auto named = [](const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && value[0] == '/' ? fs::path(value) : fs::path();
  };
  if (const fs::path caches = named("XDG_CACHE_HOME"); !caches.empty()) return caches / "assay";
  const fs::path home = named("HOME");
  return home.empty() ? fs::path() : home / ".cache" / "assay";
}

Expected<scan::ScanOptions> optionsOf(const config::Settings& settings, const ScanPlaces& places) {
  scan::ScanOptions options;
  options.parse.root = places.root;
  if (settings.has("build-folder")) options.parse.buildFolder = settings.text("build-folder");
  options.parse.extraArguments = settings.list("extra-arg");
  options.parse.queryDrivers = settings.list("query-driver");
  options.paths = places.paths;
  options.exclude = settings.list("exclude");
  ASSAY_TRY(options.skip, skipRulesOf(settings.list("skip")));
  options.exact = settings.flag("exact");
  options.jobs = settings.number("jobs");
  if (!settings.flag("no-cache")) options.cacheFolder = cacheFolder(settings);
  options.tags.suspects = settings.flag("suspects");
  if (settings.has("shard")) {
    options.shard = model::shardOf(settings.text("shard"));
    if (!options.shard)
      return fail(
          ErrorCode::Usage, fmt::format("--shard takes I/N, not `{}`", settings.text("shard")),
          fmt::format("parts count from 1 to N, and N is at most {}: --shard 2/3", model::kMostShards));
  }
  for (const auto& [files, words] : settings.errors) options.errors.push_back({files, words});
  for (const auto& [word, meaning] : settings.aliases) {
    const auto authorship = model::valueOf<model::Authorship>(meaning);
    if (!authorship)
      return fail(
          ErrorCode::Usage,
          fmt::format("alias '{}': '{}' is none of generated, assisted, modified, human", word, meaning));
    options.tags.aliases.emplace_back(word, *authorship);
  }
  return options;
}

void printSuspects(const std::vector<scan::FoundSuspect>& suspects) {
  for (const scan::FoundSuspect& found : suspects)
    std::cout << visiblePlace(found.file, found.line) << ": " << found.suspect.suggestion << "\n";
  if (suspects.empty()) std::cout << "no suspects: nothing else in this tree speaks of AI\n";
}

void printAsked(const config::Settings& settings, const scan::ScanResult& result) {
  if (settings.flag("stats")) std::cout << statsText(result.stats);
  if (settings.flag("suspects")) printSuspects(result.suspects);
}

ExitCode exitCodeFor(const scan::ScanResult& result) {
  return result.complete ? ExitCode::Done : ExitCode::Incomplete;
}

Expected<scan::ScanResult> scanWithProgress(scan::ScanOptions& options, Diagnostics& diagnostics) {
  ProgressBar bar;
  options.onProgress = [&](const scan::Progress& step) { bar.update(step.step, step.done, step.total); };
  return scan::scan(options, diagnostics);
}

std::vector<std::string> fromRoot(const ScanPlaces& places) {
  std::vector<std::string> paths;
  for (const fs::path& path : places.paths) paths.push_back(path.lexically_relative(places.root).string());
  return paths;
}

// -o assay.yaml beside --shard would put a part where the whole was.
Expected<void> refuseToReplaceAManifest(const fs::path& file) {
  const auto onDisk = readFile(file);
  const std::string key = "\n" + std::string(manifest::kFragmentKey) + ":";
  if (!onDisk || onDisk->find(key) != std::string::npos) return {};
  return fail(ErrorCode::Usage,
              fmt::format("{} is no part of a scan and would be replaced by one", shownPath(file)),
              "write elsewhere with -o FILE");
}

Expected<ExitCode> scanPart(Invocation& invocation, const ScanPlaces& places, scan::ScanOptions& options) {
  const config::Settings& settings = invocation.settings;
  if (settings.flag("check"))
    return fail(ErrorCode::Usage, "--check compares a whole manifest, --shard makes a part of one",
                "merge the parts with `assay merge --check`");
  const fs::path file =
      settings.has("write-to") ? fs::path(settings.text("write-to")) : places.root / partName(*options.shard);
  ASSAY_TRY_VOID(refuseToReplaceAManifest(file));
  ASSAY_TRY(scan::ScanResult result, scanWithProgress(options, invocation.diagnostics));
  result.part.tool = programVersion();
  printAsked(settings, result);
  ASSAY_TRY_VOID(writeFileAtomically(file, manifest::writeFragment(result.part)));
  std::cout << partText(result, shownPath(file));
  return exitCodeFor(result);
}

}  // namespace

Expected<ExitCode> scanCommand(Invocation& invocation) {
  ASSAY_TRY(const ScanPlaces places, placesOf(invocation));
  ASSAY_TRY(scan::ScanOptions options, optionsOf(invocation.settings, places));
  if (options.shard) return scanPart(invocation, places, options);
  const bool check = invocation.settings.flag("check");
  ASSAY_TRY(const std::optional<Manifest> before, previousManifest(places.manifest));
  if (before) ASSAY_TRY_VOID(refuseToNarrow(*before, fromRoot(places), places.manifest));
  ASSAY_TRY(scan::ScanResult result, scanWithProgress(options, invocation.diagnostics));
  Manifest& manifest = result.manifest;
  takeOver(before, result.unread, manifest, invocation.diagnostics);
  printAsked(invocation.settings, result);
  if (check) return worse(exitCodeFor(result), compareWithDisk(before, manifest, places.manifest));
  ASSAY_TRY_VOID(writeIfChanged(places.manifest, manifest));
  std::cout << summaryText(result, shownPath(places.manifest));
  return exitCodeFor(result);
}

}  // namespace assay::tool
