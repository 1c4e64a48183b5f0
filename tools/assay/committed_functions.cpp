// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/committed_functions.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "assay/function_histories.h"
#include "provenance/committed_lines.h"
#include "provenance/git.h"
#include "provenance/reconcile.h"
#include "support/strings.h"

namespace assay::tool {

namespace fs = std::filesystem;
using model::AnnotatedFunction;
using provenance::FileAttribution;
using provenance::LineRange;

namespace {

// Paths of a manifest as the repository has them that a file is in: of a submodule's that is another one.
class RepositoryPaths {
 public:
  explicit RepositoryPaths(const fs::path& root) : root_(fs::weakly_canonical(root)) {}

  // Where there is no repository, as the manifest has it.
  std::string of(const std::string& file) {
    const fs::path whole = root_ / file;
    const auto [known, isNew] = roots_.try_emplace(whole.parent_path());
    if (isNew)
      if (const auto git = provenance::Git::open(whole.parent_path())) known->second = git->root();
    return known->second.empty() ? file : whole.lexically_relative(known->second).generic_string();
  }

 private:
  fs::path root_;
  std::map<fs::path, fs::path> roots_;  // by folder; empty = of no repository
};

}  // namespace

CommittedFunctions committedFunctions(const model::Manifest& manifest, const fs::path& root,
                                      Diagnostics& diagnostics) {
  CommittedFunctions made;
  RepositoryPaths paths(root);
  const auto take = [&](const AnnotatedFunction& entry, const FileAttribution* history, LineRange lines) {
    auto& pieces = made.lines[&entry];
    if (history == nullptr) {
      pieces.push_back({"", paths.of(entry.file), {lines.first, lines.last}});
      return;
    }
    if (provenance::isCutOff(*history, lines)) made.complete = false;
    for (const auto& piece : provenance::committedLines(*history, lines))
      pieces.push_back({piece.revision, piece.path, {piece.lines.first, piece.lines.last}});
  };
  const bool asked = visitHistories(manifest, root, diagnostics, take);
  made.complete = made.complete && asked;
  return made;
}

ReconciledFunctions reconciledFunctions(const model::Manifest& manifest, const fs::path& root,
                                        Diagnostics& diagnostics) {
  ReconciledFunctions made;
  const auto take = [&](const AnnotatedFunction& entry, const FileAttribution* history, LineRange lines) {
    if (history == nullptr) return;
    if (provenance::isCutOff(*history, lines)) made.complete = false;
    made.sources[&entry] = provenance::reconcile(entry.tag, *history, lines);
  };
  const bool asked = visitHistories(manifest, root, diagnostics, take);
  made.complete = made.complete && asked;
  return made;
}

Expected<std::set<std::string>> revisionsIn(const std::string& range, const fs::path& folder) {
  if (range.starts_with('-') || !range.contains(".."))
    return fail(ErrorCode::Usage,
                fmt::format("--trailers takes a range of commits, not `{}`", visibleText(range)),
                "for example --trailers main..HEAD");
  ASSAY_TRY(const provenance::Git git, provenance::Git::open(folder));
  const Expected<std::string> listed = git.ask({"rev-list", range, "--"});
  if (!listed)
    return fail(ErrorCode::Input, fmt::format("git does not know all commits of `{}`", visibleText(range)),
                "fetch them: git fetch, with --unshallow in a shallow clone");
  const std::string& printed = *listed;
  std::set<std::string> revisions;
  for (const std::string_view line : split(printed, '\n'))
    if (!line.empty()) revisions.emplace(line);
  return revisions;
}

}  // namespace assay::tool
