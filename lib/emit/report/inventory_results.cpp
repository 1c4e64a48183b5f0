// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/inventory_results.h"

#include <fmt/format.h>

#include <utility>

#include "model/names.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using model::AnnotatedFunction;

std::string subjectOf(const AnnotatedFunction& entry) {
  return entry.name.empty() ? std::string("the tag") : fmt::format("`{}`", entry.name);
}

// "`f` is AI-generated (openai/gpt-4, 2024-01-15)".
std::string declaredText(const AnnotatedFunction& entry) {
  std::vector<std::string> said;
  for (const std::string& text : {modelNameOf(entry.tag), entry.tag.tool, entry.tag.date})
    if (!text.empty()) said.push_back(text);
  const bool inPart = entry.scope == model::Scope::Block;
  std::string text =
      fmt::format("{} is AI-{}{}", subjectOf(entry), nameOf(entry.tag.authorship), inPart ? " in part" : "");
  return said.empty() ? text : fmt::format("{} ({})", text, join(said, ", "));
}

std::string concernText(const Concern& concern, const AttentionItem& item) {
  const std::string text = fmt::format("{}: {}", subjectOf(*item.entry), concern.title);
  return item.detail.empty() ? text : fmt::format("{} ({})", text, item.detail);
}

}  // namespace

std::vector<ResultGroup> resultsOf(const Inventory& inventory) {
  std::vector<ResultGroup> groups{{"ai-code",
                                   "a tag says that a model wrote this function, or had a part in it",
                                   "its tag has model, date and prompt",
                                   {}}};
  for (const AnnotatedFunction* entry : inventory.functions)
    groups.front().results.push_back({entry, declaredText(*entry)});
  for (const Concern& concern : inventory.concerns) {
    groups.push_back({concern.code, concern.title, concern.advice, {}});
    for (const AttentionItem& item : concern.items)
      groups.back().results.push_back({item.entry, concernText(concern, item)});
  }
  return groups;
}

std::string resultFile(const AnnotatedFunction& entry, std::string_view prefix) {
  const std::string& file = entry.tagLine != 0 && !entry.tagFile.empty() ? entry.tagFile : entry.file;
  return file.starts_with('/') ? file : std::string(prefix) + file;
}

unsigned resultLine(const AnnotatedFunction& entry) {
  return entry.tagLine != 0 ? entry.tagLine : entry.lines.first;
}

}  // namespace assay::emit::report
