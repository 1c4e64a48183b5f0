// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/line_marks.h"

#include <algorithm>
#include <array>
#include <set>

#include "support/strings.h"
#include "tag/complaints.h"

namespace assay::tag {
namespace {

constexpr std::string_view kStartMark = "assay-ignore-start";
constexpr std::string_view kEndMark = "assay-ignore-end";
constexpr std::string_view kLineMark = "assay:ignore";

struct Fence {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Fence, 5> kFences = {{{"@code", "@endcode"},
                                           {"\\code", "\\endcode"},
                                           {"@verbatim", "@endverbatim"},
                                           {"\\verbatim", "\\endverbatim"},
                                           {"<pre", "</pre"}}};

bool allOf(std::string_view text, char c) {
  return text.find_first_not_of(c) == std::string_view::npos;
}

// "```" with an optional language; "~~~" exactly, because longer rows of tildes are rules.
bool isMarkdownFence(std::string_view bare) {
  if (bare.starts_with("```"))
    return bare.find('`', bare.find_first_not_of('`')) == std::string_view::npos || allOf(bare, '`');
  return bare.starts_with("~~~") && std::ranges::all_of(bare.substr(3), isWordByte);
}

class SampleMarker {
 public:
  void mark(std::string_view bare, Line& line) {
    if (open_.empty()) {
      openWith(bare);
      line.sample = !open_.empty();
    } else {
      line.sample = true;
      const bool markdown = open_ == "```" || open_ == "~~~";
      const bool closes = markdown ? isMarkdownFence(bare) && bare.starts_with(open_)
                                   : bare.find(open_) != std::string_view::npos;
      if (closes) open_ = {};
    }
  }
  void reset() { open_ = {}; }

 private:
  void openWith(std::string_view bare) {
    if (isMarkdownFence(bare)) open_ = bare[0] == '`' ? "```" : "~~~";
    for (const Fence& fence : kFences) {
      const bool here = bare.starts_with(fence.open) &&
                        (bare.size() == fence.open.size() || !isWordByte(bare[fence.open.size()]));
      if (here && bare.find(fence.close) == std::string_view::npos) open_ = fence.close;
    }
  }

  std::string_view open_;
};

std::size_t startOfLine(const source::SourceText& text, const Line& line) {
  return text.positionOf(line.raw.begin).line;
}

struct OpenIgnore {
  bool open = false;
  source::Span where;
};

source::Span placeOf(const Line& line, std::size_t offset, std::string_view marker) {
  return {line.raw.begin + offset, line.raw.begin + offset + marker.size()};
}

void markBlock(const source::SourceText& text, Line& line, OpenIgnore& state, Diagnostics& diagnostics) {
  const std::string_view raw = text.slice(line.raw);
  if (state.open) line.ignored = true;
  const std::size_t marker = raw.find("assay-ignore-");
  if (marker == std::string_view::npos) return;
  if (const std::size_t start = raw.find(kStartMark, marker); start != std::string_view::npos) {
    state = {true, placeOf(line, start, kStartMark)};
    line.ignored = true;
  }
  if (const std::size_t end = raw.find(kEndMark, marker); end != std::string_view::npos) {
    if (!state.open)
      add(diagnostics, text,
          {complaint::kIgnoreEnd, placeOf(line, end, kEndMark),
           "this ends nothing: no assay-ignore-start is open"});
    line.ignored = true;
    state.open = false;
  }
}

}  // namespace

void markSamples(const source::SourceText& text, RunList& runs) {
  SampleMarker marker;
  for (const Run& run : runs.runs) {
    marker.reset();
    for (std::size_t i = run.firstLine; i < run.endLine; ++i)
      marker.mark(trim(text.slice(runs.lines[i].raw)), runs.lines[i]);
  }
}

void markIgnored(const source::SourceText& text, RunList& runs, Diagnostics& diagnostics) {
  if (text.bytes().find("assay") == std::string_view::npos) return;
  OpenIgnore state;
  std::set<std::size_t> physicalLines;
  for (Line& line : runs.lines) {
    markBlock(text, line, state, diagnostics);
    if (text.slice(line.raw).find(kLineMark) != std::string_view::npos)
      physicalLines.insert(startOfLine(text, line));
  }
  if (state.open)
    add(diagnostics, text,
        {complaint::kIgnoreOpen, state.where,
         "assay-ignore-start without assay-ignore-end: the rest of the file is ignored"});
  if (physicalLines.empty()) return;
  for (Line& line : runs.lines)
    if (physicalLines.contains(startOfLine(text, line))) line.ignored = true;
}

}  // namespace assay::tag
