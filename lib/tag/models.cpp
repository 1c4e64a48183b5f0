// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name is cut into words, the maker's and the tool's names are dropped, the first word must be a family's,
// and every further word must be a version, a size, a date, a known variant, or (once, after a version) a
// name with a capital.
#include "tag/models.h"

#include <algorithm>
#include <string>
#include <vector>

#include "support/strings.h"
#include "tag/models_table.h"
#include "tag/read_tags.h"
#include "tag/tools.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

constexpr std::size_t kLongestModelName = 80;
using NameWords = std::vector<std::string>;

bool allDigits(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, isDigit);
}

bool isVersion(std::string_view word) {
  return !word.empty() && (isDigit(word[0]) || (word.size() > 1 && isAlpha(word[0]) && isDigit(word[1])));
}

bool isFamily(std::string_view word) {
  return std::ranges::any_of(
      kModelFamilies, [&](const ModelFamily& family) { return equalsIgnoringCase(family.word, word); });
}

// "gpt4o" and "qwen2.5" are a family and a version in one word.
void addWord(NameWords& words, std::string_view word) {
  const std::size_t digit = word.find_first_of("0123456789");
  const bool glued = digit != std::string_view::npos && digit > 1 && isFamily(word.substr(0, digit));
  if (glued) words.emplace_back(word.substr(0, digit));
  if (glued) word.remove_prefix(digit);
  if (word.size() > 1 && word.back() == '+') {
    words.emplace_back(word.substr(0, word.size() - 1));
    word = "plus";
  }
  if (!word.empty()) words.emplace_back(word);
}

NameWords wordsOfName(std::string_view name) {
  constexpr std::string_view kBreaks = " \t\n\r-_/:()[],@";
  NameWords words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(kBreaks), name.size());
    std::string_view word = name.substr(0, end);
    while (word.ends_with('.')) word.remove_suffix(1);
    if (!word.empty()) addWord(words, word);
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

// "Chat GPT 4", "Deep Seek", "Code Llama", "text-davinci": two words that stand for one.
void mergeTwins(NameWords& words) {
  if (words.size() < 2) return;
  const std::string twin = lower(words[0] + words[1]);
  if (twin == "textdavinci" || twin == "codedavinci") words.erase(words.begin());
  if (twin != "chatgpt" && twin != "deepseek" && twin != "codellama") return;
  words[0] = twin;
  words.erase(words.begin() + 1);
}

void dropMakers(NameWords& words) {
  while (words.size() > 1 && isOneOf(words[0], kModelMakers)) words.erase(words.begin());
  if (words.size() > 1 && equalsIgnoringCase(words[0], "mistral") && words[1].size() > 4 &&
      isFamily(words[1]))
    words.erase(words.begin());
}

// A release date ("20241022", "2024-08-06", "0613") or "latest" at the end says nothing about which model it
// is.
void dropRelease(NameWords& words) {
  if (words.size() > 1 && lower(words.back()) == "latest") words.pop_back();
  const std::size_t n = words.size();
  if (n > 4 && allDigits(words[n - 3]) && words[n - 3].size() == 4 && words[n - 2].size() == 2 &&
      words[n - 1].size() == 2)
    words.resize(n - 3);
  else if (n > 2 && allDigits(words[n - 1]) &&
           (words[n - 1].size() == 8 || (words[n - 1].size() == 4 && isVersion(words[1]))))
    words.pop_back();
}

bool wordsFit(const NameWords& words) {
  bool version = isDigit(words[0].back());
  bool named = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool good = std::ranges::all_of(word, [](char c) { return isWordByte(c) || c == '.'; });
    if (!good || word.size() > 16) return false;
    if (isVersion(word)) {
      version = true;
    } else if (!isOneOf(word, kModelWords)) {
      const bool capital = word[0] >= 'A' && word[0] <= 'Z' && word.size() > 2;
      if (!capital || !version || named) return false;
      named = true;
    }
  }
  return words.size() <= 8;
}

