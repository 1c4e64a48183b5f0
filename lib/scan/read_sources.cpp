// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/read_sources.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <system_error>

#include "scan/parallel.h"
#include "source/insertion.h"
#include "source/outline.h"
#include "support/file.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

// What one thread finds out about one file.
struct ReadFile {
  std::size_t bytes = 0;
  std::optional<TaggedSource> tagged;
  std::optional<GuardedSource> guarded;
  std::vector<FoundSuspect> suspects;
  Diagnostics diagnostics;
  bool complete = true;
};

std::string withoutZeroBytes(std::string_view bytes) {
  std::string text(bytes);
  std::erase(text, '\0');
  return text;
}

void readTagged(ReadFile& file, TaggedSource source, const tag::ReadOptions& options) {
  source.reading = tag::readTags(source.text, options, file.diagnostics);
  for (tag::Suspect& suspect : source.reading.suspects)
    file.suspects.push_back(
        {source.path, source.text.positionOf(suspect.span.begin).line, std::move(suspect)});
  source.reading.suspects.clear();
  if (!source.reading.tags.empty()) file.tagged = std::move(source);
}

ReadFile readOne(const fs::path& root, const std::string& path, const tag::ReadOptions& options) {
  ReadFile file;
  auto bytes = readFile(root / path);
  if (!bytes) {
    file.diagnostics.error("assay-scan-004", {path}, bytes.error().message);
    file.complete = false;
    return file;
  }
  file.bytes = bytes->size();
  if (isUtf16(*bytes)) {
    if (!tag::mayHaveTags(withoutZeroBytes(*bytes), options)) return file;
    file.diagnostics.error("assay-scan-005", {path}, "the file is in UTF-16: its tags cannot be read");
    file.complete = false;
    return file;
  }
  const bool overlaid = source::hasInsertions(*bytes);
  const bool maybeTagged = tag::mayHaveTags(*bytes, options);
  if (!overlaid && !maybeTagged) return file;
  std::string text = overlaid ? source::stripInsertions(*bytes) : *std::move(bytes);
  std::error_code ignored;
  const std::string realPath = fs::weakly_canonical(root / path, ignored).string();
  if (overlaid) file.guarded = GuardedSource{realPath, text};
  if (maybeTagged)
    readTagged(file, TaggedSource{path, realPath, source::SourceText(path, std::move(text)), overlaid, {}},
               options);
  if (file.tagged) file.guarded.reset();
  return file;
}

}  // namespace

bool isUtf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  // Without a byte order mark: every second byte of the beginning is zero.
  const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.size(), 64));
  if (head.size() < 8) return false;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  return std::max(zeros[0], zeros[1]) >= head.size() / 2 && std::min(zeros[0], zeros[1]) == 0;
}

SourceReading readSources(const fs::path& root, const std::vector<std::string>& files,
                          const ScanOptions& options, Diagnostics& diagnostics) {
  std::vector<ReadFile> read(files.size());
  std::mutex mutex;
  std::size_t done = 0;
  forEachIndex(files.size(), options.jobs, [&](std::size_t index) {
    read[index] = readOne(root, files[index], options.tags);
    if (!options.onProgress) return;
    const std::scoped_lock lock(mutex);
    options.onProgress({"reading files", ++done, files.size()});
  });
  SourceReading all;
  all.filesRead = files.size();
  for (ReadFile& file : read) {
    all.bytesRead += file.bytes;
    all.complete = all.complete && file.complete;
    diagnostics.append(std::move(file.diagnostics));
    std::ranges::move(file.suspects, std::back_inserter(all.suspects));
    if (file.guarded) all.guarded.push_back(*std::move(file.guarded));
    if (file.tagged) all.tagged.push_back(*std::move(file.tagged));
  }
  return all;
}

model::TreeTotals countTree(const fs::path& root, const std::vector<std::string>& files, unsigned jobs) {
  std::vector<source::Outline> outlines(files.size());
  forEachIndex(files.size(), jobs, [&](std::size_t index) {
    if (const auto bytes = readFile(root / files[index]); bytes && !isUtf16(*bytes))
      outlines[index] =
          source::outlineOf(source::hasInsertions(*bytes) ? source::stripInsertions(*bytes) : *bytes);
  });
  model::TreeTotals totals;
  totals.files = files.size();
  for (const source::Outline& outline : outlines) {
    totals.lines += outline.lines;
    totals.functions += outline.functions;
    totals.functionLines += outline.functionLines;
  }
  return totals;
}

}  // namespace assay::scan
