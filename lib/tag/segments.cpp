// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A small state machine over the tag's lines. A quoted value may take it to a later line; everything else
// stays on its own.
#include "tag/segments.h"

#include <algorithm>
#include <array>
#include <utility>

#include "support/strings.h"
#include "tag/complaints.h"
#include "tag/quotes.h"
#include "tag/separators.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

using source::Span;

class BodyReader {
 public:
  BodyReader(const BodyPlace& place, Diagnostics& diagnostics)
      : place_(place),
        bytes_(place.text.bytes()),
        diagnostics_(diagnostics),
        headColumn_(columnOf(place.lines[0])) {}

  Body read() {
    body_.end = place_.from;
    enterLine(0);
    at_ = place_.from;
    afterHead();
    readLine();
    while (line_ + 1 < place_.lines.size() && goesOn(place_.lines[line_ + 1])) {
      enterLine(line_ + 1);
      if (!extendText()) readLine();
    }
    body_.lines = line_ + 1;
    return std::move(body_);
  }

 private:
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return bytes_.substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view rest() const { return slice(at_, end_); }

  void enterLine(std::size_t index) {
    line_ = index;
    at_ = place_.lines[index].text.begin;
    end_ = place_.lines[index].text.end;
    lineStart_ = at_;
    openRest_.fill(true);
    strictOpen_ = true;
    const std::size_t close = slice(at_, end_).rfind(')');
    lastParenthesis_ = close == std::string_view::npos ? 0 : at_ + close;
  }

  // "(X)" and "(X):" behind the head.
  void afterHead() {
    skipBlanks();
    if (!rest().starts_with('(')) return;
    const std::size_t close = bytes_.substr(0, end_).find(')', at_);
    if (close == std::string_view::npos) return;
    Segment segment;
    segment.span = {at_, close + 1};
    segment.value = std::string(trim(slice(at_ + 1, close)));
    segment.parenthesis = true;
    push(std::move(segment));
    at_ = close + 1;
    skipBlanks();
    at_ += colonLength(rest());
    lineStart_ = at_;
  }

  void push(Segment segment) {
    segment.line = line_;
    takeOpenKey(segment);
    body_.end = std::max(body_.end, segment.span.end);
    body_.segments.push_back(std::move(segment));
  }

  // A key at the end of a line has its value on the next.
  void takeOpenKey(Segment& segment) {
    if (segment.key || body_.segments.empty()) return;
    Segment& last = body_.segments.back();
    if (!last.key || last.isQuoted || !last.value.empty() || last.line == line_) return;
    segment.key = std::move(last.key);
    segment.keySpan = last.keySpan;
    body_.segments.pop_back();
  }

  void skipBlanks() {
    while (at_ < end_ && isSpace(bytes_[at_])) ++at_;
  }

  // Separators are looked for in the line, not in the file: a hyphen needs to know what stands before it.
  [[nodiscard]] std::size_t separatorHere(std::size_t at) const {
    const std::size_t from = at > lineStart_ ? at - 1 : at;
    return separatorAt(slice(from, std::min(end_, at + 4)), at - from);
  }

  void skipSeparators() {
    for (skipBlanks(); at_ < end_; skipBlanks()) {
      const std::size_t length = separatorHere(at_);
      if (length == 0) return;
      at_ += length;
      separated_ = true;
    }
  }

  void readLine() {
    bool first = line_ > 0;
    for (skipSeparators(); at_ < end_; skipSeparators()) {
      Segment segment;
      segment.continuation = first && !separated_;
      first = false;
      separated_ = false;
      readSegment(segment);
    }
  }

  void readSegment(Segment& segment) {
    if (auto key = leadingKey(rest())) {
      segment.keySpan = {at_ + key->begin, at_ + key->end};
      at_ += key->value;
      segment.key = std::move(key);
    }
    if (const auto quote = openingQuote(rest()))
      readQuoted(segment, *quote);
    else
      readBare(segment);
    if (segment.key && segment.span.empty()) separated_ = true;
    if (!segment.span.empty() || segment.key) push(std::move(segment));
  }

  void readBare(Segment& segment) {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    const bool freeText =
        segment.key && (segment.key->field == Field::Prompt || segment.key->field == Field::Note);
    while (at_ < end_) {
      if (depth == 0 && separatorHere(at_) > 0) break;
      if (at_ > begin && isSpace(bytes_[at_ - 1]) && depth == 0 && startsField(segment, freeText)) break;
      const char c = bytes_[at_];
      if (c == '(' && at_ < lastParenthesis_)
        ++depth;
      else if (c == '(')
        complainOfParenthesis();
      if (c == ')' && depth > 0) --depth;
      at_ = skipInnerQuote(begin);
    }
    std::string_view value = trimRight(slice(begin, at_));
    segment.span = {begin, begin + value.size()};
    segment.value = std::string(value);
  }

