// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/runs.h"

#include <algorithm>

#include "support/strings.h"
#include "tag/decoration.h"

namespace assay::tag {
namespace {

using source::Comment;
using source::CommentStyle;
using source::Span;

class RunBuilder {
 public:
  RunBuilder(const source::SourceText& text, const std::vector<Comment>& comments)
      : text_(text), bytes_(text.bytes()), comments_(comments) {}

  RunList build() {
    for (std::size_t i = 0; i < comments_.size(); ++i) {
      if (!joinsPrevious(i)) openRun(i);
      addLines(i);
      result_.runs.back().span.end = comments_[i].span.end;
      result_.runs.back().endLine = result_.lines.size();
    }
    return std::move(result_);
  }

 private:
  void openRun(std::size_t i) {
    const std::size_t line = result_.lines.size();
    result_.runs.push_back({comments_[i].span, line, line, !comments_[i].startsLine});
  }

  [[nodiscard]] bool joinsPrevious(std::size_t i) const {
    if (i == 0) return false;
    const std::string_view between = text_.slice({comments_[i - 1].span.end, comments_[i].span.begin});
    if (!trim(between).empty()) return false;
    const auto breaks = std::ranges::count(between, '\n');
    if (breaks == 0) return true;
    return breaks == 1 && (!result_.runs.back().trailing || aligned(i));
  }

  // A comment below a trailing one goes on with it only when it stands in the same column.
  [[nodiscard]] bool aligned(std::size_t i) const {
    return text_.positionOf(comments_[i - 1].span.begin).column ==
           text_.positionOf(comments_[i].span.begin).column;
  }

  void addLines(std::size_t i) {
    const Comment& comment = comments_[i];
    const bool block = comment.style == CommentStyle::Block;
    const std::size_t end = block && comment.terminated ? endOfContent(comment.span) : comment.span.end;
    std::size_t begin = afterMarker(comment.span, block ? "*!<" : "/!<", end);
    for (bool first = true; first || begin <= end; first = false) {
      const std::size_t found = begin < end ? text_.slice({begin, end}).find('\n') : std::string_view::npos;
      const std::size_t lineEnd = found == std::string_view::npos ? end : begin + found;
      Line line;
      line.raw = {begin, std::max(begin, lineEnd)};
      line.comment = i;
      line.spliced = !first && !block;
      if (block && !first) dropStar(line);
      if (!block && lineEnd < end) dropBackslash(line);
      decorate(line);
      result_.lines.push_back(line);
      if (lineEnd >= end) break;
      begin = lineEnd + 1;
    }
  }

  // The star of `*/` may be followed by a line continuation.
  [[nodiscard]] std::size_t endOfContent(Span comment) const {
    const std::size_t star = bytes_.rfind('*', comment.end - 1);
    return std::max(star, std::min(comment.begin + 2, comment.end));
  }

  [[nodiscard]] std::size_t afterMarker(Span comment, std::string_view more, std::size_t end) const {
    std::size_t at = std::min(bytes_.find(more[0] == '*' ? '*' : '/', comment.begin + 1) + 1, end);
    while (at < end && more.find(bytes_[at]) != std::string_view::npos) ++at;
    return at;
  }

  void dropStar(Line& line) const {
    std::size_t at = line.raw.begin;
    while (at < line.raw.end && isSpace(bytes_[at])) ++at;
    if (at < line.raw.end && bytes_[at] == '*') line.raw.begin = at + 1;
  }

  void dropBackslash(Line& line) const {
    const std::string_view kept = trimRight(text_.slice(line.raw));
    line.raw.end = line.raw.begin + kept.size();
    if (kept.ends_with('\\')) --line.raw.end;
  }

  void decorate(Line& line) const {
    const std::string_view raw = text_.slice(line.raw);
    const std::string_view bare = trim(raw);
    line.commentedOut = bare.starts_with("//") || bare.starts_with("/*");
    const std::size_t lead = leadingDecoration(raw);
    const std::size_t trail = trailingDecoration(raw.substr(lead));
    line.text = {line.raw.begin + lead, line.raw.end - trail};
  }

  const source::SourceText& text_;
  std::string_view bytes_;
  const std::vector<Comment>& comments_;
  RunList result_;
};

}  // namespace

RunList groupRuns(const source::SourceText& text, const std::vector<Comment>& comments) {
  return RunBuilder(text, comments).build();
}

}  // namespace assay::tag
