// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who wrote the lines of a file, as sources beside the code say -> tags for its functions. Which functions
// there are, and which have a tag already, is for the caller to say.
#pragma once

#include <optional>
#include <vector>

#include "annotate/proposal.h"
#include "model/annotated_function.h"
#include "provenance/join.h"
#include "provenance/share.h"
#include "source/source_text.h"

namespace assay::annotate {

/// A function of which models wrote more than half of the lines; nothing of another one. Generated when they
/// wrote nine in ten of them and no source says that a human took part, else assisted. Model, tool and date
/// are those of the most lines; the tag's key `source` says who says so.
/// Where the lines came with a tag that assay wrote, it is that one, for as long as they are still nearly
/// all.
std::optional<tag::Suspect> suspectOf(const provenance::FunctionShare& share);

/// In order of place.
std::vector<Proposal> proposalsFor(const source::SourceText& text,
                                   const std::vector<model::AnnotatedFunction>& functions,
                                   const provenance::FileAttribution& file);

}  // namespace assay::annotate
