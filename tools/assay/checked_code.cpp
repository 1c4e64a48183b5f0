// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/checked_code.h"

#include <system_error>
#include <utility>

#include "assay/fresh_manifest.h"
#include "assay/scan_request.h"
#include "assay/scan_summary.h"
#include "manifest/manifest.h"
#include "support/file.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTagDiagnostics = "assay-tag-";

fs::path folderOf(const fs::path& manifest) {
  std::error_code ignored;
  return fs::weakly_canonical(fs::absolute(manifest, ignored), ignored).parent_path();
}

// Where the manifest is, or would be.
fs::path manifestToBe(const config::Settings& settings) {
  const auto path = manifestPath(settings);
  return path ? *path : fs::current_path() / "assay.yaml";
}

// Notes on what was not taken for a tag are no matter of a gate.
policy::Scanned takeTagDiagnostics(const Diagnostics& said, Diagnostics& rest) {
  policy::Scanned scanned;
  for (const Diagnostic& one : said.all()) {
    const bool ofTag = one.id.starts_with(kTagDiagnostics) && one.severity != Severity::Note;
    (ofTag ? scanned.ofTags : rest).add(one);
  }
  return scanned;
}

std::string differenceFrom(const std::optional<model::Manifest>& before, const model::Manifest& now,
                           const fs::path& file) {
  if (!before) return "there is no manifest";
  const auto onDisk = readFile(file);
  if (onDisk && *onDisk == manifest::writeManifest(now)) return {};
  const std::string text = differenceText(*before, now, "the manifest");
  return text.substr(0, text.find('\n'));
}

Expected<CheckedCode> scannedCode(Invocation& invocation) {
  const fs::path file = manifestToBe(invocation.settings);
  ASSAY_TRY(const config::Settings settings, scanSettings(invocation.settings));
  ASSAY_TRY(const ScanPlaces places, placesOf(settings, {folderOf(file).string()}));
  ASSAY_TRY(scan::ScanOptions options, scanOptionsOf(settings, places));
  ASSAY_TRY(const std::optional<model::Manifest> before, previousManifest(file, invocation.diagnostics));
  Diagnostics said;
  ASSAY_TRY(scan::ScanResult result, scanWithProgress(options, said));
  CheckedCode code{std::move(result.manifest), places.root};
  code.scanned = takeTagDiagnostics(said, invocation.diagnostics);
  takeOver(before, result.unread, code.manifest, invocation.diagnostics);
  code.scanned->manifestFile = file.filename().string();
  code.scanned->difference = differenceFrom(before, code.manifest, file);
  code.complete = result.complete;
  return code;
}

}  // namespace

Expected<config::Settings> scanSettings(const config::Settings& ofCheck) {
  config::Settings settings;
  if (const auto file = config::findConfigFile(fs::current_path())) {
    ASSAY_TRY(settings, config::readConfigFile(*file, "scan"));
  }
  for (const std::string_view key : {"build-folder", "jobs"})
    if (const auto origin = ofCheck.originOf(key); origin && *origin != config::Origin::TopLevel)
      settings.set(key, {ofCheck.text(key)}, *origin);
  return settings;
}

Expected<CheckedCode> checkedCode(Invocation& invocation) {
  if (invocation.settings.flag("scan")) return scannedCode(invocation);
  ASSAY_TRY(const fs::path path, manifestPath(invocation.settings));
  ASSAY_TRY(model::Manifest manifest, manifest::loadManifest(path, invocation.diagnostics));
  return CheckedCode{std::move(manifest), folderOf(path)};
}

}  // namespace assay::tool
