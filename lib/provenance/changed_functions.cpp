// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/changed_functions.h"

#include <algorithm>

namespace assay::provenance {
namespace {

// With the tag where it is the function's own: what stands between the two belongs to both.
LineRange linesOf(const model::AnnotatedFunction& entry) {
  const model::LineRange lines = entry.covered.first != 0 ? entry.covered : entry.lines;
  const bool ownTag = entry.tagFile.empty() && entry.tagLine != 0 && !model::isOneOfMany(entry);
  const unsigned first = ownTag ? std::min(lines.first, entry.tagLine) : lines.first;
  return {first, std::max(lines.last, ownTag ? entry.tagLine : 0U)};
}

}  // namespace

std::vector<LineRange> longTagsOf(const source::SourceText& text, const tag::ReadOptions& options) {
  std::vector<LineRange> tags;
  Diagnostics said;  // whoever reads the tags to know them says it
  for (const tag::TagOccurrence& found : tag::readTags(text, options, said).tags) {
    const LineRange lines{text.positionOf(found.span.begin).line,
                          text.positionOf(std::max(found.span.end, found.span.begin + 1) - 1).line};
    if (lines.first < lines.last) tags.push_back(lines);
  }
  return tags;
}

std::vector<std::string> ChangesOfTree::files() const {
  std::vector<std::string> names;
  for (const auto& [name, change] : files_) names.push_back(name);
  return names;
}

ChangesOfTree::ChangesOfTree(const ChangedFiles& changed, const std::string& prefix) {
  for (const auto& [path, change] : changed.files)
    if (path.starts_with(prefix)) files_.emplace(path.substr(prefix.size()), change);
}

bool ChangesOfTree::touchLines(const std::string& file, LineRange lines) const {
  const auto found = files_.find(file);
  return found != files_.end() && found->second.touches(lines);
}

bool ChangesOfTree::touch(const std::string& file, unsigned line) const {
  if (line == 0) return files_.contains(file);
  if (const auto tags = tags_.find(file); tags != tags_.end())
    for (const LineRange tag : tags->second)
      if (tag.first <= line && line <= tag.last && touchLines(file, tag)) return true;
  return touchLines(file, {line, line});
}

bool ChangesOfTree::touch(const model::AnnotatedFunction& entry) const {
  if (entry.lines.first != 0 && touchLines(entry.file, linesOf(entry))) return true;
  if (entry.tagLine == 0) return false;
  return touch(entry.tagFile.empty() ? entry.file : entry.tagFile, entry.tagLine);
}

}  // namespace assay::provenance
