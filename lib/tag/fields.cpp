// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "support/strings.h"
#include "tag/bare_text.h"
#include "tag/complaints.h"
#include "tag/dates.h"
#include "tag/experiment_values.h"
#include "tag/models.h"
#include "tag/read_tags.h"
#include "tag/tools.h"
#include "tag/words.h"

namespace assay::tag {
namespace {

using model::Authorship;
using source::Span;

constexpr std::string_view kNegative[] = {"no",    "none",  "false",  "0%",      "0 %",
                                          "never", "no ai", "not ai", "nothing", "not used"};
constexpr std::string_view kPositive[] = {"yes", "true"};
constexpr std::string_view kModifying[] = {"modified", "changed",    "updated",
                                           "edited",   "refactored", "rewritten"};
constexpr std::string_view kAdding[] = {"added", "new", "created"};

class FieldReader {
 public:
  FieldReader(const source::SourceText& text, Authorship authorship, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics) {
    tag_.authorship = authorship;
  }

  model::Tag read(const std::vector<Segment>& segments) {
    const std::size_t unkeyedPrompt = lastUnkeyedQuote(segments);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const Segment& segment = segments[i];
      const bool wasFirst = std::exchange(first_, segment.parenthesis && first_);
      if (extendsText(segment)) continue;
      freeText_ = nullptr;
      if (segment.key)
        keyed(segment);
      else if (segment.parenthesis)
        parenthesis(segment);
      else if (segment.isQuoted)
        quoted(segment, i == unkeyedPrompt);
      else
        positional(segment.value, segment.span, wasFirst);
      lastQuotedPrompt_ = segment.isQuoted && !tag_.prompt.empty() &&
                          (segment.key ? segment.key->field == Field::Prompt : i == unkeyedPrompt);
    }
    complainOfKey(segments);
    tag_.normalizedModel = normalizeModel(tag_.model);
    return std::move(tag_);
  }

 private:
  void complain(const char* id, Span span, std::string message, std::string hint = {}) {
    add(diagnostics_, text_, {id, span, std::move(message), std::move(hint)});
  }

  // The quotation without a key that is the prompt: the last that names no model.
  static std::size_t lastUnkeyedQuote(const std::vector<Segment>& segments) {
    std::size_t last = segments.size();
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (segments[i].key && segments[i].key->field == Field::Prompt) return segments.size();
      if (segments[i].isQuoted && !segments[i].key && normalizeModel(segments[i].value).empty()) last = i;
    }
    return last;
  }

  // A comma inside a bare prompt or note does not end it, unless a field follows that can be recognised.
  bool extendsText(const Segment& segment) {
    if (freeText_ == nullptr || segment.key || segment.line != freeLine_) return false;
    if (dateForm(segment.value) || (tag_.model.empty() && !normalizeModel(segment.value).empty()))
      return false;
    if (tag_.tool.empty() && isToolName(segment.value)) return false;
    *freeText_ += text_.slice({freeEnd_, segment.span.end});
    freeEnd_ = segment.span.end;
    return true;
  }

  void keyed(const Segment& segment) {
    if (segment.value.empty() && !segment.isQuoted)
      complain(complaint::kNoValue, segment.keySpan, "this key has no value", "write it as `key: value`");
    switch (segment.key->field) {
      case Field::Model: set(tag_.model, segment); break;
      case Field::Tool: keyedTool(segment); break;
      case Field::Date: keyedDate(segment); break;
      case Field::Prompt: set(tag_.prompt, segment), follow(tag_.prompt, segment); break;
      case Field::Note: keyedNote(segment); break;
      case Field::Extra: keyedExtra(segment); break;
    }
  }

  void keyedExtra(const Segment& segment) {
    tag_.extra.emplace_back(segment.key->name, segment.value);
    if (const auto wrong = wrongExperimentValue(segment.key->name, segment.value))
      complain(complaint::kShare, segment.span, wrong->message, wrong->hint);
  }

  void complainOfKey(const std::vector<Segment>& segments) {
    const auto wrong = wrongKeyOf(tag_);
    const auto segment =
        std::ranges::find_if(segments, [](const Segment& one) { return one.key && one.key->name == "key"; });
    if (wrong && segment != segments.end())
      complain(complaint::kShare, segment->span, wrong->message, wrong->hint);
  }

  // A bare text may go on behind a comma: `follow` remembers where it began.
  void follow(std::string& field, const Segment& segment) {
    if (segment.isQuoted || segment.value.empty() || !field.ends_with(segment.value)) return;
    freeText_ = &field;
    freeLine_ = segment.line;
    freeEnd_ = segment.span.end;
  }

  void set(std::string& field, const Segment& segment) {
    if (field.empty()) {
      field = segment.value;
      return;
    }
    complain(complaint::kTwice, segment.keySpan,
             "'" + segment.key->name + "' is given twice; the first one counts");
    tag_.extra.emplace_back(segment.key->name, segment.value);
  }

