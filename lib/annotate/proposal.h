// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text of a file -> the tags that its comments ask for in free words, as edits. Whether there is a
// function for each is for the caller to find out (scan/lexical_reading.h).
#pragma once

#include <string>
#include <vector>

#include "annotate/tag_line.h"
#include "source/source_text.h"
#include "tag/read_tags.h"

namespace assay::annotate {

/// A tag that could be written. A comment that has no room for one has a reason in the place of an edit.
struct Proposal {
  tag::Suspect suspect;
  unsigned line = 0;  ///< of the words
  TagLine tagLine;
  std::string reason = {};  ///< why not; empty = it can be written
};

/// In order of place. Comments beside which a tag stands already have none, so what is written once is not
/// written again.
std::vector<Proposal> proposalsFor(const source::SourceText& text, const tag::ReadOptions& options);

/// The text with the tags of those proposals that have no reason against them, and the line of each in it
/// (0 = not written), in their order.
struct Annotated {
  std::string text;
  std::vector<unsigned> lines;
};
Expected<Annotated> annotated(const source::SourceText& text, const std::vector<Proposal>& proposals);

}  // namespace assay::annotate
