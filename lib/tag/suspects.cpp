// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A name from the list, and a word of authorship in the right place; then everything that turns the meaning
// is looked for.
#include "tag/suspects.h"

#include <algorithm>
#include <vector>

#include "support/strings.h"
#include "tag/dates.h"
#include "tag/models.h"
#include "tag/quotes.h"
#include "tag/suspects_table.h"
#include "tag/tools.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

constexpr std::size_t kLongestLine = 400;
constexpr std::string_view kConfidenceWords[] = {"low", "medium", "high"};  // in the order of Confidence

struct Mention {
  const SuspectName* name = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool isLetter(char c) {
  return isWordByte(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Whole words only, and no part of an address, a path or an identifier. "gpt" is followed by its version.
bool standsAlone(std::string_view line, std::size_t begin, std::size_t end, bool version) {
  if (begin > 0 && (isWordByte(line[begin - 1]) || line[begin - 1] == '/' || line[begin - 1] == '.' ||
                    line[begin - 1] == '@'))
    return false;
  if (end >= line.size()) return !version;
  const char next = line[end];
  if (version)
    return isDigit(next) || ((next == '-' || next == ' ') && end + 1 < line.size() && isDigit(line[end + 1]));
  if (next == '.' || next == '/' || next == '@') return end + 1 >= line.size() || !isWordByte(line[end + 1]);
  if (next == ':') return !line.substr(end).starts_with("::");
  return !isWordByte(next);
}

std::optional<Mention> findMention(std::string_view line) {
  const std::string folded = lower(line);
  for (const SuspectName& name : kSuspectNames) {
    for (std::size_t at = folded.find(name.word); at != std::string::npos;
         at = folded.find(name.word, at + 1)) {
      const std::size_t end = at + name.word.size();
      if (standsAlone(line, at, end, name.word == "gpt")) return Mention{&name, at, end};
    }
  }
  return std::nullopt;
}

std::vector<std::string> wordsOfProse(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : text) {
    if (isLetter(c) || (c == '\'' && !word.empty())) {
      word += lower(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool anyOf(const std::vector<std::string>& words, std::span<const std::string_view> list) {
  return std::ranges::any_of(words, [&](const std::string& word) { return isOneOf(word, list); });
}

// Chinese, Japanese and Korean write the verb without blanks around it.
bool hasForeignVerb(std::string_view line) {
  constexpr std::string_view kVerbs[] = {"生成",     "編寫",    "编写",   "作成",        "생성",
                                         "作成した", "написан", "создан", "сгенерирован"};
  return std::ranges::any_of(
      kVerbs, [&](std::string_view verb) { return line.find(verb) != std::string_view::npos; });
}

class Judge {
 public:
  Judge(std::string_view line, const Mention& mention)
      : line_(line),
        mention_(mention),
        before_(wordsOfProse(line.substr(0, mention.begin))),
        after_(wordsOfProse(line.substr(mention.end))) {}

  /// Of a line with a verdict.
  [[nodiscard]] Confidence confidence() const {
    if (mention_.name->display.empty()) return Confidence::Low;
    const bool did = anyOf(before_, kGeneratedVerbs) || anyOf(before_, kAssistedVerbs) || nameActs() ||
                     startsAssisted() || labelled();
    const bool signedBy = !before_.empty() && isOneOf(before_.back(), kConnectors);
    if (mention_.name->unmistakable) {
      if (did) return Confidence::High;
      return signedBy ? Confidence::Medium : Confidence::Low;
    }
    return did ? Confidence::Medium : Confidence::Low;
  }

  [[nodiscard]] std::optional<model::Authorship> verdict() const {
    if (turned()) return std::nullopt;
    const bool generated = anyOf(before_, kGeneratedVerbs) || nameActs() || hasForeignVerb(line_);
    const bool assisted = anyOf(before_, kAssistedVerbs) || startsAssisted();
    const bool connected = !before_.empty() && isOneOf(before_.back(), kConnectors);
    if (mention_.name->display.empty()) {
      if (!plainAi(generated, connected)) return std::nullopt;
    } else if (mention_.name->unmistakable) {
      if (!generated && !assisted && !connected && !nameAlone()) return std::nullopt;
    } else if (!((generated || assisted) && (connected || nameActs() || labelled()))) {
      return std::nullopt;
    }
    return assisted ? model::Authorship::Assisted : model::Authorship::Generated;
  }

 private:
  [[nodiscard]] bool turned() const {
    if (openingQuote(line_)) return true;
    if (anyOf(before_, kSuspectNegations) || anyOf(before_, kOnlySpokenOf) || anyOf(after_, kOnlySpokenOf))
      return true;
    return !after_.empty() && isOneOf(after_.front(), kProductNouns) && !mentionEndsSentence();
  }

  [[nodiscard]] bool mentionEndsSentence() const {
    const std::string_view rest = trim(line_.substr(mention_.end));
    return rest.starts_with('.') || rest.starts_with(',') || rest.starts_with('(');
  }

  // "Claude generated this"
  [[nodiscard]] bool nameActs() const {
    return before_.empty() && !after_.empty() && isOneOf(after_.front(), kGeneratedVerbs) &&
           after_.front() != "thanks";
  }

  [[nodiscard]] bool startsAssisted() const {
    return !after_.empty() && isOneOf(after_.front(), kAssistedVerbs);
  }

  // "Author: Claude", "Assisted-by: Claude"
  [[nodiscard]] bool labelled() const { return trim(line_.substr(0, mention_.begin)).ends_with(':'); }

  // The comment is the name, or ends in it: a signature.
  [[nodiscard]] bool nameAlone() const { return after_.empty() && before_.size() <= 4; }

  // "AI" alone means game opponents nine times in ten: "written by AI", "with the help of AI", and no less.
  [[nodiscard]] bool plainAi(bool generated, bool connected) const {
    if (hasForeignVerb(line_.substr(mention_.begin))) return true;
    if (nameActs() && after_.size() > 1 && (after_[1] == "this" || after_[1] == "the")) return true;
    return generated && connected && before_.back() != "the" && before_.back() != "of" &&
           before_.back() != "to";
  }

  std::string_view line_;
  const Mention& mention_;
  std::vector<std::string> before_;
  std::vector<std::string> after_;
};

void nameIn(std::string_view line, const Mention& mention, model::Tag& tag) {
  if (mention.name->display.empty()) return;
  std::string_view named = line.substr(mention.begin);
  named = named.substr(0, named.find_first_of(",;()<>\"|"));
  std::string_view model = leadingModel(named);
  while (model.ends_with('.')) model.remove_suffix(1);
  const bool version = model.find_first_of("0123456789") != std::string_view::npos;
  if (version)
    tag.model = model;
  else if (!normalizeModel(mention.name->display).empty())
    tag.model = mention.name->display;
  else
    tag.tool = mention.name->display;
  tag.normalizedModel = normalizeModel(tag.model);
}

Suspect suspect(std::string_view line, model::Tag tag, Confidence confidence = Confidence::Low) {
  if (const auto date = findDate(line); date && date->form == DateForm::Iso)
    tag.date = line.substr(date->span.begin, date->span.size());
  Suspect result;
  result.suggestion = printTag(tag);
  result.tag = std::move(tag);
  result.text = line;
  result.confidence = confidence;
  return result;
}

// "All print statements are AI-generated", "this file was largely AI-generated"
std::optional<Suspect> declaredInProse(std::string_view line) {
  const std::string folded = lower(line);
  for (std::string_view word : {"ai-generated", "ai generated", "ai-assisted"}) {
    const std::size_t at = folded.find(word);
    if (at == std::string::npos || at == 0) continue;
    const auto before = wordsOfProse(line.substr(0, at));
    constexpr std::string_view kStateVerbs[] = {"is",     "are",    "was",       "were", "largely",
                                                "mostly", "partly", "partially", "been"};
    if (before.empty() || !isOneOf(before.back(), kStateVerbs) || anyOf(before, kSuspectNegations)) continue;
    const std::string_view after = trim(line.substr(at + word.size()));
    if (!after.empty() && after.front() != '.') continue;
    model::Tag tag;
    tag.authorship = model::Authorship::Assisted;
    return suspect(line, tag);
  }
  return std::nullopt;
}

bool isSharedChat(std::string_view line) {
  return line.find("chatgpt.com/share") != std::string_view::npos ||
         line.find("chat.openai.com/share") != std::string_view::npos;
}

}  // namespace

std::optional<Suspect> suspectOf(std::string_view line) {
  line = trim(line);
  if (line.size() > kLongestLine || line.size() < 2) return std::nullopt;
  if (isSharedChat(line)) {
    model::Tag tag;
    tag.authorship = model::Authorship::Assisted;
    tag.tool = "ChatGPT";
    return suspect(line, tag);
  }
  const auto mention = findMention(line);
  if (!mention) return declaredInProse(line);
  const Judge judge(line, *mention);
  const auto authorship = judge.verdict();
  if (!authorship) return declaredInProse(line);
  model::Tag tag;
  tag.authorship = *authorship;
  nameIn(line, *mention, tag);
  return suspect(line, tag, judge.confidence());
}

std::string_view wordOf(Confidence confidence) {
  return kConfidenceWords[static_cast<std::size_t>(confidence)];
}

std::optional<Confidence> confidenceOf(std::string_view word) {
  const auto* const found = std::ranges::find(kConfidenceWords, word);
  if (found == std::end(kConfidenceWords)) return std::nullopt;
  return static_cast<Confidence>(found - std::begin(kConfidenceWords));
}

bool mayHaveSuspects(std::string_view bytes) {
  constexpr std::string_view kMarks[] = {"ai",       "gpt",           "copilot", "claude",   "gemini",
                                         "deepseek", "codex",         "cursor",  "bard",     "llama",
                                         "mistral",  "grok",          "qwen",    "windsurf", "tabnine",
                                         "codeium",  "codewhisperer", "kiro",    "devin",    "llm"};
  bool starts[256] = {};
  for (std::string_view mark : kMarks)
    starts[static_cast<unsigned char>(mark.front())] =
        starts[static_cast<unsigned char>(mark.front() ^ 0x20)] = true;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!starts[static_cast<unsigned char>(bytes[at])] ||
        (at > 0 && isWordByte(bytes[at - 1]) && lower(bytes[at]) != 'g'))
      continue;
    if (std::ranges::any_of(
            kMarks, [&](std::string_view mark) { return startsWithIgnoringCase(bytes.substr(at), mark); }))
      return true;
  }
  return false;
}

}  // namespace assay::tag
