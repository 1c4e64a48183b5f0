// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which function bodies a file's tags need: read off the tokens before anything is parsed, generous where
// they leave a doubt. Pure.
#pragma once

#include <string>
#include <vector>

#include "scan/asked_shadow.h"
#include "source/source_text.h"
#include "source/span.h"
#include "tag/read_tags.h"

namespace assay::scan {

/// Where functions must begin for their bodies to be parsed: WantedFile::bodies. In order, disjoint.
std::vector<source::Span> wantedBodies(const source::SourceText& text, const tag::TagReading& reading);

/// The same without what a tag may be near and hardly mean: the declaration that ends on a line before it,
/// and the one behind the one that it stands in.
std::vector<source::Span> meantBodies(const source::SourceText& text, const tag::TagReading& reading);

/// What the tags say that functions replace: the values of `replaces`, sorted, each once.
std::vector<std::string> replacedBy(const tag::TagReading& reading);

/// What the tags say of functions that run in the shadow of others; sorted, each once.
std::vector<AskedShadow> shadowsIn(const tag::TagReading& reading);

}  // namespace assay::scan
