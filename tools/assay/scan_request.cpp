// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/scan_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "assay/freed_memory.h"
#include "assay/progress.h"
#include "model/names.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;

fs::path commonFolder(const fs::path& a, const fs::path& b) {
  fs::path common;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end() && *x == *y; ++x, ++y) common /= *x;
  return common;
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

}  // namespace

Expected<ScanPlaces> placesOf(const config::Settings& settings, std::vector<std::string> arguments) {
  ScanPlaces places;
  if (arguments.empty()) arguments.emplace_back(".");
  for (const std::string& argument : arguments) {
    std::error_code error;
    const fs::path path = fs::canonical(argument, error);
    if (error) return fail(ErrorCode::Usage, argument + ": " + error.message());
    const bool isFolder = fs::is_directory(path, error);
    if (!isFolder && !fs::is_regular_file(path, error))
      return fail(ErrorCode::Usage, argument + ": neither a file nor a folder");
    const fs::path folder = isFolder ? path : path.parent_path();
    places.root = places.root.empty() ? folder : commonFolder(places.root, folder);
    places.paths.push_back(path);
  }
  if (places.paths.size() == 1 && places.paths.front() == places.root) places.paths.clear();
  places.manifest = places.root / "assay.yaml";
  if (settings.has("manifest")) places.manifest = settings.text("manifest");
  if (settings.has("write-to")) places.manifest = settings.text("write-to");
  return places;
}

Expected<Aliases> aliasesOf(const config::Settings& settings) {
  Aliases aliases;
  for (const auto& [word, meaning] : settings.aliases) {
    const auto authorship = model::valueOf<model::Authorship>(meaning);
    if (!authorship)
      return fail(
          ErrorCode::Usage,
          fmt::format("alias '{}': '{}' is none of generated, assisted, modified, human", word, meaning));
    aliases.emplace_back(word, *authorship);
  }
  return aliases;
}

Expected<scan::ScanOptions> scanOptionsOf(const config::Settings& settings, const ScanPlaces& places) {
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
  ASSAY_TRY(options.tags.aliases, aliasesOf(settings));
  return options;
}

Expected<scan::ScanResult> scanWithProgress(scan::ScanOptions& options, Diagnostics& diagnostics) {
  keepFreedMemory();  // each unit's parse takes what the one before it had
  ProgressBar bar;
  options.onProgress = [&](const scan::Progress& step) { bar.update(step.step, step.done, step.total); };
  return scan::scan(options, diagnostics);
}

ExitCode exitCodeFor(const scan::ScanResult& result) {
  return result.complete ? ExitCode::Done : ExitCode::Incomplete;
}

}  // namespace assay::tool
