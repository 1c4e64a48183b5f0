// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/last_review.h"

#include <system_error>
#include <utility>

#include "document/value.h"
#include "manifest/places.h"
#include "support/file.h"

namespace assay::tool {
namespace {

using document::Array;
using document::Value;
using emit::review::EarlierFunction;
using emit::review::EarlierReview;

constexpr std::uint64_t kKnownVersion = 1;

const Value& memberAt(const Value& value, std::string_view key) {
  static const Value kNull;
  const Value* member = value.find(key);
  return member == nullptr ? kNull : *member;
}

std::string wordOf(const Value& value) {
  return value.asString() == nullptr ? std::string() : *value.asString();
}

std::span<const Value> elementsOf(const Value& value) {
  if (const Array* array = value.asArray()) return *array;
  return {};
}

bool isReviewOfPeriods(const Value& root) {
  const Value& after = memberAt(root, "after");
  return memberAt(root, "version").asUnsigned() == kKnownVersion && memberAt(root, "versions").isNull() &&
         memberAt(after, "since").asInteger() && memberAt(after, "until").asInteger() &&
         memberAt(root, "functions").asArray() != nullptr;
}

EarlierFunction functionOf(const Value& value) {
  EarlierFunction function{wordOf(memberAt(value, "name")), wordOf(memberAt(value, "standing"))};
  for (const Value& finding : elementsOf(memberAt(value, "findings")))
    if (std::string code = wordOf(memberAt(finding, "code")); !code.empty())
      function.codes.insert(std::move(code));
  return function;
}

}  // namespace

Expected<std::optional<EarlierReview>> readLastReview(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error) && !error) return std::nullopt;
  ASSAY_TRY(const std::string text, readFile(file));
  return lastReviewIn(text, file.string());
}

Expected<EarlierReview> lastReviewIn(const std::string& text, const std::string& file) {
  ASSAY_TRY(const Value root, document::parseJson(text, file));
  if (!isReviewOfPeriods(root))
    return std::unexpected(Error{ErrorCode::Input,
                                 "this is no review of periods in JSON, or one of another version",
                                 {file, 0, 0},
                                 "write it with: assay review --output json=FILE"});
  const Value& after = memberAt(root, "after");
  EarlierReview last{{*memberAt(after, "since").asInteger(), *memberAt(after, "until").asInteger()}};
  for (const Value& function : elementsOf(memberAt(root, "functions"))) {
    const std::string id = wordOf(memberAt(function, "id"));
    const auto number = id.starts_with("0x") ? manifest::hexOf(std::string_view(id).substr(2)) : std::nullopt;
    if (number) last.functions.insert_or_assign(*number, functionOf(function));
  }
  return last;
}

}  // namespace assay::tool
