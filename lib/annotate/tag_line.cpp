// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "annotate/tag_line.h"

#include <algorithm>

namespace assay::annotate {
namespace {

using source::Comment;
using source::CommentStyle;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t";

std::string_view indentationOf(std::string_view line) {
  if (line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return line.substr(0, std::min(line.find_first_not_of(kBlanks), line.size()));
}

// "//", "///", "//!", with the blanks that stand before it.
std::string lineComment(std::string_view line, std::string_view comment) {
  const std::size_t marker = std::min(comment.find_first_not_of("/!<"), comment.size());
  std::string_view slashes = comment.substr(0, marker);
  if (slashes.ends_with('<')) slashes.remove_suffix(1);
  return std::string(indentationOf(line)) + std::string(slashes) + " ";
}

// Up to the words when that is decoration, else what is usual.
std::string insideBlock(std::string_view line, std::string_view beforeWords) {
  if (beforeWords.find_first_not_of(" \t*") == std::string_view::npos) return std::string(beforeWords);
  return std::string(indentationOf(line)) + " * ";
}

// A tag without its slashes.
std::string saidBy(std::string_view tag) {
  return std::string(tag.substr(std::min(tag.find_first_not_of("/ "), tag.size())));
}

// As the line that it stands before ends; one without an end, as the line before that.
std::string_view breakAt(std::string_view bytes, std::size_t at) {
  std::size_t end = bytes.find('\n', at);
  if (end == std::string_view::npos) end = bytes.rfind('\n', at);
  return end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r' ? "\r\n" : "\n";
}

// A line between two that a backslash joins would become a part of them.
Expected<TagLine> insertion(const source::SourceText& text, unsigned before, std::size_t at,
                            std::string line) {
  if (before > 1 && text.line(before - 1).ends_with('\\'))
    return fail(ErrorCode::Input, "a backslash joins the lines there");
  line += breakAt(text.bytes(), at);
  return TagLine{{{at, at}, std::move(line)}, before};
}

Expected<TagLine> lineAbove(const source::SourceText& text, unsigned line, bool block,
                            const std::string& said) {
  const std::string indentation(indentationOf(text.line(line)));
  std::size_t at = text.offsetOf({line, 1}).value_or(text.bytes().size());
  if (text.bytes().substr(at).starts_with(kByteOrderMark)) at += kByteOrderMark.size();
  return insertion(text, line, at, indentation + (block ? "/* " + said + " */" : "// " + said));
}

// C89 has no other comments; a header of C is known by having none.
bool wantsBlocks(const source::SourceText& text) {
  const bool isHeader = text.name().ends_with(".h");
  return text.name().ends_with(".c") || (isHeader && text.bytes().find("//") == std::string_view::npos);
}

class Writer {
 public:
  Writer(const SpokenOf& where, std::string_view tag)
      : text_(where.text),
        comment_(where.comment),
        words_(where.words),
        said_(saidBy(tag)),
        line_(text_.positionOf(words_.begin).line),
        last_(text_.positionOf(comment_.span.end).line) {}

  [[nodiscard]] Expected<TagLine> write() const {
    if (!comment_.startsLine ||
        (comment_.style == CommentStyle::Block && last_ == line_ && !comment_.endsLine))
      return above(firstLine());
    if (comment_.style == CommentStyle::Line) return below(last_, lineComment(lineText(), commentText()));
    if (line_ < last_) return below(line_, insideBlock(lineText(), beforeWords()));
    return below(line_, std::string(indentationOf(text_.line(firstLine()))) + "/* ", " */");
  }

 private:
  [[nodiscard]] unsigned firstLine() const { return text_.positionOf(comment_.span.begin).line; }
  [[nodiscard]] std::string_view lineText() const { return text_.line(line_); }
  [[nodiscard]] std::string_view commentText() const { return text_.slice(comment_.span); }
  [[nodiscard]] std::string_view beforeWords() const {
    const std::size_t start = *text_.offsetOf({line_, 1});
    return text_.slice({start, words_.begin});
  }
  [[nodiscard]] Expected<TagLine> above(unsigned line) const {
    return lineAbove(text_, line, comment_.style == CommentStyle::Block, said_);
  }

  [[nodiscard]] Expected<TagLine> below(unsigned line, const std::string& prefix,
                                        std::string_view suffix = {}) const {
    const auto next = text_.offsetOf({line + 1, 1});
    if (!next) return fail(ErrorCode::Input, "the file ends there");
    return insertion(text_, line + 1, *next, prefix + said_ + std::string(suffix));
  }

  const source::SourceText& text_;
  const Comment& comment_;
  source::Span words_;
  std::string said_;
  unsigned line_;
  unsigned last_;
};

}  // namespace

Expected<TagLine> tagLineFor(const SpokenOf& where, std::string_view tag) {
  return Writer(where, tag).write();
}

Expected<TagLine> tagLineAbove(const source::SourceText& text, unsigned line, std::string_view tag) {
  return lineAbove(text, line, wantsBlocks(text), saidBy(tag));
}

}  // namespace assay::annotate
