// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/reach.h"

#include <algorithm>

#include "support/strings.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

bool scopeIsFile(const model::Tag& tag) {
  return std::ranges::any_of(tag.extra, [](const auto& pair) {
    return pair.first == "scope" && equalsIgnoringCase(pair.second, "file");
  });
}

}  // namespace

FileHead::FileHead(const source::SourceText& text, const RunList& runs) : text_(text), runs_(runs) {
  std::size_t from = text.bytes().starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (const Run& run : runs.runs) {
    if (!trim(text.slice({from, run.span.begin})).empty()) break;
    from = run.span.end;
    ++leading_;
  }
  headsFile_ = leading_ > 0 && directiveFollows();
}

Reach FileHead::reachOf(std::size_t run, const model::Tag& tag, bool saysFile) {
  if (scopeIsFile(tag)) return Reach::File;
  if (run >= leading_ || runs_.runs[run].trailing) return Reach::Declaration;
  if (asked_ != run) saysFile_ = runSaysFile(runs_.runs[run]);
  asked_ = run;
  return saysFile || saysFile_ || headsFile_ ? Reach::File : Reach::Declaration;
}

bool FileHead::runSaysFile(const Run& run) const {
  for (std::size_t i = run.firstLine; i < run.endLine; ++i) {
    const std::string_view line = text_.slice(runs_.lines[i].text);
    const bool says = line.starts_with("@file") || line.starts_with("\\file") ||
                      line.starts_with("SPDX-License-Identifier");
    if (says) return true;
  }
  return false;
}

bool FileHead::directiveFollows() const {
  const std::size_t next =
      leading_ < runs_.runs.size() ? runs_.runs[leading_].span.begin : text_.bytes().size();
  const std::string_view code = trim(text_.slice({runs_.runs[leading_ - 1].span.end, next}));
  if (code.empty()) return true;
  if (code.front() != '#') return false;
  const std::string_view directive = trim(code.substr(1));
  const std::string_view word = firstWord(directive);
  if (word == "if") return trim(directive.substr(2)).starts_with("!defined");
  return word != "ifdef" && word != "else" && word != "endif" && !word.empty();
}

}  // namespace assay::tag