  // `tool: Codex (model: GPT-5)`
  void keyedTool(const Segment& segment) {
    const std::size_t open = segment.value.find('(');
    const bool split = !segment.isQuoted && segment.value.ends_with(')') && open != std::string::npos &&
                       open > 0 && tag_.tool.empty();
    if (!split) return set(tag_.tool, segment);
    tag_.tool = std::string(trimRight(std::string_view(segment.value).substr(0, open)));
    inner(std::string_view(segment.value).substr(open + 1, segment.value.size() - open - 2), segment.span);
  }

  void keyedDate(const Segment& segment) {
    const auto form = dateForm(segment.value);
    if (form == DateForm::Iso) return set(tag_.date, segment);
    if (!segment.value.empty()) complainOfDate(form, segment.span);
    tag_.extra.emplace_back("date", segment.value);
  }

  void complainOfDate(std::optional<DateForm> form, Span span) {
    if (form == DateForm::Impossible)
      return complain(complaint::kDateValue, span, "there is no such date", "write YYYY-MM-DD");
    complain(complaint::kDateForm, span,
             form == DateForm::Ambiguous ? "this date can be read in more than one way; it is not used"
                                         : "this is no ISO date; it is not used",
             "write YYYY-MM-DD");
  }

  void keyedNote(const Segment& segment) {
    addNote(segment.value);
    follow(tag_.note, segment);
  }

  void addNote(std::string_view text) {
    if (text.empty()) return;
    if (!tag_.note.empty()) tag_.note += ", ";
    tag_.note += text;
  }

  void quoted(const Segment& segment, bool isPrompt) {
    if (segment.continuation && lastQuotedPrompt_)
      tag_.prompt += "\n" + segment.value;
    else if (tag_.model.empty() && !normalizeModel(segment.value).empty())
      tag_.model = segment.value;
    else if (isPrompt && tag_.prompt.empty())
      tag_.prompt = segment.value;
    else
      addNote(segment.value);
  }

  // "(Claude)", "(modified)", "(Cursor, 2024-01-15)" behind the head.
  void parenthesis(const Segment& segment) {
    if (isOneOf(segment.value, kModifying)) {
      if (tag_.authorship != Authorship::Human) tag_.authorship = Authorship::Modified;
    } else if (isOneOf(segment.value, kAdding)) {
      tag_.extra.emplace_back("change", lower(segment.value));
    } else if (equalsIgnoringCase(segment.value, "assisted")) {
      if (tag_.authorship != Authorship::Human) tag_.authorship = Authorship::Assisted;
    } else {
      inner(segment.value, segment.span);
    }
  }

  void inner(std::string_view text, Span span) {
    const bool outermost = depth_ == 0;
    if (depth_++ < 3) {
      bool first = outermost && tag_.model.empty() && tag_.tool.empty();
      for (Segment& part : segmentsOf(text)) {
        part.span = span;
        if (part.key)
          part.keySpan = span, keyed(part);
        else if (part.isQuoted)
          quoted(part, tag_.prompt.empty());
        else
          positional(part.value, span, first);
        first = false;
      }
      freeText_ = nullptr;
    } else {
      addNote(text);
    }
    --depth_;
  }

  // Names inside names: bounded, because a hostile text may nest them without end.
  void positional(std::string_view value, Span span, bool first) {
    constexpr unsigned kDeepest = 8;
    if (nesting_ == kDeepest) return addNote(value);
    ++nesting_;
    place(value, span, first);
    --nesting_;
  }

  void place(std::string_view value, Span span, bool first) {
    if (value.ends_with('.') && !value.ends_with("..")) value.remove_suffix(1);
    value = trim(value);
    if (value.empty() || (first && answer(value, span)) || dated(value, span, first)) return;
    if (named(value, span)) return;
    const std::string_view bare = withoutConnecting(value);
    if (bare.size() != value.size() && named(bare, span)) return;
    if (first && looksLikeModel(value)) {
      tag_.model = value;
      return;
    }
    if (const auto meant = nearestTool(value.substr(0, value.find(':'))))
      complain(complaint::kUnknownName, span, "no tool of this name is known",
               "did you mean \"" + std::string(*meant) + "\"?");
    addNote(value);
  }

  // "AI-generated: no" and "AI-generated: yes"
  bool answer(std::string_view value, Span span) {
    const std::size_t open = value.ends_with(')') ? value.find('(') : std::string_view::npos;
    const std::string_view word = trimRight(value.substr(0, open));
    if (isOneOf(word, kPositive) && word.size() == value.size()) return true;
    if (!isOneOf(word, kNegative)) return false;
    tag_.authorship = Authorship::Human;
    if (word.size() != value.size()) inner(value.substr(open + 1, value.size() - open - 2), span);
    return true;
  }

