// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/committed_functions.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "provenance/attribute.h"
#include "provenance/committed_lines.h"
#include "provenance/git.h"
#include "source/insertion.h"
#include "support/file.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using model::AnnotatedFunction;

class HistoryReader {
 public:
  HistoryReader(const model::Manifest& manifest, const fs::path& root, Diagnostics& diagnostics)
      : root_(root), diagnostics_(diagnostics) {
    for (const model::TaggedFile& file : manifest.files) hashes_[file.path] = file.hash;
    for (const AnnotatedFunction& entry : manifest.functions)
      if (entry.lines.first != 0) entries_[entry.file].push_back(&entry);
  }

  CommittedFunctions read() {
    for (const auto& [file, entries] : entries_) readFileOf(file, entries);
    return std::move(made_);
  }

 private:
  // The manifest's lines are those of the file that was scanned.
  bool isAsScanned(const std::string& file) {
    const auto bytes = readFile(root_ / file);
    if (!bytes) return refuse({file, 0, 0}, bytes.error());
    const std::string plain = source::hasInsertions(*bytes) ? source::stripInsertions(*bytes) : *bytes;
    if (contentHash(plain) == hashes_[file]) return true;
    return refuse({file, 0, 0},
                  Error{ErrorCode::Input, "the file is not what was scanned", {}, "run assay scan again"});
  }

  bool refuse(Location where, Error error) {
    error.where = std::move(where);
    diagnostics_.error("assay-report-001", error);
    made_.complete = false;
    return false;
  }

  void readFileOf(const std::string& file, const std::vector<const AnnotatedFunction*>& entries) {
    if (!isAsScanned(file)) return;
    for (const AnnotatedFunction* entry : entries) made_.lines[entry];
    const auto history = provenance::attributeFile(repositories_, root_ / file, diagnostics_);
    if (!history) return withoutHistory(file, history.error());
    for (const AnnotatedFunction* entry : entries) {
      const model::LineRange lines = entry->covered.first != 0 ? entry->covered : entry->lines;
      if (provenance::isCutOff(*history, {lines.first, lines.last})) made_.complete = false;
      for (const auto& piece : provenance::committedLines(*history, {lines.first, lines.last}))
        made_.lines[entry].push_back({piece.revision, piece.path, {piece.lines.first, piece.lines.last}});
    }
  }

  void withoutHistory(const std::string& file, const Error& error) {
    if (provenance::isUntracked(error)) {
      diagnostics_.note("assay-report-002", {file, 0, 0}, error.message);
      return;
    }
    made_.complete = false;
    if (said_.insert(error.message).second) diagnostics_.error("assay-report-003", error);
  }

  fs::path root_;
  Diagnostics& diagnostics_;
  provenance::Repositories repositories_;
  std::map<std::string, std::string> hashes_;                             // by file
  std::map<std::string, std::vector<const AnnotatedFunction*>> entries_;  // by file
  std::set<std::string> said_;  // of a repository that cannot be asked once, not for each of its files
  CommittedFunctions made_;
};

}  // namespace

CommittedFunctions committedFunctions(const model::Manifest& manifest, const fs::path& root,
                                      Diagnostics& diagnostics) {
  return HistoryReader(manifest, root, diagnostics).read();
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
