// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lexical_reading.h"

#include <algorithm>
#include <utility>

#include "scan/attach.h"
#include "scan/lexical.h"

namespace assay::scan {

std::vector<model::AnnotatedFunction> readLexically(const source::SourceText& text,
                                                    const tag::ReadOptions& options) {
  Diagnostics unsaid;
  const tag::TagReading reading = tag::readTags(text, options, unsaid);
  return attachTags(text, reading, lexicalFacts(text), unsaid).entries;
}

std::vector<model::AnnotatedFunction> functionsOf(const source::SourceText& text) {
  std::vector<model::AnnotatedFunction> functions;
  for (FoundFunction& found : lexicalFacts(text).functions)
    if (found.isDefinition && !found.isLocal) functions.push_back(std::move(found.entry));
  std::ranges::sort(functions, {}, [](const model::AnnotatedFunction& function) { return function.lines; });
  return functions;
}

}  // namespace assay::scan