  // Fields that follow each other with a blank only: `model: X date: Y`, `GPT-4 "prompt"`.
  [[nodiscard]] bool startsField(const Segment& segment, bool freeText) {
    if (freeText) return false;
    if (isAlpha(bytes_[at_]) && knownKeyAt(rest())) return true;
    if (segment.key || bytes_[at_] != '"' || !strictOpen_) return false;
    strictOpen_ = strictClose(rest(), 1, 0).has_value();
    return strictOpen_;
  }

  // Behind a quotation mark in the middle of a value nothing separates until its partner on the same line.
  [[nodiscard]] std::size_t skipInnerQuote(std::size_t begin) {
    const bool opens = at_ == begin || isSpace(bytes_[at_ - 1]) || bytes_[at_ - 1] == '(';
    const auto kind = opens ? openingQuote(rest()) : std::nullopt;
    if (!kind || !kQuotes[*kind].insideText || !openRest_[*kind]) return at_ + 1;
    const QuoteKind& quote = kQuotes[*kind];
    const std::size_t from = at_ + quote.open.size();
    const std::size_t close = slice(from, end_).find(quote.close[0]);
    if (close == std::string_view::npos) openRest_[*kind] = false;
    return close == std::string_view::npos ? at_ + 1 : from + close + quote.close[0].size();
  }

  void complainOfParenthesis() {
    add(diagnostics_, place_.text,
        {complaint::kParenthesis, {at_, at_ + 1}, "this parenthesis is not closed on its line"});
  }

  void readQuoted(Segment& segment, std::size_t kind) {
    segment.isQuoted = true;
    const std::size_t open = at_;
    const std::size_t from = at_ + kQuotes[kind].open.size();
    if (const auto close = strictClose(slice(from, end_), 0, kind))
      return closeQuote(segment, open, {from + close->at, close->length}, kind);
    if (readOverLines(segment, open, kind)) return;
    if (const auto close = lastClose(slice(from, end_), 0, kind))
      return closeQuote(segment, open, {from + close->at, close->length}, kind);
    readUnclosed(segment, open, from);
  }

  void closeQuote(Segment& segment, std::size_t open, ClosingMark close, std::size_t kind) {
    segment.value = unescaped(slice(open + kQuotes[kind].open.size(), close.at));
    segment.span = {open, close.at + close.length};
    at_ = segment.span.end;
    if (slice(at_, end_) == ".") at_ = end_;
  }

  // The first line of a quotation goes to the end of its line; decoration inside a quotation is text.
  bool readOverLines(Segment& segment, std::size_t open, std::size_t kind) {
    if (noCloseBelow_[kind]) return false;
    for (std::size_t i = line_ + 1; i < place_.lines.size(); ++i) {
      const auto close = strictClose(place_.text.slice(place_.lines[i].raw), 0, kind);
      if (!close) continue;
      const Span last{place_.lines[i].raw.begin, place_.lines[i].raw.begin + close->at};
      segment.value = unescaped(joinedLines(open + kQuotes[kind].open.size(), i, last));
      segment.span = {open, last.end + close->length};
      enterLine(i);
      at_ = segment.span.end;
      end_ = std::max(end_, at_);
      lineStart_ = at_;
      if (slice(at_, end_) == ".") at_ = end_;
      return true;
    }
    noCloseBelow_[kind] = true;
    return false;
  }

  [[nodiscard]] std::size_t indentOf(std::size_t line) const {
    const std::string_view raw = place_.text.slice(place_.lines[line].raw);
    return std::min(raw.find_first_not_of(" \t"), raw.size());
  }

  // What the first continuation line with words is indented by.
  [[nodiscard]] std::size_t commonIndent(std::size_t lastLine) const {
    for (std::size_t i = line_ + 1; i <= lastLine; ++i)
      if (!trim(place_.text.slice(place_.lines[i].raw)).empty()) return indentOf(i);
    return 0;
  }

  // Blanks at the end of a line count only before a backslash.
  [[nodiscard]] std::string_view kept(std::string_view text, std::size_t line) const {
    const bool joined = line + 1 < place_.lines.size() && place_.lines[line + 1].spliced;
    return joined ? text : trimRight(text);
  }