bool needsMet(const ModelFamily& family, const NameWords& words) {
  if (family.needs == Needs::More) return words.size() > 1;
  return family.needs == Needs::Nothing || (words.size() > 1 && isVersion(words[1]));
}

std::string joined(const NameWords& words) {
  return join(words, "-");
}

// Before version 4 the version came first (claude-3-5-sonnet), then the name (claude-sonnet-4-5).
std::string claudeName(NameWords words) {
  if (words[0] == "claude") words.erase(words.begin());
  std::string family;
  NameWords version;
  NameWords rest;
  for (const std::string& word : words) {
    const bool isName = word == "sonnet" || word == "opus" || word == "haiku" || word == "instant";
    if (isName && family.empty())
      family = word;
    else if (isDigit(word[0]) && rest.empty() && word.size() < 5)
      version.push_back(replaceAll(word, ".", "-"));
    else
      rest.push_back(word);
  }
  std::string number = joined(version);
  if (number.ends_with("-0")) number.resize(number.size() - 2);
  const bool versionFirst = !number.empty() && number[0] < '4' && !family.empty() && family != "instant";
  NameWords name{"claude"};
  if (versionFirst) name.push_back(number);
  if (!family.empty()) name.push_back(family);
  if (!versionFirst && !number.empty())
    name.push_back(family.empty() ? replaceAll(number, "-", ".") : number);
  name.insert(name.end(), rest.begin(), rest.end());
  return joined(name);
}

// "Gemini Pro 1.5" and "Gemini 1.5 Pro" are the same model: the version first.
void versionToFront(NameWords& words) {
  const auto version = std::ranges::find_if(words.begin() + 1, words.end(),
                                            [](const std::string& word) { return isDigit(word[0]); });
  if (version != words.end()) std::rotate(words.begin() + 1, version, version + 1);
}

std::string nameOf(const ModelFamily& family, NameWords words) {
  for (std::string& word : words) word = lower(word);
  if (family.stem == "claude") return claudeName(std::move(words));
  if (family.stem == "gemini") versionToFront(words);
  if (family.word == "codex") words.insert(words.begin() + 2, "codex");
  words[0] = std::string(family.stem);
  if (family.joined && words.size() > 1 && isDigit(words[1][0])) {
    words[0] += words[1];
    words.erase(words.begin() + 1);
  }
  return joined(words);
}

// "claude-code:claude-opus-5", "GitHub Copilot:gpt-5": what stands behind the tool's name.
std::string_view withoutTool(std::string_view name) {
  for (std::size_t at = name.find_first_of(":/"); at != std::string_view::npos;
       at = name.find_first_of(":/", at + 1))
    if (isToolName(trim(name.substr(0, at)))) return trim(name.substr(at + 1));
  return name;
}

}  // namespace

std::string normalizeModel(std::string_view name) {
  name = trim(name);
  if (name.size() > kLongestModelName) return {};
  name = withoutTool(name);
  if (name.empty() || isToolName(name)) return {};
  NameWords words = wordsOfName(name);
  if (words.empty()) return {};
  dropMakers(words);
  mergeTwins(words);
  if (words.size() > 2 && equalsIgnoringCase(words[0], "claude") && equalsIgnoringCase(words[1], "code"))
    words.erase(words.begin() + 1);
  dropRelease(words);
  const auto* family = std::ranges::find_if(
      kModelFamilies, [&](const ModelFamily& f) { return equalsIgnoringCase(f.word, words[0]); });
  if (family == std::end(kModelFamilies) || !wordsFit(words) || !needsMet(*family, words)) return {};
  return std::string(family->provider) + "/" + nameOf(*family, std::move(words));
}

std::string_view leadingModel(std::string_view text) {
  std::string_view best;
  const std::string_view start = text.substr(0, kLongestModelName);
  for (std::size_t at = start.find(' ');; at = start.find(' ', at + 1)) {
    const std::string_view candidate = trimRight(text.substr(0, std::min(at, text.size())));
    if (!normalizeModel(candidate).empty()) best = candidate;
    if (at == std::string_view::npos) return best;
  }
}

}  // namespace assay::tag
