// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Puts the steps together: comments, runs, marks, then run by run the heads, region markers, bodies and
// suspects.
#include "tag/read_tags.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "source/comments.h"
#include "support/strings.h"
#include "tag/complaints.h"
#include "tag/fields.h"
#include "tag/head.h"
#include "tag/line_marks.h"
#include "tag/reach.h"
#include "tag/regions.h"
#include "tag/runs.h"
#include "tag/segments.h"
#include "tag/suspects.h"

namespace assay::tag {
namespace {

using source::Span;

// What a comment line opens or closes, if anything.
struct Opening {
  std::optional<Head> head;
  std::optional<RegionMarker> marker;

  [[nodiscard]] bool any() const { return head.has_value() || marker.has_value(); }
};

struct ReadTag {
  model::Tag tag;
  Span span;
  std::size_t lines = 1;
  bool wholeFile = false;
  bool opensWithText = false;  // its first field has no key
  std::vector<FieldPlace> fields = {};
};

class TagReader {
 public:
  TagReader(const source::SourceText& text, const ReadOptions& options, Diagnostics& diagnostics)
      : text_(text),
        options_(options),
        diagnostics_(diagnostics),
        comments_(source::findComments(text.bytes())) {}

  TagReading read() {
    runs_ = groupRuns(text_, comments_);
    markSamples(text_, runs_);
    markIgnored(text_, runs_, diagnostics_);
    FileHead fileHead(text_, runs_);
    fileHead_ = &fileHead;
    for (run_ = 0; run_ < runs_.runs.size(); ++run_) {
      const std::size_t tags = reading_.tags.size();
      const std::size_t suspects = reading_.suspects.size();
      readRun(runs_.runs[run_]);
      if (reading_.tags.size() > tags) reading_.suspects.resize(suspects);
    }
    pairRegions(text_, markers_, reading_.tags, diagnostics_);
    return std::move(reading_);
  }

 private:
  void readRun(const Run& run) {
    openings_.assign(run.endLine - run.firstLine, {});
    for (std::size_t i = run.firstLine; i < run.endLine; ++i)
      openings_[i - run.firstLine] = openingOf(runs_.lines[i]);
    current_.reset();
    snippet_.reset();
    bareRegion_ = false;
    for (std::size_t i = run.firstLine; i < run.endLine;) {
      const Opening& opening = openings_[i - run.firstLine];
      if (opening.marker)
        i += readMarker(run, i, *opening.marker);
      else if (opening.head)
        i += readHead(run, i, *opening.head);
      else
        i += readOther(i);
    }
  }

  [[nodiscard]] Opening openingOf(const Line& line) const {
    if (!line.mayOpenTag()) return {};
    const std::string_view words = text_.slice(line.text);
    if (auto marker = matchRegionMarker(words)) return {std::nullopt, marker};
    auto head = matchHead(words, options_);
    if (head && head->follows == Follows::Prose) return {};
    return {head, std::nullopt};
  }

  // The lines that a tag beginning at `first` may reach: up to the next opening or the end of the run.
  [[nodiscard]] std::span<const Line> reachable(const Run& run, std::size_t first) const {
    std::size_t end = first + 1;
    while (end < run.endLine && !openings_[end - run.firstLine].any() && !runs_.lines[end].ignored) ++end;
    return std::span(runs_.lines).subspan(first, end - first);
  }

  ReadTag readAt(std::span<const Line> lines, Span head, model::Authorship authorship,
                 Diagnostics& diagnostics) {
    const Body body = readBody({text_, lines, head.end}, diagnostics);
    ReadTag result{readFields(text_, authorship, body.segments, diagnostics),
                   {head.begin, std::max(body.end, head.end)},
                   body.lines};
    result.span.end = head.begin + trimRight(text_.slice(result.span)).size();
    result.opensWithText = !body.segments.empty() && !body.segments.front().key;
    if (options_.fields) result.fields = placesOf(body.segments);
    return result;
  }

  static std::vector<FieldPlace> placesOf(const std::vector<Segment>& segments) {
    std::vector<FieldPlace> places;
    for (const Segment& segment : segments) {
      const bool keyed = segment.key.has_value();
      places.push_back({keyed ? segment.key->name : std::string(),
                        {keyed ? segment.keySpan.begin : segment.span.begin,
                         std::max(segment.span.end, keyed ? segment.keySpan.end : 0)}});
    }
    return places;
  }

  void complain(Complaint complaint) { add(diagnostics_, text_, std::move(complaint)); }

  void noteProse(Span head) {
    complain({complaint::kProse, head, "this reads like running text and is not taken for a tag",
              "write `AI-generated: no` for code without AI, or name a model", Severity::Note});
  }

  std::size_t readHead(const Run& run, std::size_t first, const Head& head) {
    const std::size_t line = runs_.lines[first].text.begin;
    const Span word{line + head.begin, line + head.end};
    if (head.follows == Follows::Negation) {
      noteProse(word);
      return 1;
    }
    const std::size_t fields =
        head.follows == Follows::Nothing ? runs_.lines[first].text.end : line + head.fields;
    Diagnostics found;
    ReadTag tag = readAt(reachable(run, first), {word.begin, fields}, head.authorship, found);
    if (!counts(run, first, head, tag.tag)) {
      if (head.colon) noteProse(word);
      return 1;
    }
    diagnostics_.append(std::move(found));
    if (head.follows == Follows::Nothing && tag.lines == 1) tag.span.end = line + head.end;
    tag.wholeFile = head.wholeFile;
    const std::size_t lines = tag.lines;
    place(run, std::move(tag), first);
    return lines;
  }

