// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/reviewed_functions.h"

#include <algorithm>
#include <utility>

#include "document/value.h"
#include "manifest/places.h"
#include "support/file.h"

namespace assay::tool {
namespace {

using document::Array;
using document::Value;

constexpr std::uint64_t kReadVersion = 1;
constexpr std::string_view kNoReview = "this is no review in JSON, or one of another version";
constexpr std::string_view kHint = "write it with: assay review --json > review.json";

const Array& listAt(const Value& value, std::string_view key) {
  static const Array kNothing;
  const Value* list = value.find(key);
  return list != nullptr && list->asArray() != nullptr ? *list->asArray() : kNothing;
}

std::string textAt(const Value& value, std::string_view key) {
  const Value* text = value.find(key);
  return text != nullptr && text->asString() != nullptr ? *text->asString() : std::string();
}

bool isReview(const Value& root) {
  const Value* version = root.find("version");
  const Value* functions = root.find("functions");
  return version != nullptr && version->asUnsigned() == kReadVersion && functions != nullptr &&
         functions->asArray() != nullptr;
}

}  // namespace

Expected<ReviewedFunctions> reviewedFunctions(const std::filesystem::path& file) {
  ASSAY_TRY(const std::string text, readFile(file));
  return reviewedFunctionsIn(text, file.string());
}

Expected<ReviewedFunctions> reviewedFunctionsIn(const std::string& text, const std::string& file) {
  ASSAY_TRY(const Value root, document::parseJson(text, file));
  if (!isReview(root))
    return std::unexpected(Error{ErrorCode::Input, std::string(kNoReview), {file, 0, 0}, std::string(kHint)});
  ReviewedFunctions reviewed;
  for (const Value& function : listAt(root, "functions")) {
    const std::string id = textAt(function, "id");
    const auto number = id.starts_with("0x") ? manifest::hexOf(std::string_view(id).substr(2)) : std::nullopt;
    if (!number) continue;
    for (const Value& finding : listAt(function, "findings"))
      if (std::string said = textAt(finding, "text"); !said.empty())
        reviewed[*number].push_back({textAt(finding, "code"), std::move(said)});
  }
  return reviewed;
}

std::set<std::uint64_t> dropKnown(const ReviewedFunctions& before, ReviewedFunctions& now) {
  std::set<std::uint64_t> known;
  for (const auto& [id, earlier] : before) {
    const auto found = now.find(id);
    if (found == now.end()) continue;
    std::erase_if(found->second, [&](const ReviewedFinding& finding) {
      return std::ranges::find(earlier, finding.code, &ReviewedFinding::code) != earlier.end();
    });
    if (!found->second.empty()) continue;
    known.insert(id);
    now.erase(found);
  }
  return known;
}

}  // namespace assay::tool
