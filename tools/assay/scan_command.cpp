// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay scan`: finds the tagged functions of a tree and writes the manifest, or says how it differs
// (--check).
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <system_error>

#include "assay/command.h"
#include "assay/progress.h"
#include "assay/scan_summary.h"
#include "instrument/prepare.h"
#include "manifest/manifest.h"
#include "model/names.h"
#include "scan/scan.h"
#include "support/file.h"

namespace assay::tool {

const VerbHelp kScanHelp{
    "scan", "PATH", "files and folders to scan (default: the current folder)",
    "  assay scan                      # this tree; writes assay.yaml\n"
    "  assay scan -p build src         # only src, with the flags of build/compile_commands.json\n"
    "  assay scan --check              # for CI: fails when assay.yaml is out of date\n"
    "  assay scan --suspects           # likely AI code that has no tag yet\n"};

namespace {

namespace fs = std::filesystem;
using model::AnnotatedFunction;
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

Expected<scan::ScanOptions> optionsOf(const config::Settings& settings, const ScanPlaces& places) {
  scan::ScanOptions options;
  options.parse.root = places.root;
  if (settings.has("build-folder")) options.parse.buildFolder = settings.text("build-folder");
  options.parse.extraArguments = settings.list("extra-arg");
  options.paths = places.paths;
  options.exclude = settings.list("exclude");
  options.exact = settings.flag("exact");
  options.jobs = settings.number("jobs");
  options.tags.suspects = settings.flag("suspects");
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

// What only the previous manifest knows: keys of a newer version.
void carryOver(const Manifest& before, Manifest& now) {
  now.unknownKeys = before.unknownKeys;
  std::map<std::string, const model::TaggedFile*> files;
  for (const model::TaggedFile& file : before.files) files[file.path] = &file;
  for (model::TaggedFile& file : now.files) {
    const auto old = files.find(file.path);
    if (old == files.end()) continue;
    file.unknownKeys = old->second->unknownKeys;
  }
  std::map<std::pair<std::uint64_t, std::string>, const AnnotatedFunction*> functions;
  for (const AnnotatedFunction& function : before.functions)
    functions[{function.id, function.file}] = &function;
  for (AnnotatedFunction& function : now.functions) {
    const auto old = functions.find({function.id, function.file});
    if (old == functions.end()) continue;
    function.unknownKeys = old->second->unknownKeys;
  }
}

// The manifest on disk, if there is one. One that cannot be read stops the scan: it may hold what only it
// knows.
Expected<std::optional<Manifest>> previousManifest(const fs::path& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  Diagnostics aboutTheOld;  // it is about to be replaced
  auto previous = manifest::loadManifest(path, aboutTheOld);
  if (previous) return std::optional<Manifest>(*std::move(previous));
  Error error = std::move(previous).error();
  error.hint = fmt::format("restore {}, or delete it and run `assay scan` again", shownPath(path));
  return std::unexpected(std::move(error));
}

bool isInside(const fs::path& file, const fs::path& path) {
  return std::mismatch(path.begin(), path.end(), file.begin(), file.end()).first == path.end();
}

// Scanning `db util` must not throw away what the manifest of the whole tree says about the rest.
Expected<void> refuseToNarrow(const Manifest& before, const ScanPlaces& places) {
  const auto isLeftOut = [&](const AnnotatedFunction& function) {
    return std::ranges::none_of(places.paths, [&](const fs::path& path) {
      return isInside((places.root / function.file).lexically_normal(), path);
    });
  };
  const auto lost = places.paths.empty() ? 0 : std::ranges::count_if(before.functions, isLeftOut);
  if (lost == 0) return {};
  return fail(ErrorCode::Usage,
              fmt::format("{} covers more than these paths: {} of its {} functions would be lost",
                          shownPath(places.manifest), lost, before.functions.size()),
              fmt::format("scan {}, or write elsewhere with -o FILE", shownPath(places.root)));
}

void printSuspects(const std::vector<scan::FoundSuspect>& suspects) {
  for (const scan::FoundSuspect& found : suspects)
    std::cout << visiblePlace(found.file, found.line) << ": " << found.suspect.suggestion << "\n";
  if (suspects.empty()) std::cout << "no suspects: nothing else in this tree speaks of AI\n";
}

ExitCode compare(const std::optional<Manifest>& before, const Manifest& now, const ScanPlaces& places) {
  const std::string written = manifest::writeManifest(now);
  const auto onDisk = readFile(places.manifest);
  if (onDisk && *onDisk == written) {
    std::cout << fmt::format("{} is up to date: {} function(s)\n", shownPath(places.manifest),
                             now.functions.size());
    return ExitCode::Done;
  }
  std::cout << differenceText(before.value_or(Manifest{}), now, shownPath(places.manifest));
  return ExitCode::Findings;
}

}  // namespace

Expected<ExitCode> scanCommand(Invocation& invocation) {
  ASSAY_TRY(const ScanPlaces places, placesOf(invocation));
  ASSAY_TRY(scan::ScanOptions options, optionsOf(invocation.settings, places));
  const bool check = invocation.settings.flag("check");
  ASSAY_TRY(const std::optional<Manifest> before, previousManifest(places.manifest));
  if (before) ASSAY_TRY_VOID(refuseToNarrow(*before, places));
  Expected<scan::ScanResult> result = [&] {
    ProgressBar bar;
    options.onProgress = [&](const scan::Progress& step) { bar.update(step.step, step.done, step.total); };
    return scan::scan(options, invocation.diagnostics);
  }();
  if (!result) return std::unexpected(std::move(result).error());
  Manifest& manifest = result->manifest;
  instrument::fillOutcomes(manifest, before ? &*before : nullptr);
  if (before) carryOver(*before, manifest);
  manifest::sortManifest(manifest);
  const ExitCode complete = result->complete ? ExitCode::Done : ExitCode::Incomplete;
  if (invocation.settings.flag("stats")) std::cout << statsText(result->stats);
  if (invocation.settings.flag("suspects")) printSuspects(result->suspects);
  if (check) return worse(complete, compare(before, manifest, places));
  ASSAY_TRY_VOID(writeFileAtomically(places.manifest, manifest::writeManifest(manifest)));
  std::cout << summaryText(*result, shownPath(places.manifest));
  return complete;
}

}  // namespace assay::tool
