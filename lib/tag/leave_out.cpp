// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/leave_out.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "source/edit.h"

namespace assay::tag {
namespace {

using Names = std::span<const std::string_view>;

bool isNamed(std::string_view key, Names names) {
  return std::ranges::find(names, key) != names.end();
}

// Each run of fields that go, with the separators between it and the field before; of the first ones, those
// between them and the field behind.
std::vector<source::Edit> editsOf(const std::vector<FieldPlace>& fields, Names names) {
  std::vector<source::Edit> edits;
  for (std::size_t i = 0; i < fields.size();) {
    std::size_t end = i;
    while (end < fields.size() && isNamed(fields[end].key, names)) ++end;
    if (end > i) {
      source::Span gone{fields[i].span.begin, fields[end - 1].span.end};
      if (i > 0)
        gone.begin = fields[i - 1].span.end;
      else if (end < fields.size())
        gone.end = fields[end].span.begin;
      edits.push_back({gone, ""});
    }
    i = std::max(end, i + 1);
  }
  return edits;
}

std::vector<TagOccurrence> tagsIn(const source::SourceText& text, ReadOptions options) {
  options.fields = true;
  Diagnostics ignored;
  return readTags(text, options, ignored).tags;
}

model::Tag without(model::Tag tag, Names names) {
  std::erase_if(tag.extra, [&](const auto& field) { return isNamed(field.first, names); });
  return tag;
}

// Nothing but this tag may have changed, and that one by these fields only.
bool saysTheSame(const std::vector<TagOccurrence>& before, const std::vector<TagOccurrence>& after,
                 std::size_t changed, Names names) {
  if (before.size() != after.size()) return false;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const model::Tag expected = i == changed ? without(before[i].tag, names) : before[i].tag;
    if (after[i].tag != expected || after[i].history != before[i].history ||
        after[i].reach != before[i].reach || after[i].trailing != before[i].trailing)
      return false;
  }
  return true;
}

}  // namespace

Expected<std::string> withoutFields(const source::SourceText& text, unsigned line, Names names,
                                    const ReadOptions& options) {
  const std::vector<TagOccurrence> tags = tagsIn(text, options);
  const auto found = std::ranges::find_if(
      tags, [&](const TagOccurrence& tag) { return text.positionOf(tag.span.begin).line == line; });
  const Location where{text.name(), line, 0};
  std::vector<source::Edit> edits;
  if (found != tags.end()) edits = editsOf(found->fields, names);
  if (edits.empty()) return failAt(where, "no tag that says this begins here", "run `assay scan` again");
  ASSAY_TRY(std::string changed, source::applyEdits(text.bytes(), std::move(edits)));
  const auto index = static_cast<std::size_t>(found - tags.begin());
  if (!saysTheSame(tags, tagsIn(source::SourceText(text.name(), changed), options), index, names))
    return failAt(where, "the rest of this tag would be read as something else", "change it by hand");
  return changed;
}

}  // namespace assay::tag
