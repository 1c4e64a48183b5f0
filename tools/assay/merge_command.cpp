// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay merge`: the parts that `assay scan --shard` made -> the manifest that one scan of the whole tree
// would have made, or the reason why they make none.
#include <fmt/format.h>

#include <iostream>
#include <iterator>
#include <utility>

#include "assay/command.h"
#include "assay/fresh_manifest.h"
#include "assay/scan_summary.h"
#include "manifest/check_parts.h"
#include "manifest/fragment.h"
#include "scan/assemble.h"
#include "support/file.h"

namespace assay::tool {

extern const VerbHelp kMergeHelp{
    "merge", "FILE", "the parts that `assay scan --shard` made: all of them",
    "  assay scan --shard 1/2          # on one machine\n"
    "  assay scan --shard 2/2          # on another\n"
    "  assay merge assay.*-of-2.yaml   # where both files are; writes assay.yaml\n"};

namespace {

namespace fs = std::filesystem;
using model::Manifest;

// What a scan in one go knows besides the manifest.
struct Whole {
  std::vector<model::Fragment> parts;
  std::vector<std::string> unread;
  bool complete = true;
};

Expected<std::vector<manifest::Part>> readParts(Invocation& invocation) {
  if (invocation.arguments.empty())
    return fail(ErrorCode::Usage, "merge needs the parts of a scan", "assay merge assay.*-of-3.yaml");
  std::vector<manifest::Part> parts;
  for (const std::string& file : invocation.arguments) {
    ASSAY_TRY(const std::string text, readFile(file));
    ASSAY_TRY(model::Fragment fragment, manifest::readFragment(text, file, invocation.diagnostics));
    parts.push_back({file, std::move(fragment)});
  }
  return parts;
}

Whole wholeOf(std::vector<manifest::Part> parts) {
  Whole whole;
  for (manifest::Part& part : parts) {
    whole.complete = whole.complete && part.fragment.complete;
    std::ranges::copy(part.fragment.unread, std::back_inserter(whole.unread));
    whole.parts.push_back(std::move(part.fragment));
  }
  return whole;
}

fs::path targetOf(const config::Settings& settings) {
  if (settings.has("write-to")) return settings.text("write-to");
  return settings.has("manifest") ? settings.text("manifest") : std::string("assay.yaml");
}

std::string mergedText(std::size_t parts, const Manifest& manifest, const fs::path& file) {
  return fmt::format(
      "{} part(s): {} entries in {} file(s)\nmanifest: {}\nnext:     assay report | assay instrument "
      "--diff\n",
      parts, manifest.functions.size(), manifest.files.size(), shownPath(file));
}

}  // namespace

Expected<ExitCode> mergeCommand(Invocation& invocation) {
  ASSAY_TRY(std::vector<manifest::Part> parts, readParts(invocation));
  Diagnostics findings;
  manifest::checkParts(parts, findings);
  const bool fit = !findings.hasErrors();
  invocation.diagnostics.append(std::move(findings));
  if (!fit) return ExitCode::Findings;
  const fs::path file = targetOf(invocation.settings);
  ASSAY_TRY(const std::optional<Manifest> before, previousManifest(file, invocation.diagnostics));
  if (before) ASSAY_TRY_VOID(refuseToNarrow(*before, parts.front().fragment.paths, file));
  const std::size_t count = parts.size();
  Whole whole = wholeOf(std::move(parts));
  Diagnostics said;
  Manifest manifest = scan::assemble(std::move(whole.parts), said);
  said.sortAndUnique();
  invocation.diagnostics.append(std::move(said));
  takeOver(before, whole.unread, manifest, invocation.diagnostics);
  const ExitCode complete = whole.complete ? ExitCode::Done : ExitCode::Incomplete;
  if (invocation.settings.flag("check")) return worse(complete, compareWithDisk(before, manifest, file));
  ASSAY_TRY_VOID(writeIfChanged(file, manifest));
  std::cout << mergedText(count, manifest, file);
  return complete;
}

}  // namespace assay::tool
