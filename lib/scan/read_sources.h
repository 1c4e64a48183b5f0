// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reads the files of a tree and keeps those that hold tags, as they were before any guard was inserted. The
// prefilter stands here: a file without the word costs one read and one search.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/manifest.h"
#include "scan/scan.h"
#include "scan/tree_walk.h"
#include "source/outline.h"
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

/// What the comments of a file say, and what there is to say about them.
struct TagNotes {
  std::uint64_t text = 0;  ///< hash64() of the text: they hold for no other
  tag::TagReading reading;
  Diagnostics diagnostics;
};

/// What one read of a file told, and what a cache keeps of it under the file's stamp. It depends on
/// ScanOptions::tags and ScanOptions::skip: a cache keeps them too.
struct FileReading {
  std::size_t bytes = 0;
  bool ofInterest = true;  ///< a possible tag, guards, or an error to repeat: the text is needed each time
  bool leftOut = false;    ///< SkipRules::generated holds; nothing else of it counts
  std::optional<source::Outline> outline;   ///< without guards; nothing = not surveyed yet
  std::vector<std::string> signalHandlers;  ///< namesOfHandlers(), with the outline
  std::optional<TagNotes> tags;             ///< of a file that may have some
};

struct ReadRequest {
  const std::filesystem::path& root;  ///< absolute
  const std::vector<WalkedFile>& files;
  const ScanOptions& options;
  /// Empty, or one per file: what is known of a file that has not changed. A known file that is not
  /// `ofInterest` is not opened.
  std::vector<std::optional<FileReading>> known = {};
};

struct SourceReading {
  std::vector<FileReading> files;    ///< one per file, in their order
  std::vector<TaggedSource> tagged;  ///< in the order of the files
  std::vector<GuardedSource> guarded;
  std::vector<FoundSuspect> suspects;
  std::size_t filesRead = 0;         ///< opened now or known
  std::size_t bytesRead = 0;         ///< of them
  std::size_t generatedLeftOut = 0;  ///< files
  std::vector<std::string> unread;   ///< files that could not be read; a diagnostic says why
  bool complete = true;              ///< false: `unread` is not empty
};

/// Reads each file once. Outlines are made on the way from the first tag on (or from the start, when one is
/// known). Calls options.onProgress from several threads, one at a time.
SourceReading readSources(const ReadRequest& request, Diagnostics& diagnostics);

/// What all files say together.
struct TreeSurvey {
  model::TreeTotals totals;
  std::vector<std::string> signalHandlers;  ///< names, in order
};

/// Of all files of the part (ScanOptions::shard), tagged or not. Completes their outlines in `reading`: files
/// that were read before the first tag was met are read once more. Those that cannot be read count as nothing
/// (readSources has said so).
TreeSurvey surveyTree(const ReadRequest& request, SourceReading& reading);

/// True for text in UTF-16, which no C or C++ compiler reads.
bool isUtf16(std::string_view bytes);

}  // namespace assay::scan
