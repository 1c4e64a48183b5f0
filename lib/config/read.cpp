// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// .assay.yaml -> Settings. Strict: a key that does nothing is a mistake somebody made, and silence would hide
// it. The sections of other verbs are checked too, so that a file is wrong for every verb or for none.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <utility>

#include "config/nearest.h"
#include "config/policies.h"
#include "config/settings.h"
#include "document/value.h"
#include "model/error_words.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::config {
namespace {

using document::Member;
using document::Type;
using document::Value;

using namespace std::string_view_literals;
constexpr std::array kAliasTargets = {"generated"sv, "assisted"sv, "modified"sv};
constexpr std::string_view kAliases = "aliases";
constexpr std::string_view kErrors = "errors";
constexpr std::string_view kThresholds = "thresholds";
constexpr std::string_view kPolicies = "policies";

struct ConfigText {
  std::filesystem::path file;
  std::string_view verb;

  [[nodiscard]] std::unexpected<Error> wrong(document::Place place, std::string message,
                                             std::string hint = {}) const {
    return std::unexpected(Error{
        ErrorCode::Usage, std::move(message), {file.string(), place.line, place.column}, std::move(hint)});
  }
};

bool isVerb(std::string_view word) {
  return !optionsOf(word).empty();
}

std::vector<std::string_view> knownKeys(std::string_view section) {
  std::vector<std::string_view> keys;
  for (const Option& row : options())
    if (row.inFile && (section.empty() || belongsTo(row, section))) keys.push_back(row.key);
  if (!section.empty()) return keys;
  keys.push_back(kAliases);
  keys.push_back(kErrors);
  keys.push_back(kThresholds);
  keys.push_back(kPolicies);
  for (const Option& row : options())
    for (std::string_view verb : split(row.verbs, ' ')) keys.push_back(verb);
  return keys;
}

std::unexpected<Error> unknownKey(const ConfigText& config, const Member& member, std::string_view section) {
  const std::string_view nearest = nearestOf(member.key, knownKeys(section));
  return config.wrong(member.place, fmt::format("`{}` is no known key", member.key),
                      nearest.empty() ? "docs/reference/options.md lists the keys"
                                      : fmt::format("did you mean `{}`?", nearest));
}

std::unexpected<Error> wrongType(const ConfigText& config, const Member& member, std::string_view wanted) {
  return config.wrong(member.value.place(), fmt::format("`{}` must be {}, not {}", member.key, wanted,
                                                        document::describe(member.value.type())));
}

Expected<std::vector<std::string>> listOf(const ConfigText& config, const Member& member) {
  if (const std::string* single = member.value.asString()) return std::vector{*single};
  const document::Array* array = member.value.asArray();
  if (array == nullptr) return wrongType(config, member, "a list of text");
  std::vector<std::string> texts;
  for (const Value& item : *array) {
    if (item.asString() == nullptr) return wrongType(config, {member.key, item, {}}, "a list of text");
    texts.push_back(*item.asString());
  }
  return texts;
}

Expected<std::vector<std::string>> numberOf(const ConfigText& config, const Member& member) {
  constexpr unsigned kMost = std::numeric_limits<unsigned>::max();
  if (!member.value.asNumber()) return wrongType(config, member, "a whole number from 0");
  const auto number = member.value.asUnsigned();
  if (!number || *number > kMost)
    return config.wrong(member.value.place(),
                        fmt::format("`{}` must be a whole number from 0 to {}", member.key, kMost));
  return std::vector{std::to_string(*number)};
}

// Relative to the file, not to where the program happens to run.
std::string pathBeside(const std::filesystem::path& file, const std::string& path) {
  return (file.parent_path() / path).lexically_normal().string();
}

Expected<std::vector<std::string>> pathsOf(const ConfigText& config, const Member& member) {
  ASSAY_TRY(std::vector<std::string> paths, listOf(config, member));
  for (std::string& path : paths) path = pathBeside(config.file, path);
  return paths;
}

// Several values only where all verbs that read them take several: in the section of such a verb.
Expected<std::vector<std::string>> valuesOf(const ConfigText& config, const Option& row, const Member& member,
                                            std::string_view section) {
  if (row.type == OptionType::List) return listOf(config, member);
  if (isRepeated(row, section) && member.value.asArray() != nullptr) return pathsOf(config, member);
  if (row.type == OptionType::Number) return numberOf(config, member);
  if (row.type == OptionType::Flag) {
    const auto flag = member.value.asBool();
    if (!flag) return wrongType(config, member, "true or false");
    return std::vector<std::string>{*flag ? "true" : "false"};
  }
  const std::string* text = member.value.asString();
  if (text == nullptr) return wrongType(config, member, "text");
  if (text->empty()) return config.wrong(member.value.place(), fmt::format("`{}` is empty", member.key));
  return std::vector{row.type == OptionType::Path ? pathBeside(config.file, *text) : *text};
}

// One `key: value`; `section` is the verb whose map it stands in, empty at the top.
Expected<void> readOption(const ConfigText& config, const Member& member, std::string_view section,
                          Settings& settings) {
  const auto row = std::ranges::find(options(), std::string_view(member.key), &Option::key);
  if (row == options().end()) return unknownKey(config, member, section);
  if (!row->inFile)
    return config.wrong(member.place,
                        fmt::format("`{}` belongs on the command line, not in a file", member.key),
                        fmt::format("say --{} there", row->key));
  if (!section.empty() && !belongsTo(*row, section))
    return config.wrong(member.place, fmt::format("`{}` is no key of `{}`", member.key, section),
                        fmt::format("it is known to: {}", row->verbs));
  ASSAY_TRY(auto values, valuesOf(config, *row, member, section));
  const bool wanted = section.empty() ? belongsTo(*row, config.verb) : section == config.verb;
  if (wanted) settings.set(row->key, std::move(values), section.empty() ? Origin::TopLevel : Origin::Section);
  return {};
}

Expected<void> readAliases(const ConfigText& config, const Member& member, Settings& settings) {
  const document::Object* object = member.value.asObject();
  if (object == nullptr) return wrongType(config, member, "a map of words");
  for (const Member& alias : *object) {
    const std::string* target = alias.value.asString();
    if (target == nullptr || std::ranges::count(kAliasTargets, *target) == 0)
      return config.wrong(
          alias.value.place(),
          fmt::format("the alias `{}` must stand for generated, assisted or modified", alias.key));
    settings.aliases[alias.key] = *target;
  }
  return {};
}

// A word or a list of them; YAML takes `false` for a truth value.
std::vector<std::string> errorWordsOf(const Value& value) {
  std::vector<std::string> words;
  if (const document::Array* list = value.asArray())
    for (const Value& item : *list) std::ranges::move(errorWordsOf(item), std::back_inserter(words));
  if (value.asBool() == false) words.emplace_back("false");
  if (const std::string* text = value.asString())
    for (const std::string_view word : model::splitErrorWords(*text)) words.emplace_back(word);
  return words;
}

// `value` of the pattern `files`.
Expected<void> readErrorRule(const ConfigText& config, std::string files, const Value& value,
                             Settings& settings) {
  const std::vector<std::string> words = errorWordsOf(value);
  const auto unknown = std::ranges::find_if_not(words, model::isErrorWord);
  const std::string known = fmt::format("known: {}", model::kKnownErrorWords);
  if (words.empty())
    return config.wrong(value.place(), "`errors` takes words that say which returns are failures", known);
  if (unknown != words.end())
    return config.wrong(value.place(), fmt::format("`{}` says of no return that it is a failure", *unknown),
                        known);
  settings.errors.push_back({std::move(files), join(words, " ")});
  return {};
}

Expected<void> readErrors(const ConfigText& config, const Member& member, Settings& settings) {
  const document::Object* byFile = member.value.asObject();
  if (byFile == nullptr) return readErrorRule(config, "**", member.value, settings);
  for (const Member& rule : *byFile) ASSAY_TRY_VOID(readErrorRule(config, rule.key, rule.value, settings));
  return {};
}

Expected<void> readThresholdRules(const ConfigText& config, const Member& member, Settings& settings) {
  const document::Object* rules = member.value.asObject();
  if (rules == nullptr) return wrongType(config, member, "a map of functions or files");
  for (const Member& rule : *rules) {
    const std::string* words = rule.value.asString();
    if (words == nullptr) return wrongType(config, rule, "text");
    settings.thresholds.push_back({rule.key, *words, rule.value.locationIn(config.file.string())});
  }
  return {};
}

Expected<void> readSection(const ConfigText& config, const Member& member, Settings& settings) {
  const document::Object* object = member.value.asObject();
  if (object == nullptr) return wrongType(config, member, "a map of options");
  for (const Member& option : *object) ASSAY_TRY_VOID(readOption(config, option, member.key, settings));
  return {};
}

Expected<Settings> readSettings(const ConfigText& config, const document::Object& object) {
  Settings settings;
  for (const Member& member : object) {
    if (member.key == kAliases)
      ASSAY_TRY_VOID(readAliases(config, member, settings));
    else if (member.key == kErrors)
      ASSAY_TRY_VOID(readErrors(config, member, settings));
    else if (member.key == kThresholds)
      ASSAY_TRY_VOID(readThresholdRules(config, member, settings));
    else if (member.key == kPolicies) {
      ASSAY_TRY(settings.policies, readPolicies(member.value, config.file.string()));
    } else if (!isVerb(member.key))
      ASSAY_TRY_VOID(readOption(config, member, {}, settings));
  }
  for (const Member& member : object)  // after the top level, which they win over
    if (isVerb(member.key)) ASSAY_TRY_VOID(readSection(config, member, settings));
  return settings;
}

// Whatever is wrong with a configuration is wrong usage.
template <class Made>
std::unexpected<Error> asUsage(Expected<Made>&& failed) {
  failed.error().code = ErrorCode::Usage;
  return std::unexpected(std::move(failed).error());
}

}  // namespace

Expected<Settings> readConfigFile(const std::filesystem::path& file, std::string_view verb) {
  auto text = readFile(file);
  return text ? readConfigText(*text, file, verb) : asUsage(std::move(text));
}

Expected<Settings> readConfigText(const std::string& text, const std::filesystem::path& file,
                                  std::string_view verb) {
  auto root = document::parseYaml(text, file.string());
  if (!root) return asUsage(std::move(root));
  const ConfigText config{file, verb};
  if (root->isNull()) return Settings{};
  if (root->asObject() == nullptr)
    return config.wrong(root->place(), "a configuration is a map of keys",
                        "docs/reference/options.md lists them");
  return readSettings(config, *root->asObject());
}

}  // namespace assay::config
