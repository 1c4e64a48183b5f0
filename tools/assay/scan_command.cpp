// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay scan`: finds the tagged functions of a tree and writes the manifest, or says how it differs
// (--check).
#include <fmt/format.h>

#include <iostream>
#include <optional>

#include "assay/changed_code.h"
#include "assay/command.h"
#include "assay/fresh_manifest.h"
#include "assay/scan_request.h"
#include "assay/scan_summary.h"
#include "assay/secret_warnings.h"
#include "manifest/fragment.h"
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
    "  assay scan --since main         # tagged functions that this branch has changed; writes nothing\n"
    "  assay scan --shard 2/3          # one part of three, to be put together by `assay merge`\n"};

namespace {

namespace fs = std::filesystem;
using model::Manifest;

// What a scan finds is committed with the manifest, and shown by reports.
constexpr SecretWarning kSecretRecorded{
    "assay-scan-025", "take it out of the comment, and replace the secret: it is known now"};

void printSuspects(const std::vector<scan::FoundSuspect>& suspects) {
  for (const scan::FoundSuspect& found : suspects)
    std::cout << fmt::format("{}: {}  ({} confidence)\n", visiblePlace(found.file, found.line),
                             found.suspect.suggestion, tag::wordOf(found.suspect.confidence));
  if (suspects.empty()) std::cout << "no suspects: nothing else in this tree speaks of AI\n";
}

void printAsked(const config::Settings& settings, const scan::ScanResult& result) {
  if (settings.flag("stats")) std::cout << statsText(result.stats);
  if (settings.flag("suspects")) printSuspects(result.suspects);
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
  warnOfSecrets(result.part.entries, kSecretRecorded, invocation.diagnostics);
  printAsked(settings, result);
  ASSAY_TRY_VOID(writeFileAtomically(file, manifest::writeFragment(result.part)));
  std::cout << partText(result, shownPath(file));
  return exitCodeFor(result);
}

// Beside the whole manifest, which stays as it is and says what bodies were when they were tagged.
Expected<ExitCode> scanChanges(Invocation& invocation, const ScanPlaces& places, scan::ScanOptions& options) {
  const config::Settings& settings = invocation.settings;
  if (settings.flag("check") || options.shard)
    return fail(ErrorCode::Usage,
                "--since and --staged show a part of the manifest: they go with neither --check nor "
                "--shard");
  ASSAY_TRY(const auto asked, askedChanges(settings, places.root, invocation.diagnostics));
  const fs::path whole =
      settings.has("manifest") ? fs::path(settings.text("manifest")) : places.root / "assay.yaml";
  std::error_code ignored;
  if (settings.has("write-to") && fs::equivalent(settings.text("write-to"), whole, ignored))
    return fail(ErrorCode::Usage,
                fmt::format("{} would be replaced by a part of it", visibleText(whole.string())),
                "name another file with -o");
  ASSAY_TRY(const std::optional<Manifest> before, previousManifest(whole, invocation.diagnostics));
  ASSAY_TRY(scan::ScanResult result, scanWithProgress(options, invocation.diagnostics));
  takeOver(before, result.unread, result.manifest, invocation.diagnostics);
  printAsked(settings, result);
  const std::size_t all = result.manifest.functions.size();
  const Manifest changed = onlyChanged(std::move(result.manifest), asked->changes);
  warnOfSecrets(changed.functions, kSecretRecorded, invocation.diagnostics);
  if (settings.has("write-to")) ASSAY_TRY_VOID(writeIfChanged(settings.text("write-to"), changed));
  std::cout << changedText(changed, all, asked->since);
  return exitCodeFor(result);
}

}  // namespace

Expected<ExitCode> scanCommand(Invocation& invocation) {
  ASSAY_TRY(const ScanPlaces places, placesOf(invocation.settings, invocation.arguments));
  ASSAY_TRY(scan::ScanOptions options, scanOptionsOf(invocation.settings, places));
  if (asksForChanges(invocation.settings)) return scanChanges(invocation, places, options);
  if (options.shard) return scanPart(invocation, places, options);
  const bool check = invocation.settings.flag("check");
  ASSAY_TRY(const std::optional<Manifest> before, previousManifest(places.manifest, invocation.diagnostics));
  if (before) ASSAY_TRY_VOID(refuseToNarrow(*before, fromRoot(places), places.manifest));
  ASSAY_TRY(scan::ScanResult result, scanWithProgress(options, invocation.diagnostics));
  Manifest& manifest = result.manifest;
  takeOver(before, result.unread, manifest, invocation.diagnostics);
  warnOfSecrets(manifest.functions, kSecretRecorded, invocation.diagnostics);
  printAsked(invocation.settings, result);
  if (check) return worse(exitCodeFor(result), compareWithDisk(before, manifest, places.manifest));
  ASSAY_TRY_VOID(writeIfChanged(places.manifest, manifest));
  std::cout << summaryText(result, shownPath(places.manifest));
  return exitCodeFor(result);
}

}  // namespace assay::tool
