// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Markers that open and close a region of code: `[BEGIN AI-GENERATED]`, `AI CODE STARTS`, `BEGIN AI SECTION`,
// SPDX snippets.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "model/tag.h"
#include "source/source_text.h"
#include "support/diagnostics.h"
#include "tag/read_tags.h"

namespace assay::tag {

enum class MarkerKind { Begin, End, SnippetBegin, SnippetEnd };

struct RegionMarker {
  MarkerKind kind = MarkerKind::Begin;
  model::Authorship authorship = model::Authorship::Generated;
  std::size_t fields = 0;  ///< offset in the line where a title or fields begin
};

/// `line` is undecorated.
std::optional<RegionMarker> matchRegionMarker(std::string_view line);

/// A marker as it stands in the file, for pairing.
struct PlacedMarker {
  MarkerKind kind = MarkerKind::Begin;
  source::Span span;     ///< of the marker's text
  source::Span comment;  ///< of its comment; for a begin, up to the end of the comment where its tag ends
  std::optional<std::size_t> tag;  ///< index of the occurrence that it opens
};

/// Fills `region` of the occurrences that markers open. The last opened region is closed first. What does not
/// pair is a diagnostic, and its region stays empty.
void pairRegions(const source::SourceText& text, const std::vector<PlacedMarker>& markers,
                 std::vector<TagOccurrence>& tags, Diagnostics& diagnostics);

}  // namespace assay::tag
