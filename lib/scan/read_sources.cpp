// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/read_sources.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <system_error>

#include "scan/file_reader.h"
#include "scan/signal_names.h"
#include "source/insertion.h"
#include "source/outline.h"
#include "support/hash.h"
#include "support/parallel.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

// What one thread finds in one file beyond its FileReading: nothing for nearly all of them.
struct Findings {
  std::optional<TaggedSource> tagged;
  std::optional<GuardedSource> guarded;
  std::vector<FoundSuspect> suspects;
  Diagnostics diagnostics;
  bool readable = true;
};

std::string withoutZeroBytes(std::string_view bytes) {
  std::string text(bytes);
  std::erase(text, '\0');
  return text;
}

// The file may have changed since its stamp was taken.
void bringUpToDate(std::optional<TagNotes>& notes, const source::SourceText& text,
                   const tag::ReadOptions& options) {
  const std::uint64_t hash = hash64(text.bytes());
  if (notes && notes->text == hash) return;
  TagNotes& fresh = notes.emplace();
  fresh.text = hash;
  fresh.reading = tag::readTags(text, options, fresh.diagnostics);
}

void takeTags(Findings& file, TaggedSource source, const TagNotes& notes) {
  source.reading.tags = notes.reading.tags;
  file.diagnostics = notes.diagnostics;
  for (const tag::Suspect& suspect : notes.reading.suspects)
    file.suspects.push_back({source.path, source.text.positionOf(suspect.span.begin).line, suspect});
  if (!source.reading.tags.empty()) file.tagged = std::move(source);
}

// What counts for the tree as a whole.
void survey(std::string_view bytes, FileReading& reading) {
  reading.outline = source::Outline{};
  reading.signalHandlers.clear();
  if (isUtf16(bytes)) return;
  const std::string stripped = source::hasInsertions(bytes) ? source::stripInsertions(bytes) : std::string();
  const std::string_view text = stripped.empty() ? bytes : std::string_view(stripped);
  reading.outline = source::outlineOf(text);
  reading.signalHandlers = namesOfHandlers(text);
}