  // A sentence that happens to break before a head word is no tag, unless it names something.
  [[nodiscard]] bool counts(const Run& run, std::size_t first, const Head& head,
                            const model::Tag& tag) const {
    if (saysSomething(tag)) return true;
    if (head.needsKeys) return false;
    if (first == run.firstLine) return true;
    const Line& before = runs_.lines[first - 1];
    return openings_[first - 1 - run.firstLine].any() || !breaksOff(text_.slice(before.text));
  }

  // A further tag of a run stacks onto the one before.
  void place(const Run& run, ReadTag tag, std::size_t first) {
    const Reach reach = fileHead_->reachOf(run_, tag.tag, tag.wholeFile);
    if (current_) {
      TagOccurrence& occurrence = reading_.tags[*current_];
      if (bareRegion_) return fillRegion(occurrence, std::move(tag), first);
      occurrence.history.push_back(std::exchange(occurrence.tag, std::move(tag.tag)));
      occurrence.span = tag.span;
      occurrence.fields = std::move(tag.fields);
      if (reach == Reach::File && occurrence.reach == Reach::Declaration) occurrence.reach = reach;
      return;
    }
    TagOccurrence occurrence;
    occurrence.tag = std::move(tag.tag);
    occurrence.fields = std::move(tag.fields);
    occurrence.span = tag.span;
    occurrence.run = run.span;
    occurrence.trailing = run.trailing;
    occurrence.reach = snippet_ ? Reach::RegionBegin : reach;
    current_ = reading_.tags.size();
    if (snippet_) markers_[*snippet_].tag = current_;
    reading_.tags.push_back(std::move(occurrence));
  }

  // A begin marker that names nothing, with a tag below it: the tag is the region's.
  void fillRegion(TagOccurrence& occurrence, ReadTag tag, std::size_t first) {
    bareRegion_ = false;
    occurrence.tag = std::move(tag.tag);
    occurrence.fields = std::move(tag.fields);
    occurrence.span.end = tag.span.end;
    markers_.back().comment.end = comments_[runs_.lines[first + tag.lines - 1].comment].span.end;
  }

  // "[BEGIN AI-GENERATED] LOOKUP": one word behind a marker is a title, not a model nobody knows.
  static void titleToNote(model::Tag& tag) {
    if (tag.model.empty()) return;
    tag.note = tag.note.empty() ? tag.model : tag.model + ", " + tag.note;
    tag.model.clear();
  }

  std::size_t readMarker(const Run& run, std::size_t first, const RegionMarker& marker) {
    const Line& line = runs_.lines[first];
    PlacedMarker placed{marker.kind, line.text, comments_[line.comment].span, std::nullopt};
    if (marker.kind != MarkerKind::Begin) {
      if (marker.kind == MarkerKind::SnippetBegin) snippet_ = markers_.size();
      if (marker.kind == MarkerKind::End) current_.reset();
      if (marker.kind == MarkerKind::SnippetBegin) placed.comment.end = run.span.end;
      markers_.push_back(placed);
      return 1;
    }
    const Span words{line.text.begin, line.text.begin + marker.fields};
    ReadTag tag = readAt(reachable(run, first), words, marker.authorship, diagnostics_);
    if (tag.opensWithText && tag.tag.normalizedModel.empty()) titleToNote(tag.tag);
    TagOccurrence occurrence;
    occurrence.tag = tag.tag;
    occurrence.fields = std::move(tag.fields);
    occurrence.span = {words.begin, std::max(tag.span.end, words.end)};
    occurrence.run = run.span;
    occurrence.trailing = run.trailing;
    occurrence.reach = Reach::RegionBegin;
    placed.comment.end = comments_[runs_.lines[first + tag.lines - 1].comment].span.end;
    placed.tag = current_ = reading_.tags.size();
    bareRegion_ = !saysSomething(tag.tag);
    markers_.push_back(placed);
    reading_.tags.push_back(std::move(occurrence));
    return tag.lines;
  }

  // A line that opens nothing: perhaps a misspelt head, perhaps a suspect.
  std::size_t readOther(std::size_t index) {
    const Line& line = runs_.lines[index];
    if (line.commentedOut || line.sample || line.ignored || line.text.empty()) return 1;
    const std::string_view words = text_.slice(line.text);
    if (const auto meant = line.spliced ? std::nullopt : misspeltHead(words))
      complain({complaint::kMisspeltHead, line.text, "this looks like a misspelt tag",
                "did you mean \"" + std::string(*meant) + "\"?", Severity::Warning});
    if (!options_.suspects) return 1;
    if (auto suspect = suspectOf(words)) {
      suspect->span = line.text;
      reading_.suspects.push_back(*std::move(suspect));
    }
    return 1;
  }

  const source::SourceText& text_;
  const ReadOptions& options_;
  Diagnostics& diagnostics_;
  std::vector<source::Comment> comments_;
  RunList runs_;
  FileHead* fileHead_ = nullptr;
  TagReading reading_;
  std::vector<PlacedMarker> markers_;
  std::vector<Opening> openings_;  // of the run's lines
  std::size_t run_ = 0;
  bool bareRegion_ = false;             // `current_` is a region that names nothing yet
  std::optional<std::size_t> current_;  // the run's occurrence, onto which further tags stack
  std::optional<std::size_t> snippet_;  // the run's SPDX snippet, which the run's tag turns into a region
};

}  // namespace

TagReading readTags(const source::SourceText& text, const ReadOptions& options, Diagnostics& diagnostics) {
  return TagReader(text, options, diagnostics).read();
}

}  // namespace assay::tag
