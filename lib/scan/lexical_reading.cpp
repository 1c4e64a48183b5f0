// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lexical_reading.h"

#include "scan/attach.h"
#include "scan/lexical.h"

namespace assay::scan {

std::vector<model::AnnotatedFunction> readLexically(const source::SourceText& text,
                                                    const tag::ReadOptions& options) {
  Diagnostics unsaid;
  const tag::TagReading reading = tag::readTags(text, options, unsaid);
  return attachTags(text, reading, lexicalFacts(text), unsaid).entries;
}

}  // namespace assay::scan
