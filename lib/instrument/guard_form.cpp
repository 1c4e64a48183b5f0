// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/guard_form.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>

#include "model/error_words.h"
#include "model/sample.h"
#include "source/inserted_input.h"
#include "support/strings.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::FunctionKind;
using model::PointKind;
using model::Trait;
using source::GuardForm;

struct CountedRow {
  Trait trait;
  std::string_view code;
};

// No object may live where the stack frame is left behind, or given to the next call.
constexpr std::array kCountedOnly = {
    CountedRow{Trait::MustTail, "musttail"},
    CountedRow{Trait::Noreturn, "noreturn"},
    CountedRow{Trait::SetjmpLongjmp, "setjmp-longjmp"},
    CountedRow{Trait::SelfTailCall, "self-tail-call"},
};

bool hasPoint(const AnnotatedFunction& function, PointKind kind) {
  return std::ranges::any_of(function.points, [&](const auto& point) { return point.kind == kind; });
}

FormChoice coroutineForm(const AnnotatedFunction& function) {
  if (function.traits.has(Trait::FunctionTry)) return {GuardForm::Coroutine, "function-try"};
  if (function.traits.has(Trait::MacroCoReturn)) return {GuardForm::Coroutine, "macro-co-return"};
  return {GuardForm::Coroutine, "coroutine"};
}

// A constructor's or destructor's handlers rethrow, and cannot be put in braces: the guard goes inside.
FormChoice functionTryForm(const AnnotatedFunction& function) {
  const bool special =
      function.kind == FunctionKind::Constructor || function.kind == FunctionKind::Destructor;
  const bool constant = function.traits.has(Trait::Constexpr);
  if (special) return {constant ? GuardForm::Literal : GuardForm::Ordinary, "try-only"};
  const bool possible = hasPoint(function, PointKind::Try) && !constant;
  return {GuardForm::Try, possible ? "" : "function-try"};
}

FormChoice plainForm(const AnnotatedFunction& function) {
  if (function.traits.has(Trait::Constexpr)) return {GuardForm::Literal, ""};
  return {function.traits.has(Trait::Recursive) ? GuardForm::Recursive : GuardForm::Ordinary, ""};
}

// Of the tag, else of the policy.
std::vector<std::string_view> wordsOfErrors(const AnnotatedFunction& function) {
  std::vector<std::string_view> words;
  for (const auto& [key, text] : function.tag.extra)
    if (key == "errors") std::ranges::copy(model::splitErrorWords(text), std::back_inserter(words));
  return model::saysErrors(function.tag) ? words : model::splitErrorWords(function.errorPolicy);
}

bool says(const std::vector<std::string_view>& words, std::string_view word) {
  return std::ranges::any_of(words, [&](std::string_view given) { return equalsIgnoringCase(given, word); });
}

// Neither sees how a call ends by its value.
bool seesReturns(GuardForm form) {
  return form != GuardForm::Count && form != GuardForm::Coroutine;
}

// Those that are not seen among them.
std::vector<PointKind> askedFailures(const AnnotatedFunction& function) {
  auto words = wordsOfErrors(function);
  std::erase_if(words, [](std::string_view word) { return !model::isErrorWord(word); });
  std::vector<PointKind> kinds;
  if (!seesReturns(formOf(function).form)) return kinds;
  for (const model::ErrorWord& row : model::errorWords())
    if (words.empty() ? row.byDefault : says(words, row.word)) kinds.push_back(row.kind);
  return kinds;
}

}  // namespace

FormChoice formOf(const AnnotatedFunction& function) {
  if (function.traits.has(Trait::Coroutine)) return coroutineForm(function);
  for (const CountedRow& row : kCountedOnly)
    if (function.traits.has(row.trait)) return {GuardForm::Count, row.code};
  if (function.traits.has(Trait::ConstexprCxx11)) return {GuardForm::Literal, "constexpr"};
  FormChoice choice =
      function.traits.has(Trait::FunctionTry) ? functionTryForm(function) : plainForm(function);
  if (choice.code.empty() && function.traits.has(Trait::PureOrConst)) choice.code = "pure-or-const";
  return choice;
}

