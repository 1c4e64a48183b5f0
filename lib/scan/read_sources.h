// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads the files of a tree and keeps those that hold tags, as they were before any guard was inserted. The
// prefilter stands here: a file without the word costs one read and one search.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "model/manifest.h"
#include "scan/scan.h"
#include "source/source_text.h"
#include "support/diagnostics.h"
#include "tag/read_tags.h"

namespace assay::scan {

/// A file with at least one tag.
struct TaggedSource {
  std::string path;         ///< root-relative
  std::string realPath;     ///< absolute, without symbolic links
  source::SourceText text;  ///< without insertions; its name is `path`
  bool overlaid = false;    ///< the text differs from what lies on disk
  tag::TagReading reading;
};

/// A file without a tag that holds guards all the same: it defines a function whose tag stands elsewhere.
struct GuardedSource {
  std::string realPath;
  std::string text;  ///< without the guards
};

struct SourceReading {
  std::vector<TaggedSource> tagged;  ///< in the order of the files
  std::vector<GuardedSource> guarded;
  std::vector<FoundSuspect> suspects;
  std::size_t filesRead = 0;
  std::size_t bytesRead = 0;
  bool complete = true;  ///< false: some file could not be read; a diagnostic says which
};

/// `files` are relative to the absolute `root`. Calls options.onProgress from several threads, one at a time.
SourceReading readSources(const std::filesystem::path& root, const std::vector<std::string>& files,
                          const ScanOptions& options, Diagnostics& diagnostics);

/// Counts all files, tagged or not; those that cannot be read count as nothing (readSources has said so).
model::TreeTotals countTree(const std::filesystem::path& root, const std::vector<std::string>& files,
                            unsigned jobs);

/// True for text in UTF-16, which no C or C++ compiler reads.
bool isUtf16(std::string_view bytes);

}  // namespace assay::scan
