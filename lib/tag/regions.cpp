// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/regions.h"

#include <algorithm>

#include "support/strings.h"
#include "tag/complaints.h"
#include "tag/head.h"
#include "tag/separators.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

constexpr std::string_view kBeginWords[] = {"begin", "begins", "start", "starts", "beginning"};
constexpr std::string_view kEndWords[] = {"end", "ends", "stop", "stops", "finish", "finishes"};
constexpr std::string_view kThings[] = {"code", "section", "block", "region", "part", "content"};

// Reads a marker word by word; `at` is behind what has been taken.
struct MarkerWords {
  std::string_view line;
  std::size_t at = 0;

  void skipBlanks() {
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '_')) ++at;
  }
  bool take(std::span<const std::string_view> words) {
    skipBlanks();
    std::size_t end = at;
    while (end < line.size() && isAlpha(line[end])) ++end;
    if (!isOneOf(line.substr(at, end - at), words)) return false;
    at = end;
    return true;
  }
  bool take(std::string_view word) { return take(std::span(&word, 1)); }

  // "AI-generated", "AI code", "AI": at least one of them; says whether code or authorship was named with it.
  bool takeAi(model::Authorship& authorship) {
    skipBlanks();
    if (const std::size_t length = headWord(line.substr(at), authorship)) {
      at += length;
      take(kThings);
      return true;
    }
    const std::size_t start = at;
    if (take("ai")) {
      if (at < line.size() && line[at] == '-') ++at;
      if (take(kThings)) return true;
    }
    at = start;
    return false;
  }
};

std::optional<MarkerKind> sideFirst(MarkerWords& words, model::Authorship& authorship) {
  const bool begin = words.take(kBeginWords);
  if (!begin && !words.take(kEndWords)) return std::nullopt;
  if (words.take("of")) words.take("the");
  if (words.at < words.line.size() && (words.line[words.at] == ':' || words.line[words.at] == '-'))
    ++words.at;
  if (!words.takeAi(authorship)) return std::nullopt;
  return begin ? MarkerKind::Begin : MarkerKind::End;
}

std::optional<MarkerKind> sideLast(MarkerWords& words, model::Authorship& authorship) {
  if (!words.takeAi(authorship)) return std::nullopt;
  words.skipBlanks();
  if (words.at < words.line.size() && (words.line[words.at] == ':' || words.line[words.at] == '-'))
    ++words.at;
  std::optional<MarkerKind> kind;
  if (words.take(kBeginWords))
    kind = MarkerKind::Begin;
  else if (words.take(kEndWords))
    kind = MarkerKind::End;
  if (kind) words.take("here");
  return kind;
}

// Behind a marker stands nothing, a title behind a sign, or anything behind a closing bracket.
bool closesWell(MarkerWords& words, bool bracket) {
  words.skipBlanks();
  const std::string_view rest = words.line.substr(words.at);
  if (bracket) {
    if (!rest.starts_with(']')) return false;
    ++words.at;
    return true;
  }
  if (rest.empty() || rest == "." || rest.starts_with('(')) return true;
  const std::size_t sign = colonLength(rest) > 0 ? colonLength(rest) : separatorAt(words.line, words.at);
  words.at += sign;
  return sign > 0;
}

std::optional<RegionMarker> snippet(std::string_view line) {
  if (startsWithIgnoringCase(line, "SPDX-SnippetBegin"))
    return RegionMarker{MarkerKind::SnippetBegin, {}, line.size()};
  if (startsWithIgnoringCase(line, "SPDX-SnippetEnd"))
    return RegionMarker{MarkerKind::SnippetEnd, {}, line.size()};
  return std::nullopt;
}

bool isSnippet(MarkerKind kind) {
  return kind == MarkerKind::SnippetBegin || kind == MarkerKind::SnippetEnd;
}

class Pairing {
 public:
  Pairing(const source::SourceText& text, std::vector<TagOccurrence>& tags, Diagnostics& diagnostics)
      : text_(text), tags_(tags), diagnostics_(diagnostics) {}

  void take(const PlacedMarker& marker) {
    std::vector<PlacedMarker>& open = isSnippet(marker.kind) ? snippets_ : regions_;
    if (marker.kind == MarkerKind::Begin || marker.kind == MarkerKind::SnippetBegin) {
      open.push_back(marker);
    } else if (open.empty()) {
      if (marker.kind == MarkerKind::End)
        add(diagnostics_, text_, {complaint::kRegionEnd, marker.span, "this ends no region: none is open"});
    } else {
      const std::size_t begin = std::min(open.back().comment.end, marker.comment.begin);
      if (open.back().tag) tags_[*open.back().tag].region = {begin, marker.comment.begin};
      open.pop_back();
    }
  }

  void finish() {
    for (const auto* open : {&regions_, &snippets_})
      for (const PlacedMarker& marker : *open)
        if (marker.tag)
          add(diagnostics_, text_,
              {complaint::kRegionOpen, marker.span, "this region is never closed; it covers nothing",
               "add the end marker, for example `// END AI-GENERATED`"});
  }

 private:
  const source::SourceText& text_;
  std::vector<TagOccurrence>& tags_;
  Diagnostics& diagnostics_;
  std::vector<PlacedMarker> regions_;
  std::vector<PlacedMarker> snippets_;
};

}  // namespace

std::optional<RegionMarker> matchRegionMarker(std::string_view line) {
  if (auto marker = snippet(line)) return marker;
  const bool bracket = line.starts_with('[');
  RegionMarker marker;
  MarkerWords words{line, bracket ? 1u : 0u};
  const std::size_t start = words.at;
  auto kind = sideFirst(words, marker.authorship);
  if (!kind) {
    words.at = start;
    kind = sideLast(words, marker.authorship);
  }
  if (!kind || !closesWell(words, bracket)) return std::nullopt;
  marker.kind = *kind;
  marker.fields = words.at;
  return marker;
}

void pairRegions(const source::SourceText& text, const std::vector<PlacedMarker>& markers,
                 std::vector<TagOccurrence>& tags, Diagnostics& diagnostics) {
  Pairing pairing(text, tags, diagnostics);
  for (const PlacedMarker& marker : markers) pairing.take(marker);
  pairing.finish();
}

}  // namespace assay::tag
