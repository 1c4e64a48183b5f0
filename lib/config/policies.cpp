// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/policies.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

namespace assay::config {
namespace {

using document::Value;

constexpr std::string_view kShape =
    "for example `model-missing: error`, or a map with `severity:`, `paths:` …";

std::unexpected<Error> wrongShape(Location where, std::string message) {
  return std::unexpected(Error{ErrorCode::Usage, std::move(message), std::move(where), std::string(kShape)});
}

// What stands there as text: YAML takes `false` and `30` for other things than words.
std::optional<std::string> wordOf(const Value& value) {
  if (const std::string* text = value.asString()) return *text;
  if (const auto flag = value.asBool()) return *flag ? "true" : "false";
  if (const auto whole = value.asInteger()) return std::to_string(*whole);
  if (const auto number = value.asNumber()) return fmt::format("{}", *number);
  return std::nullopt;
}

class PolicyReader {
 public:
  explicit PolicyReader(const std::string& file) : file_(file) {}

  Expected<std::vector<PolicyRule>> read(const Value& value) {
    const document::Object* policies = value.asObject();
    if (policies == nullptr)
      return wrongShape(value.locationIn(file_), "`policies` must be a map of policies");
    for (const document::Member& policy : *policies) ASSAY_TRY_VOID(readPolicy(policy));
    return std::move(rules_);
  }

 private:
  Expected<void> readPolicy(const document::Member& policy) {
    const document::Array* list = policy.value.asArray();
    if (list == nullptr) return readRule(policy, policy.value);
    for (const Value& rule : *list) ASSAY_TRY_VOID(readRule(policy, rule));
    return {};
  }

  Expected<void> readRule(const document::Member& policy, const Value& rule) {
    PolicyRule& made =
        rules_.emplace_back(PolicyRule{policy.key, {file_, policy.place.line, policy.place.column}, {}});
    if (const auto word = wordOf(rule)) {
      made.keys.push_back({"severity", {*word}, rule.locationIn(file_), rule.locationIn(file_)});
      return {};
    }
    if (rule.isNull()) return {};
    if (rule.asObject() == nullptr)
      return wrongShape(rule.locationIn(file_),
                        fmt::format("a rule of `{}` must be a severity or a map", policy.key));
    for (const document::Member& key : *rule.asObject()) ASSAY_TRY_VOID(readKey(key, made));
    return {};
  }

  Expected<void> readKey(const document::Member& key, PolicyRule& rule) {
    PolicyKey& made = rule.keys.emplace_back(
        PolicyKey{key.key, {}, {file_, key.place.line, key.place.column}, key.value.locationIn(file_)});
    if (const document::Array* list = key.value.asArray()) {
      for (const Value& item : *list) ASSAY_TRY_VOID(addWord(key.key, item, made));
      return {};
    }
    return addWord(key.key, key.value, made);
  }

  Expected<void> addWord(std::string_view key, const Value& value, PolicyKey& made) {
    const auto word = wordOf(value);
    if (!word)
      return wrongShape(value.locationIn(file_), fmt::format("`{}` must be a word or a list of words", key));
    made.values.push_back(*word);
    return {};
  }

  const std::string& file_;
  std::vector<PolicyRule> rules_;
};

}  // namespace

Expected<std::vector<PolicyRule>> readPolicies(const Value& value, const std::string& file) {
  return PolicyReader(file).read(value);
}

}  // namespace assay::config