  // Lines up to `last`, each without the common indentation.
  [[nodiscard]] std::string joinedLines(std::size_t from, std::size_t lastLine, Span last) const {
    std::string value(kept(slice(from, std::max(from, place_.lines[line_].raw.end)), line_));
    const std::size_t common = commonIndent(lastLine);
    for (std::size_t i = line_ + 1; i <= lastLine; ++i) {
      std::string_view raw =
          i == lastLine ? place_.text.slice(last) : kept(place_.text.slice(place_.lines[i].raw), i);
      raw.remove_prefix(std::min({common, indentOf(i), raw.size()}));
      if (!place_.lines[i].spliced) value += '\n';
      value += raw;
    }
    return value;
  }

  // To the end of the comment: of the line for `//`, of the paragraph for `/* */`.
  void readUnclosed(Segment& segment, std::size_t open, std::size_t from) {
    std::size_t last = line_;
    while (last + 1 < place_.lines.size() && place_.lines[last + 1].comment == place_.lines[line_].comment &&
           !place_.lines[last + 1].text.empty())
      ++last;
    add(diagnostics_, place_.text,
        {complaint::kQuote,
         {open, from},
         "this quotation mark is never closed; the rest of the comment is taken",
         "close it, or escape quotation marks inside it with a backslash"});
    const Span end{place_.lines[last].raw.begin, place_.lines[last].text.end};
    segment.value = unescaped(last == line_ ? std::string(trimRight(slice(from, std::max(from, end_))))
                                            : joinedLines(from, last, end));
    segment.span = {open, std::max(from, place_.lines[last].text.end)};
    enterLine(last);
    at_ = end_;
  }

  [[nodiscard]] std::size_t columnOf(const Line& line) const {
    std::size_t column = place_.text.positionOf(line.raw.begin).column;
    for (char c : slice(line.raw.begin, line.text.begin)) column += c == '\t' ? 4 : 1;
    return column;
  }

  // Does the next comment line belong to the tag?
  [[nodiscard]] bool goesOn(const Line& next) const {
    if (next.text.empty() || next.commentedOut || next.sample || next.ignored) return false;
    if (next.spliced || (separated_ && !place_.text.slice(next.text).starts_with('@'))) return true;
    const std::string_view words = place_.text.slice(next.text);
    if (const auto key = leadingKey(words)) return mayContinueTag(*key) && key->value < words.size();
    if (const auto quote = openingQuote(words); quote && quoteGoesOn()) {
      return strictClose(words, kQuotes[*quote].open.size(), *quote).has_value();
    }
    if (words.starts_with('@') || words.starts_with('\\')) return false;
    return columnOf(next) >= headColumn_ + 2;
  }

  [[nodiscard]] bool quoteGoesOn() const {
    if (body_.segments.empty()) return true;
    const Segment& last = body_.segments.back();
    return last.isQuoted || (last.key && last.value.empty()) || !last.key;
  }

  // A line that goes on with a bare prompt or note is text as a whole.
  bool extendText() {
    if (separated_ || body_.segments.empty()) return false;
    Segment& last = body_.segments.back();
    const bool freeText =
        last.key && !last.isQuoted && (last.key->field == Field::Prompt || last.key->field == Field::Note);
    if (!freeText || leadingKey(rest())) return false;
    last.value += last.key->field == Field::Prompt && !place_.lines[line_].spliced ? '\n' : ' ';
    last.value += rest();
    last.span.end = end_;
    last.line = line_;
    at_ = end_;
    body_.end = end_;
    return true;
  }

  const BodyPlace& place_;
  std::string_view bytes_;
  Diagnostics& diagnostics_;
  std::size_t headColumn_;
  Body body_;
  std::size_t line_ = 0;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t lineStart_ = 0;
  std::size_t lastParenthesis_ = 0;
  bool separated_ = false;                       // a separator, or a key without a value, came last
  bool strictOpen_ = true;                       // a double quote may still be closed strictly on this line
  std::array<bool, kQuotes.size()> openRest_{};  // this kind may still be closed on this line
  std::array<bool, kQuotes.size()> noCloseBelow_{};  // this kind is not closed on any later line
};

}  // namespace

Body readBody(const BodyPlace& place, Diagnostics& diagnostics) {
  return BodyReader(place, diagnostics).read();
}

std::vector<Segment> segmentsOf(std::string_view text) {
  const source::SourceText source("", std::string(text));
  Line line;
  line.raw = line.text = {0, text.size()};
  Diagnostics ignored;
  return readBody({source, std::span(&line, 1), 0}, ignored).segments;
}

}  // namespace assay::tag