source::GuardKind kindOf(const AnnotatedFunction& function) {
  return {formOf(function).form, model::sampleOf(function.tag)};
}

std::string unknownSample(const AnnotatedFunction& function) {
  const auto& pairs = function.tag.extra;
  const auto said = std::ranges::find(pairs, "sample", &std::pair<std::string, std::string>::first);
  return said != pairs.end() && model::sampleOf(function.tag) == 0 ? said->second : std::string();
}

std::string whySampleIsIdle(const AnnotatedFunction& function) {
  const unsigned sample = model::sampleOf(function.tag);
  const GuardForm form = formOf(function).form;
  if (sample == 0) return {};
  if (form == GuardForm::Count) return "its end is not seen, so that no call is timed";
  if (sample == 1) return {};  // as it is anyway
  if (form == GuardForm::Coroutine) return "each call of a coroutine is timed";
  return form == GuardForm::Recursive ? "each outermost level of a recursion is timed" : "";
}

std::vector<PointKind> failuresOf(const AnnotatedFunction& function) {
  std::vector<PointKind> kinds = askedFailures(function);
  std::erase_if(kinds, model::isUnseen);
  return kinds;
}

std::vector<unsigned> unseenReturns(const AnnotatedFunction& function) {
  const std::vector<PointKind> failures = askedFailures(function);
  std::vector<unsigned> lines;
  for (const model::EditPoint& point : function.points)
    if (model::isUnseen(point.kind) && std::ranges::find(failures, point.kind) != failures.end())
      lines.push_back(point.begin.line);
  std::ranges::sort(lines);
  lines.erase(std::ranges::unique(lines).begin(), lines.end());
  return lines;
}

std::vector<std::string> unknownErrorWords(const AnnotatedFunction& function) {
  std::vector<std::string> unknown;
  for (const std::string_view word : wordsOfErrors(function))
    if (!model::isErrorWord(word)) unknown.emplace_back(word);
  return unknown;
}

std::string errorsOf(const AnnotatedFunction& function) {
  std::vector<std::string> words;
  const bool throws = !function.traits.has(Trait::C) && formOf(function).form != GuardForm::Count;
  if (throws) words.emplace_back(model::kExceptions);
  const auto kinds = failuresOf(function);
  for (const model::ErrorWord& row : model::errorWords())
    if (std::ranges::find(kinds, row.kind) != kinds.end() && hasPoint(function, row.kind) &&
        std::ranges::find(words, row.word) == words.end())
      words.emplace_back(row.word);
  if (words.empty()) return std::string(model::kNoFailures);
  return words.size() == 1 && throws ? "exceptions-only" : join(words, ", ");
}

model::Input inputOf(const AnnotatedFunction& function) {
  if (function.inputs.empty() || formOf(function).form == GuardForm::Count) return {};
  model::Input input = function.inputs.front();
  if (source::insertedSize(function.id, input.size, input.when).empty()) input.size.clear();
  if (source::insertedType(function.id, input.type).empty()) input.type.clear();
  return input;
}

std::string insertedInput(const AnnotatedFunction& function, bool withType) {
  const model::Input input = inputOf(function);
  const std::string size = source::insertedSize(function.id, input.size, input.when);
  return withType ? size + source::insertedType(function.id, input.type) : size;
}

std::string unknownSize(const AnnotatedFunction& function) {
  const auto& pairs = function.tag.extra;
  const auto asked = std::ranges::find(pairs, "size", &std::pair<std::string, std::string>::first);
  const bool isKnown = !function.inputs.empty() && !function.inputs.front().size.empty();
  if (asked == pairs.end() || isKnown || equalsIgnoringCase(asked->second, model::kNoFailures)) return {};
  return asked->second;
}

}  // namespace assay::instrument
