// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/changed_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "assay/scan_request.h"
#include "assay/scan_summary.h"
#include "provenance/git.h"
#include "provenance/program.h"
#include "scan/file_kind.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using model::AnnotatedFunction;
using provenance::ChangedFiles;
using provenance::Git;

bool isAsked(const config::Settings& settings, std::string_view key) {
  const auto origin = settings.originOf(key);
  return origin && *origin != config::Origin::TopLevel;
}

Expected<ChangedFiles> changedFiles(const config::Settings& settings, const Git& git) {
  if (!isAsked(settings, "since"))
    return provenance::stagedChanges(git.withIndexOf(provenance::ownEnvironment()));
  return provenance::changedSince(git, settings.text("since"));
}

// "" at the repository's root.
std::string prefixOf(const fs::path& root, const Git& git) {
  const std::string below = root.lexically_relative(git.root()).generic_string();
  return below == "." ? std::string() : below + '/';
}

void warnOfTheRest(const ChangedFiles& changed, Diagnostics& diagnostics) {
  for (const std::string& file : changed.notAllStaged)
    diagnostics.warning("assay-scan-012", {file, 0, 0},
                        "the file has changes that are not staged, and they count here, too",
                        "stage them, or set them aside: git stash --keep-index");
}

// A file that cannot be read is the scan's matter.
void addLongTags(const fs::path& root, const tag::ReadOptions& options, provenance::ChangesOfTree& changes) {
  for (const std::string& file : changes.files()) {
    if (scan::kindOf(file) == scan::FileKind::None) continue;
    auto bytes = readFile(root / file);
    if (!bytes || !tag::mayHaveTags(*bytes, options)) continue;
    changes.setLongTags(file, provenance::longTagsOf(source::SourceText(file, *std::move(bytes)), options));
  }
}

std::string entryText(const AnnotatedFunction& entry) {
  const model::Tag& tag = entry.tag;
  std::vector<std::string> said;
  for (const std::string& text : {tag.model.empty() ? tag.tool : tag.model, tag.date})
    if (!text.empty()) said.push_back(visibleText(text));
  if (entry.drift != 0) said.push_back(fmt::format("edited {} % since it was tagged", entry.drift));
  const bool hasOwnTag = entry.tagLine != 0;
  const std::string& file = hasOwnTag && !entry.tagFile.empty() ? entry.tagFile : entry.file;
  std::string text = visiblePlace(file, hasOwnTag ? entry.tagLine : entry.lines.first);
  text += ": " + (entry.name.empty() ? std::string("(no function)") : visibleText(entry.name));
  return said.empty() ? text + '\n' : fmt::format("{} ({})\n", text, join(said, ", "));
}

}  // namespace

bool asksForChanges(const config::Settings& settings) {
  return isAsked(settings, "since") || settings.flag("staged");
}

Expected<std::optional<AskedChanges>> askedChanges(const config::Settings& settings, const fs::path& root,
                                                   Diagnostics& diagnostics) {
  if (!asksForChanges(settings)) return std::optional<AskedChanges>();
  const bool since = isAsked(settings, "since");
  if (since && settings.flag("staged"))
    return fail(ErrorCode::Usage, "--since and --staged are two questions",
                "what is staged is a part of --since HEAD");
  ASSAY_TRY(const Git git, Git::open(root));
  ASSAY_TRY(const ChangedFiles changed, changedFiles(settings, git));
  warnOfTheRest(changed, diagnostics);
  provenance::ChangesOfTree changes(changed, prefixOf(root, git));
  tag::ReadOptions options;
  ASSAY_TRY(options.aliases, aliasesOf(settings));
  addLongTags(root, options, changes);
  return AskedChanges{std::move(changes), since ? "since " + visibleText(settings.text("since"))
                                                : std::string("in what is staged")};
}

model::Manifest onlyChanged(model::Manifest manifest, const provenance::ChangesOfTree& changes) {
  std::erase_if(manifest.functions, [&](const AnnotatedFunction& entry) { return !changes.touch(entry); });
  std::set<std::string> files;
  for (const AnnotatedFunction& entry : manifest.functions) files.insert({entry.file, entry.tagFile});
  std::erase_if(manifest.files, [&](const model::TaggedFile& file) { return !files.contains(file.path); });
  return manifest;
}

std::string changedText(const model::Manifest& changed, std::size_t all, const std::string& since) {
  std::string text;
  for (const AnnotatedFunction& entry : changed.functions) text += entryText(entry);
  return text + fmt::format("{} of {} entries changed {}\n", changed.functions.size(), all, since);
}

}  // namespace assay::tool
