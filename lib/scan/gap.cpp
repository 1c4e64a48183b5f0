// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Token by token; skipped branches are passed over, but a group of which nothing is left ends the search.
#include "scan/gap.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::scan {
namespace {

bool isWithin(std::size_t offset, const std::vector<source::Span>& spans) {
  return std::ranges::any_of(spans, [&](source::Span span) { return span.contains(offset); });
}

bool hasTwoBlankLines(const source::SourceText& text, source::Span between) {
  const unsigned first = text.positionOf(between.begin).line;
  const unsigned last = text.positionOf(between.end).line;
  unsigned blank = 0;
  for (unsigned line = first + 1; line < last; ++line) {
    blank = trim(text.line(line)).empty() ? blank + 1 : 0;
    if (blank == 2) return true;
  }
  return false;
}

class GapReader {
 public:
  GapReader(const TokenStream& tokens, const std::vector<source::Span>& inactive)
      : tokens_(tokens), inactive_(inactive) {}

  GapReading run(source::Span between) {
    const std::size_t end = tokens_.firstFrom(between.end);
    for (std::size_t i = tokens_.firstFrom(between.begin); i < end && reading_.gap == Gap::Open; ++i) {
      if (tokens_.isDirective(i))
        readDirective(i);
      else if (isWithin(tokens_[i].span.begin, inactive_))
        skippedCode_ = true;
      else
        readToken(i);
    }
    return reading_;
  }

 private:
  void stop(Gap gap, std::string what) { reading_ = {gap, std::move(what)}; }

  void readDirective(std::size_t index) {
    const std::string_view name = tokens_.directiveName(index);
    if (isConditional(name)) return readConditional(name);
    if (isWithin(tokens_[index].span.begin, inactive_)) return;
    if (name == "include" || name == "include_next" || name == "import")
      stop(Gap::Interrupted, "an #include");
    if (name == "define" || name == "undef") stop(Gap::Interrupted, "a macro definition");
  }

  void readConditional(std::string_view name) {
    if (name.starts_with("if") && depth_++ == 0) skippedCode_ = false;
    if (name == "endif" && depth_ > 0 && --depth_ == 0 && skippedCode_)
      stop(Gap::Inactive, "code that #if skips");
  }

  void readToken(std::size_t index) {
    const bool linkage =
        index > 1 && tokens_[index - 1].kind == TokenKind::String && tokens_.is(index - 2, "extern");
    if (tokens_.is(index, '}')) stop(Gap::ScopeEnds, "the end of a scope");
    if (tokens_.is(index, ';')) stop(Gap::Interrupted, "a declaration");
    if (tokens_.is(index, '{') && !linkage) stop(Gap::Interrupted, "code that could not be read");
  }

  const TokenStream& tokens_;
  const std::vector<source::Span>& inactive_;
  GapReading reading_;
  int depth_ = 0;
  bool skippedCode_ = false;
};

}  // namespace

GapReading readGap(const source::SourceText& text, const TokenStream& tokens, source::Span between,
                   const std::vector<source::Span>& inactive) {
  const GapReading reading = GapReader(tokens, inactive).run(between);
  if (reading.gap == Gap::Open && hasTwoBlankLines(text, between)) return {Gap::TooFar, "nothing near it"};
  return reading;
}

}  // namespace assay::scan
