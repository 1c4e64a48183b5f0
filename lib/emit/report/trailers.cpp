// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/trailers.h"

#include <algorithm>

#include "emit/report/inventory.h"
#include "emit/report/text_layout.h"

namespace assay::emit::report {
namespace {

std::string modelInTrailer(const model::Tag& tag) {
  const std::size_t slash = tag.normalizedModel.rfind('/');
  if (tag.normalizedModel.empty()) return oneLine(tag.model);
  return oneLine(slash == std::string::npos ? tag.normalizedModel : tag.normalizedModel.substr(slash + 1));
}

// On one line, so that no text of a tag is a trailer of its own.
std::string trailerOf(const model::Tag& tag) {
  const std::string tool = oneLine(tag.tool);
  const std::string model = modelInTrailer(tag);
  if (!tool.empty()) return "Assisted-by: " + tool + (model.empty() ? "" : ":" + model);
  if (model.empty()) return {};
  return (tag.authorship == model::Authorship::Generated ? "Generated-by: " : "Assisted-by: ") + model;
}

}  // namespace

std::string writeTrailers(const model::Manifest& manifest, const Committed& committed,
                          const std::set<std::string>& revisions) {
  std::set<std::string> trailers;
  for (const model::AnnotatedFunction* entry : takeInventory(manifest).functions) {
    const auto found = committed.find(entry);
    if (found == committed.end()) continue;
    const bool isTouched = std::ranges::any_of(
        found->second, [&](const CommittedLines& lines) { return revisions.contains(lines.revision); });
    if (isTouched) trailers.insert(trailerOf(entry->tag));
  }
  std::string text;
  for (const std::string& trailer : trailers) text += trailer.empty() ? "" : trailer + '\n';
  return text;
}

}  // namespace assay::emit::report
