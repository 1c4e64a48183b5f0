// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The canonical comment of a tag. Always one `//` line; whatever could be misread is keyed and quoted.
#include <algorithm>
#include <string>
#include <vector>

#include "support/strings.h"
#include "tag/dates.h"
#include "tag/fields.h"
#include "tag/quotes.h"
#include "tag/read_tags.h"
#include "tag/tools.h"

namespace assay::tag {
namespace {

std::string_view headOf(model::Authorship authorship) {
  switch (authorship) {
    case model::Authorship::Generated: return "AI-generated";
    case model::Authorship::Assisted: return "AI-assisted";
    case model::Authorship::Modified: return "AI-modified";
    case model::Authorship::Human: return "AI-generated";
  }
  return "AI-generated";
}

bool isPlainByte(char c) {
  return isWordByte(c) || c == ' ' || c == '.' || c == '+' || c == '%' || c == '@' || c == '/' || c == '-';
}

// May stand without quotation marks: nothing in it separates, quotes, decorates, escapes or asks to be
// ignored.
bool isPlain(std::string_view value) {
  if (value.empty() || !std::ranges::all_of(value, isPlainByte)) return false;
  const char first = value.front();
  const char last = value.back();
  if (!isWordByte(first) || !(isWordByte(last) || last == '%' || last == '+')) return false;
  return value.find(" -") == std::string_view::npos && value.find("- ") == std::string_view::npos &&
         value.find("//") == std::string_view::npos && value.find("  ") == std::string_view::npos &&
         value.find("assay") == std::string_view::npos;
}

std::string keyed(std::string_view key, std::string_view value) {
  return std::string(key) + ": " + (isPlain(value) ? std::string(value) : inQuotes(value));
}

std::string keyedText(std::string_view key, std::string_view value) {
  return std::string(key) + ": " + inQuotes(value);
}

std::vector<std::string> fieldsOf(const model::Tag& tag) {
  const bool human = tag.authorship == model::Authorship::Human;
  std::vector<std::string> fields;
  if (human) fields.emplace_back("no");
  if (!tag.model.empty())
    fields.push_back(!human && isPlain(tag.model) && readsAsModel(tag.model) ? tag.model
                                                                             : keyed("model", tag.model));
  if (!tag.date.empty())
    fields.push_back(dateForm(tag.date) == DateForm::Iso ? tag.date : keyedText("date", tag.date));
  if (!tag.tool.empty())
    fields.push_back(!human && tag.model.empty() && tag.date.empty() && isPlain(tag.tool) &&
                             isToolName(tag.tool)
                         ? tag.tool
                         : keyed("tool", tag.tool));
  if (!tag.prompt.empty()) fields.push_back(keyedText("prompt", tag.prompt));
  if (!tag.note.empty()) fields.push_back(keyedText("note", tag.note));
  for (const auto& [key, value] : tag.extra) fields.push_back(keyed(key, value));
  return fields;
}

}  // namespace

std::string printTag(const model::Tag& tag) {
  const std::vector<std::string> fields = fieldsOf(tag);
  const std::string head = "// " + std::string(headOf(tag.authorship));
  return fields.empty() ? head : head + ": " + join(fields, ", ");
}

}  // namespace assay::tag
