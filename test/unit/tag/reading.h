// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shorthand of this room's tests: source text in, tags and diagnostics out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tag/read_tags.h"

namespace assay::tag {

struct Reading {
  TagReading result;
  Diagnostics diagnostics;

  [[nodiscard]] const model::Tag& tag(std::size_t i = 0) const { return result.tags.at(i).tag; }
  [[nodiscard]] std::size_t count() const { return result.tags.size(); }
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const Diagnostic& diagnostic : diagnostics.all()) ids.push_back(diagnostic.id);
    return ids;
  }
};

inline Reading reading(std::string_view code, const ReadOptions& options = {}) {
  Reading made;
  made.result = readTags(source::SourceText("a.cpp", std::string(code)), options, made.diagnostics);
  return made;
}

/// The only tag of `// AI-generated` + body; a code line stands before it.
inline model::Tag tagOf(std::string_view body) {
  const Reading made = reading("int x;\n// AI-generated" + std::string(body) + "\nint f();\n");
  return made.count() == 1 ? made.tag()
                           : model::Tag{model::Authorship::Human, "", "", "", "", "", "no single tag", {}};
}

}  // namespace assay::tag
