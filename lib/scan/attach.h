// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides which declaration each tag of a file means. Pure: tags and facts in, entries out. The rules are
// written down in docs/reference/attachment.md.
#pragma once

#include <vector>

#include "model/annotated_function.h"
#include "scan/facts.h"
#include "source/source_text.h"
#include "support/diagnostics.h"
#include "tag/read_tags.h"

namespace assay::scan {

struct Attached {
  /// In order of place: at least one per tag that is not an explicit negative or overruled by a narrower one.
  std::vector<model::AnnotatedFunction> entries;
  std::vector<unsigned> hidden;  ///< see FileView::hidden
};

/// The entries of one file. A tag that belongs to no function gives an entry with State::Unattached or
/// State::Inactive; a function that #if skips, inside what a tag reaches, one that is read off the tokens,
/// with State::Inactive. `text.name()` must be the root-relative path: it names the file in entries and
/// diagnostics. Entries on declarations carry Trait::NoBody until merge finds the definition.
Attached attachTags(const source::SourceText& text, const tag::TagReading& reading, const FileFacts& facts,
                    Diagnostics& diagnostics);

}  // namespace assay::scan
