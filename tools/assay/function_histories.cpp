// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/function_histories.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "provenance/attribute.h"
#include "provenance/git.h"
#include "source/insertion.h"
#include "support/file.h"
#include "support/hash.h"

namespace assay::tool {
namespace {

namespace fs = std::filesystem;
using model::AnnotatedFunction;

class HistoryReader {
 public:
  HistoryReader(const fs::path& root, Diagnostics& diagnostics, const HistoryVisitor& visit)
      : root_(root), diagnostics_(diagnostics), visit_(visit) {}

  bool read(const model::Manifest& manifest) {
    std::map<std::string, std::vector<const AnnotatedFunction*>> byFile;
    for (const model::TaggedFile& file : manifest.files) hashes_[file.path] = file.hash;
    for (const AnnotatedFunction& entry : manifest.functions)
      if (entry.lines.first != 0) byFile[entry.file].push_back(&entry);
    for (const auto& [file, entries] : byFile) readFileOf(file, entries);
    return complete_;
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
    complete_ = false;
    return false;
  }

  void readFileOf(const std::string& file, const std::vector<const AnnotatedFunction*>& entries) {
    if (!isAsScanned(file)) return;
    const auto history = provenance::attributeFile(repositories_, root_ / file, diagnostics_);
    if (!history) sayWhyNot(file, history.error());
    for (const AnnotatedFunction* entry : entries) {
      const model::LineRange lines = entry->covered.first != 0 ? entry->covered : entry->lines;
      visit_(*entry, history ? &*history : nullptr, {lines.first, lines.last});
    }
  }

  void sayWhyNot(const std::string& file, const Error& error) {
    if (provenance::isUntracked(error)) {
      diagnostics_.note("assay-report-002", {file, 0, 0}, error.message);
      return;
    }
    complete_ = false;
    if (said_.insert(error.message).second) diagnostics_.error("assay-report-003", error);
  }

  fs::path root_;
  Diagnostics& diagnostics_;
  const HistoryVisitor& visit_;
  provenance::Repositories repositories_;
  std::map<std::string, std::string> hashes_;  // by file
  std::set<std::string> said_;  // of a repository that cannot be asked once, not for each of its files
  bool complete_ = true;
};

}  // namespace

bool visitHistories(const model::Manifest& manifest, const fs::path& root, Diagnostics& diagnostics,
                    const HistoryVisitor& visit) {
  return HistoryReader(root, diagnostics, visit).read(manifest);
}

}  // namespace assay::tool