class Reading {
 public:
  explicit Reading(const ReadRequest& request)
      : request_(request), root_(::open(request.root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    for (const auto& known : request.known)
      if (known && known->ofInterest) counting_ = true;
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() {
    if (root_ >= 0) ::close(root_);
  }

  // Nothing when there is no more to say than `reading` does.
  std::unique_ptr<Findings> readOne(std::size_t index, FileReading& reading) {
    const FileReading* known = knownOf(index);
    if (known != nullptr) reading = *known;
    if (known != nullptr && !known->ofInterest) return nullptr;
    const auto bytes = bytesOf(index);
    if (!bytes) return unreadable(index, "assay-scan-004", bytes.error().message);
    reading.bytes = bytes->size();
    reading.leftOut = request_.options.skip.generated && saysGenerated(*bytes);
    std::unique_ptr<Findings> findings = reading.leftOut ? nullptr : look(index, *bytes, reading.tags);
    reading.ofInterest = findings != nullptr;
    if (findings != nullptr && findings->tagged) counting_ = true;
    if (reading.leftOut)
      reading.outline = source::Outline{};
    else if (counting_ && !reading.outline)
      survey(*bytes, reading);
    return findings;
  }

  void countOne(std::size_t index, FileReading& reading) {
    if (reading.outline) return;
    const auto bytes = bytesOf(index);
    survey(bytes ? *bytes : std::string_view(), reading);
  }

 private:
  [[nodiscard]] const std::string& pathOf(std::size_t index) const { return request_.files[index].path; }
  [[nodiscard]] const FileReading* knownOf(std::size_t index) const {
    return request_.known.empty() || !request_.known[index] ? nullptr : &*request_.known[index];
  }

  // Until the same thread asks for the next ones.
  [[nodiscard]] Expected<std::string_view> bytesOf(std::size_t index) const {
    static thread_local FileReader reader;
    const FileStamp& stamp = request_.files[index].stamp;
    if (stamp == FileStamp{} && !stampOf((request_.root / pathOf(index)).native()))
      return fail(ErrorCode::Input, whyNoFile(request_.root / pathOf(index)));
    return reader.read(root_, pathOf(index).c_str(), stamp.size);
  }

  [[nodiscard]] std::unique_ptr<Findings> unreadable(std::size_t index, std::string_view id,
                                                     std::string why) const {
    auto findings = std::make_unique<Findings>();
    findings->diagnostics.error(std::string(id), {pathOf(index)}, std::move(why));
    findings->readable = false;
    return findings;
  }

  // Something when the file's text is needed: it may be tagged, holds guards, or is an error. `notes`, as
  // far as they are known, are completed for a file that may be tagged.
  [[nodiscard]] std::unique_ptr<Findings> look(std::size_t index, std::string_view bytes,
                                               std::optional<TagNotes>& notes) const {
    const tag::ReadOptions& options = request_.options.tags;
    if (isUtf16(bytes)) {
      if (!tag::mayHaveTags(withoutZeroBytes(bytes), options)) return nullptr;
      return unreadable(index, "assay-scan-005", "the file is in UTF-16 or UTF-32: its tags cannot be read");
    }
    const bool overlaid = source::hasInsertions(bytes);
    const bool maybeTagged = tag::mayHaveTags(bytes, options);
    if (!overlaid && !maybeTagged) return nullptr;
    auto findings = std::make_unique<Findings>();
    std::string text = overlaid ? source::stripInsertions(bytes) : std::string(bytes);
    std::error_code ignored;
    const std::string realPath = fs::weakly_canonical(request_.root / pathOf(index), ignored).string();
    if (overlaid) findings->guarded = GuardedSource{realPath, text};
    if (maybeTagged) {
      TaggedSource source{
          pathOf(index), realPath, source::SourceText(pathOf(index), std::move(text)), overlaid, {}};
      bringUpToDate(notes, source.text, options);
      takeTags(*findings, std::move(source), *notes);
    }
    if (findings->tagged) findings->guarded.reset();
    return findings;
  }

  static std::string whyNoFile(const fs::path& path) {
    std::error_code error;
    if (fs::exists(path, error)) return "cannot read: not a regular file";
    return "cannot open: " + std::make_error_code(std::errc::no_such_file_or_directory).message();
  }

  const ReadRequest& request_;
  int root_;
  std::atomic<bool> counting_{false};
};

void absorb(Findings&& file, const std::string& path, SourceReading& all, Diagnostics& diagnostics) {
  if (!file.readable) all.unread.push_back(path);
  diagnostics.append(std::move(file.diagnostics));
  std::ranges::move(file.suspects, std::back_inserter(all.suspects));
  if (file.guarded) all.guarded.push_back(*std::move(file.guarded));
  if (file.tagged) all.tagged.push_back(*std::move(file.tagged));
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

SourceReading readSources(const ReadRequest& request, Diagnostics& diagnostics) {
  const std::size_t count = request.files.size();
  SourceReading all;
  all.filesRead = count;
  all.files.resize(count);
  std::vector<std::unique_ptr<Findings>> found(count);
  Reading reading(request);
  std::mutex mutex;
  std::atomic<std::size_t> done{0};
  constexpr std::size_t kStride = 128;  // a file takes microseconds: nobody wants to hear of each
  forEachIndex(count, request.options.jobs, [&](std::size_t index) {
    found[index] = reading.readOne(index, all.files[index]);
    const std::size_t now = ++done;
    if (!request.options.onProgress || (now % kStride != 0 && now != count)) return;
    const std::scoped_lock lock(mutex);
    request.options.onProgress({"reading files", now, count});
  });
  for (std::size_t i = 0; i < count; ++i) {
    all.bytesRead += all.files[i].bytes;
    all.generatedLeftOut += all.files[i].leftOut ? 1 : 0;
    if (found[i] != nullptr) absorb(std::move(*found[i]), request.files[i].path, all, diagnostics);
  }
  all.complete = all.unread.empty();
  return all;
}

TreeSurvey surveyTree(const ReadRequest& request, SourceReading& reading) {
  Reading again(request);
  const model::Shard shard = request.options.shard.value_or(model::Shard{});
  const auto counts = [&](std::size_t index) { return model::owns(shard, request.files[index].path); };
  forEachIndex(reading.files.size(), request.options.jobs, [&](std::size_t index) {
    if (counts(index)) again.countOne(index, reading.files[index]);
  });
  TreeSurvey tree;
  std::set<std::string> handlers;
  for (std::size_t i = 0; i < reading.files.size(); ++i) {
    const FileReading& file = reading.files[i];
    if (!counts(i)) continue;
    tree.totals.files += file.leftOut ? 0 : 1;
    tree.totals.lines += file.outline->lines;
    tree.totals.functions += file.outline->functions;
    tree.totals.functionLines += file.outline->functionLines;
    handlers.insert(file.signalHandlers.begin(), file.signalHandlers.end());
  }
  tree.signalHandlers.assign(handlers.begin(), handlers.end());
  return tree;
}

}  // namespace assay::scan
