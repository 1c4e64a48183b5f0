// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/dogstatsd_tags.h"

#include "export/prometheus_text.h"
#include "support/hash.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"

namespace assay::exporting {
namespace {

constexpr char kDelete = 0x7f;

bool endsATag(char c) {
  return c == ',' || c == '|' || (c >= 0 && c < ' ') || c == kDelete;
}

}  // namespace

std::string cleanTag(std::string_view tag) {
  std::string clean(tag.substr(0, 2 * kMostTagBytes));
  for (char& c : clean)
    if (endsATag(c)) c = '_';
  clean = validUtf8(clean);
  if (clean.size() > kMostTagBytes) {
    std::size_t end = kMostTagBytes;
    while (isContinuationByte(clean[end])) --end;
    clean.resize(end);
  }
  return clean;
}

std::string tagOf(std::string_view key, std::string_view value) {
  return value.empty() ? std::string() : cleanTag(std::string(key) + ":" + std::string(value));
}

std::vector<std::string> functionTags(std::uint64_t id, std::string_view name, const FunctionFacts* facts) {
  const std::string_view model = facts == nullptr ? std::string_view() : facts->model;
  const std::string_view source = model.empty() ? kSourceNotGiven : model;
  std::vector<std::string> tags = {
      tagOf(vocabulary::kLabelFunction, name), tagOf(vocabulary::kLabelId, "0x" + hex64(id)),
      tagOf(vocabulary::kLabelSource, facts == nullptr ? kUnknownSource : source)};
  if (facts == nullptr) return tags;
  tags.push_back(tagOf(vocabulary::kLabelVendor, facts->vendor));
  tags.push_back(tagOf(vocabulary::kLabelPromptHash, facts->promptHash));
  return tags;
}

std::string joinedTags(const std::vector<std::string>& tags) {
  std::vector<std::string> said;
  for (const std::string& tag : tags)
    if (!tag.empty()) said.push_back(tag);
  return join(said, ",");
}

}  // namespace assay::exporting
