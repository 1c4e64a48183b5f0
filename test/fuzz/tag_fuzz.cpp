// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libFuzzer target of the tag room. No input may crash it; what it reads must lie inside the file, be
// announced by the prefilter, and read back as the same tag when it is printed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tag/read_tags.h"

namespace {

using namespace assay;

void require(bool holds) {
  if (!holds) std::abort();
}

tag::ReadOptions options() {
  tag::ReadOptions made;
  made.aliases = {{"AI生成", model::Authorship::Generated}, {"KI-unterstützt", model::Authorship::Assisted}};
  made.suspects = true;
  return made;
}

void checkTag(const model::Tag& read) {
  const source::SourceText text("printed", "int a;\n" + tag::printTag(read) + "\nint b;\n");
  Diagnostics diagnostics;
  const tag::TagReading again = tag::readTags(text, {}, diagnostics);
  require(again.tags.size() == 1);
  require(again.tags[0].tag == read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const source::SourceText text("fuzzed", bytes);
  Diagnostics diagnostics;
  const tag::TagReading read = tag::readTags(text, options(), diagnostics);
  if (!read.tags.empty() || !read.suspects.empty()) require(tag::mayHaveTags(bytes, options()));
  for (const tag::TagOccurrence& found : read.tags) {
    require(found.span.begin < found.span.end && found.span.end <= size);
    require(found.run.begin <= found.span.begin && found.span.end <= found.run.end);
    require(found.region.begin <= found.region.end && found.region.end <= size);
    checkTag(found.tag);
    for (const model::Tag& earlier : found.history) checkTag(earlier);
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) require(!render(diagnostic, true).empty());
  return 0;
}