  // A date alone, or at either end of something that is a name.
  bool dated(std::string_view value, Span span, bool first) {
    const auto found = findDate(value);
    if (!found) return false;
    const std::string_view date = value.substr(found->span.begin, found->span.size());
    const std::string_view before = withoutConnecting(trim(value.substr(0, found->span.begin)));
    std::string_view after = trim(value.substr(found->span.end));
    if (after.starts_with(':')) after = trim(after.substr(1));
    const bool alone = before.empty() && after.empty();
    const bool named = after.empty() && (isToolName(before) || !leadingModel(before).empty());
    if (!alone && !named && !before.empty()) return false;
    if (!before.empty()) positional(before, span, first);
    takeDate(date, found->form, span);
    if (!after.empty()) positional(after, span, false);
    return true;
  }

  void takeDate(std::string_view date, DateForm form, Span span) {
    if (form == DateForm::Iso && tag_.date.empty()) {
      tag_.date = date;
      return;
    }
    if (form == DateForm::Iso)
      complain(complaint::kTwice, span, "a date is given twice; the first one counts");
    else
      complainOfDate(form, span);
    tag_.extra.emplace_back("date", date);
  }

  // Everything that is a known name of a model or a tool, or both.
  bool named(std::string_view value, Span span) {
    if (isToolName(value)) return takeTool(value);
    if (value.ends_with(')') && parenthesised(value, span)) return true;
    if (!normalizeModel(value).empty() && !standsBehindTool(value)) return takeModel(value);
    if (pairWithColon(value, span) || severalTools(value)) return true;
    const std::string_view lead = leadingModel(value);
    if (lead.empty() || !tag_.model.empty()) return false;
    takeModel(lead);
    positional(trim(value.substr(lead.size())), span, false);
    return true;
  }

  bool takeTool(std::string_view value) {
    if (tag_.tool.empty())
      tag_.tool = value;
    else
      addNote(value);
    return true;
  }

  bool takeModel(std::string_view value) {
    if (tag_.model.empty())
      tag_.model = value;
    else
      addNote(value);
    return true;
  }

  // "Cursor (Codex 5.3)", "Claude Opus 4 (Cursor)", "Value object (GitHub Copilot)"; not "Anthropic Claude
  // (Sonnet 5)".
  bool parenthesised(std::string_view value, Span span) {
    const std::size_t open = value.find('(');
    if (open == std::string_view::npos || open == 0) return false;
    const std::string_view outside = trimRight(value.substr(0, open));
    const std::string_view inside = trim(value.substr(open + 1, value.size() - open - 2));
    if (isToolName(outside)) {
      takeTool(outside);
      inner(inside, span);
      return true;
    }
    const bool tools = isToolName(inside) || isToolList(inside);
    if (!tools && !normalizeModel(value).empty()) return false;
    if (!normalizeModel(outside).empty()) {
      takeModel(outside);
      inner(inside, span);
      return true;
    }
    if (!tools && normalizeModel(inside).empty()) return false;
    addNote(outside);
    return tools ? takeTool(inside) : takeModel(inside);
  }

  // "GitHub Copilot:claude-sonnet-4.6", "GPT-4: sorts faster"
  bool pairWithColon(std::string_view value, Span span) {
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view left = trim(value.substr(0, colon));
    const std::string_view right = trim(value.substr(colon + 1));
    if (isToolName(left))
      takeTool(left);
    else if (!normalizeModel(left).empty())
      takeModel(left);
    else
      return false;
    if (!right.empty()) positional(right, span, false);
    return true;
  }

  bool severalTools(std::string_view value) { return isToolList(value) && takeTool(value); }

  // The first bare text: a model that nobody told us about, or a remark.
  [[nodiscard]] bool looksLikeModel(std::string_view value) const {
    const bool free = tag_.model.empty() && tag_.tool.empty() && tag_.authorship != Authorship::Human;
    return free && looksLikeModelName(value);
  }

  const source::SourceText& text_;
  Diagnostics& diagnostics_;
  model::Tag tag_;
  bool first_ = true;
  bool lastQuotedPrompt_ = false;
  unsigned depth_ = 0;               // of parentheses
  unsigned nesting_ = 0;             // of positional values
  std::string* freeText_ = nullptr;  // the bare prompt or note that was read last
  std::size_t freeEnd_ = 0;          // how far the file has been taken into it
  std::size_t freeLine_ = 0;
};

}  // namespace

model::Tag readFields(const source::SourceText& text, Authorship authorship,
                      const std::vector<Segment>& segments, Diagnostics& diagnostics) {
  return FieldReader(text, authorship, diagnostics).read(segments);
}

bool saysSomething(const model::Tag& tag) {
  return tag.authorship == Authorship::Human || !tag.normalizedModel.empty() || !tag.tool.empty() ||
         !tag.date.empty() || !tag.prompt.empty() || !tag.extra.empty();
}

bool readsAsModel(std::string_view name) {
  Diagnostics ignored;
  const source::SourceText text("", std::string(name));
  model::Tag expected;
  expected.model = name;
  expected.normalizedModel = normalizeModel(name);
  return !name.empty() && readFields(text, Authorship::Generated, segmentsOf(name), ignored) == expected &&
         ignored.all().empty();
}

}  // namespace assay::tag
