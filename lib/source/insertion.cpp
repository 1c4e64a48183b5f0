// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Writing is strict, recognising is tolerant: a formatter may have moved a guard to a line of its own or
// wrapped its arguments, and it must still come out. What does not stand where we put it (a guard not behind
// an opening brace, say) is somebody's text about assay and stays.
#include "source/insertion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "source/comments.h"
#include "source/inserted_call.h"
#include "source/span.h"
#include "support/strings.h"

namespace assay::source {
namespace {

// What every include of ours begins with, and how each of them goes on.
constexpr std::string_view kIncludeDirective = "#include <assay/inserted";
constexpr std::array<std::string_view, 2> kIncludeEnds = {".h>", "_experiment.h>"};
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

enum class Shape {
  AfterBrace,  // ` MACRO(id, "name");` right behind a brace of the user's
  OwnBrace,    // `{ MACRO(…); ` in front of what an end with a brace follows
  Last,        // ` MACRO(id);` in front of a brace of the user's
  ValueBegin,  // ` MACRO(id)` behind `return`
  ValueEnd,    // ` MACRO(id)` in front of its semicolon
};

struct FormRow {
  std::string_view macro;
  Shape shape;
  bool named;            // its arguments are an id and a name, not the id alone
  bool sampled = false;  // and a number
};

constexpr std::array kForms = {
    FormRow{"GUARD", Shape::AfterBrace, true},
    FormRow{"LITERAL_GUARD", Shape::AfterBrace, true},
    FormRow{"RECURSIVE_GUARD", Shape::AfterBrace, true},
    FormRow{"COUNT", Shape::AfterBrace, true},
    FormRow{"COROUTINE_GUARD", Shape::AfterBrace, true},
    FormRow{"TRY_GUARD", Shape::OwnBrace, true},
    FormRow{"FAILS", Shape::OwnBrace, false},
    FormRow{"RETURNS", Shape::OwnBrace, false},
    FormRow{"FLOWS_OFF", Shape::Last, false},
    // An end stands behind its beginning.
    FormRow{"NEGATIVE", Shape::ValueBegin, false},
    FormRow{"NEGATIVE_END", Shape::ValueEnd, false},
    FormRow{"ZERO", Shape::ValueBegin, false},
    FormRow{"ZERO_END", Shape::ValueEnd, false},
    // What a GuardKind with a sample has in front of its form.
    FormRow{"SAMPLED_GUARD", Shape::AfterBrace, true, true},
    FormRow{"SAMPLED_LITERAL_GUARD", Shape::AfterBrace, true, true},
    FormRow{"SAMPLED_TRY_GUARD", Shape::OwnBrace, true, true},
};
// What may stand behind a guard, each with an id and expressions.
constexpr std::string_view kInstanceMacro = "TYPE_INSTANCE";  // with an id alone
constexpr std::array kInputMacros = {std::string_view("SIZE"), std::string_view("SIZE_IF"),
                                     std::string_view("TYPE_INDEX"), std::string_view("TYPE_DYNAMIC"),
                                     kInstanceMacro};
// What may stand in front of a guard.
constexpr std::array<std::string_view, 4> kRolloutMacros = {"ROLLOUT", "ROLLOUT_VOID", "ROLLOUT_BY",
                                                            "ROLLOUT_VOID_BY"};
constexpr std::array<std::string_view, 2> kShadowMacros = {"SHADOW", "SHADOW_BY"};
constexpr std::array<std::string_view, 4> kCompareMacros = {"COMPARE", "COMPARE_BY", "COMPARE_EITHER",
                                                            "COMPARE_EITHER_BY"};
constexpr std::string_view kMacroPrefix = "ASSAY_INSERTED_";
constexpr std::string_view kEndMacro = "END";
constexpr std::string_view kSampled = "SAMPLED_";

// The word behind kMacroPrefix, with where it ends.
struct MacroWord {
  std::string_view word;
  std::size_t end = 0;
};

MacroWord macroAt(std::string_view text, std::size_t begin) {
  const std::size_t word = begin + kMacroPrefix.size();
  std::size_t end = word;
  while (end < text.size() && isWordByte(text[end])) ++end;
  return {text.substr(word, end - word), end};
}

std::optional<std::size_t> endOf(const FormRow& form, std::string_view text, std::size_t at) {
  InsertedCall reader(text, at);
  if (form.sampled) return reader.endOfSampled();
  return reader.end(form.named, form.shape != Shape::ValueBegin && form.shape != Shape::ValueEnd);
}

// Behind a guard's end: behind what says what its call's input is.
std::size_t withInput(std::string_view text, std::size_t end) {
  for (;;) {
    const std::size_t begin = skipSpace(text, end);
    if (!text.substr(begin).starts_with(kMacroPrefix)) return end;
    const MacroWord macro = macroAt(text, begin);
    const auto known = std::ranges::find(kInputMacros, macro.word);
    if (known == kInputMacros.end()) return end;
    InsertedCall reader(text, macro.end);
    const auto closed = *known == kInstanceMacro ? reader.end(false, true) : reader.endOfInput();
    if (!closed) return end;
    end = *closed;
  }
}

// Behind a dispatch's end: behind the guard that goes with it.
std::size_t withGuard(std::string_view text, std::size_t end) {
  const std::size_t begin = skipSpace(text, end);
  if (!text.substr(begin).starts_with(kMacroPrefix)) return end;
  const MacroWord macro = macroAt(text, begin);
  const auto* const form = std::ranges::find(kForms, macro.word, &FormRow::macro);
  if (form == kForms.end() || form->shape != Shape::AfterBrace) return end;
  const auto closed = endOf(*form, text, macro.end);
  return closed ? withInput(text, *closed) : end;
}

// Behind the beginning of a shadow: behind its other half; nothing when that is not there.
std::optional<std::size_t> withCompare(std::string_view text, std::size_t end) {
  const std::size_t begin = skipSpace(text, withInput(text, end));
  if (!text.substr(begin).starts_with(kMacroPrefix)) return std::nullopt;
  const MacroWord macro = macroAt(text, begin);
  if (std::ranges::find(kCompareMacros, macro.word) == kCompareMacros.end()) return std::nullopt;
  return InsertedCall(text, macro.end).endOfCompare();
}

std::size_t skipSpaceBackwards(std::string_view text, std::size_t at) {
  while (at > 0 && isSpace(text[at - 1])) --at;
  return at;
}

bool endsWithBrace(std::string_view text) {
  return text.ends_with('{') || text.ends_with("<%");
}

bool isBlankAt(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ' ';
}

// From the brace before the macro's name; nothing when there is none.
std::optional<Span> behindBrace(std::string_view text, Span call) {
  const std::size_t begin = skipSpaceBackwards(text, call.begin);
  if (begin == call.begin || !endsWithBrace(text.substr(0, begin))) return std::nullopt;
  return Span{begin, call.end};
}

std::optional<Span> withOwnBrace(std::string_view text, Span call) {
  const std::size_t begin = skipSpaceBackwards(text, call.begin);
  if (begin == call.begin || !text.substr(0, begin).ends_with('{')) return std::nullopt;
  return Span{begin - 1, call.end + (isBlankAt(text, call.end) ? 1 : 0)};
}

Span withBlank(std::string_view text, Span call) {
  const bool blank = call.begin > 0 && isBlankAt(text, call.begin - 1);
  return {call.begin - (blank ? 1 : 0), call.end};
}

enum class Role { Whole, Opens, Closes };

struct Insertion {
  Span span;
  Role role = Role::Whole;
  std::string_view end = {};  // the macro that closes it, or that it is
};

std::optional<Insertion> as(Role role, std::optional<Span> span, std::string_view end = {}) {
  return span ? std::optional(Insertion{*span, role, end}) : std::nullopt;
}

// `begin` is where the macro's name begins.
std::optional<Insertion> callAt(std::string_view text, std::size_t begin) {
  if (begin > 0 && isWordByte(text[begin - 1])) return std::nullopt;
  const auto [macro, end] = macroAt(text, begin);
  const bool isShadow = std::ranges::find(kShadowMacros, macro) != kShadowMacros.end();
  if (isShadow || std::ranges::find(kRolloutMacros, macro) != kRolloutMacros.end()) {
    auto closed = InsertedCall(text, end).endOfRollout();
    if (closed && isShadow) closed = withCompare(text, *closed);
    return closed ? as(Role::Whole, behindBrace(text, {begin, withGuard(text, *closed)})) : std::nullopt;
  }
  if (macro == kEndMacro) {
    const auto brace = InsertedCall(text, end).closingBrace();
    return brace ? as(Role::Closes, withBlank(text, {begin, *brace}), kEndMacro) : std::nullopt;
  }
  const auto* const form = std::ranges::find(kForms, macro, &FormRow::macro);
  if (form == kForms.end()) return std::nullopt;
  auto closed = endOf(*form, text, end);
  if (!closed) return std::nullopt;
  if (form->named) closed = withInput(text, *closed);
  switch (form->shape) {
    case Shape::AfterBrace: return as(Role::Whole, behindBrace(text, {begin, *closed}));
    case Shape::OwnBrace: return as(Role::Opens, withOwnBrace(text, {begin, *closed}), kEndMacro);
    case Shape::ValueBegin: return as(Role::Opens, withBlank(text, {begin, *closed}), std::next(form)->macro);
    case Shape::ValueEnd: return as(Role::Closes, withBlank(text, {begin, *closed}), form->macro);
    case Shape::Last: break;
  }
  return as(Role::Whole, withBlank(text, {begin, *closed}));
}

bool startsLine(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == '\n' || (at == kByteOrderMark.size() && text.starts_with(kByteOrderMark));
}

std::optional<Insertion> includeAt(std::string_view text, std::size_t at) {
  if (!startsLine(text, at)) return std::nullopt;
  const std::string_view rest = text.substr(at + kIncludeDirective.size());
  const auto found =
      std::ranges::find_if(kIncludeEnds, [&](std::string_view with) { return rest.starts_with(with); });
  if (found == kIncludeEnds.end()) return std::nullopt;
  const std::size_t end = at + kIncludeDirective.size() + found->size();
  return Insertion{{at, end + (isBlankAt(text, end) ? 1 : 0)}};
}

template <class Recognise>
void collect(std::string_view text, std::string_view spelling, Recognise recognise,
             std::vector<std::pair<std::size_t, Insertion>>& found) {
  for (std::size_t at = text.find(spelling); at != std::string_view::npos; at = text.find(spelling, at + 1))
    if (const auto insertion = recognise(text, at)) found.emplace_back(at, *insertion);
}

// What begins with one goes with its partner, or neither goes. One whose partner was edited away is passed
// over.
std::vector<Span> inPairs(const std::vector<Insertion>& found) {
  std::vector<Span> spans;
  std::vector<Insertion> open;
  for (const Insertion& insertion : found) {
    if (insertion.role == Role::Opens) {
      open.push_back(insertion);
    } else if (insertion.role == Role::Whole) {
      spans.push_back(insertion.span);
    } else if (const auto partner =
                   std::ranges::find(open.rbegin(), open.rend(), insertion.end, &Insertion::end);
               partner != open.rend()) {
      spans.push_back(partner->span);
      spans.push_back(insertion.span);
      open.erase(std::prev(partner.base()), open.end());
    }
  }
  std::ranges::sort(spans, {}, &Span::begin);
  return spans;
}

// What stands in a comment or a literal is text about insertions.
std::vector<Span> insertionsIn(std::string_view text) {
  std::vector<std::pair<std::size_t, Insertion>> found;  // by the place of the spelling
  collect(text, kIncludeDirective, includeAt, found);
  collect(text, kMacroPrefix, callAt, found);
  if (found.empty()) return {};
  std::ranges::sort(found, {}, [](const auto& one) { return one.first; });
  const std::vector<Span> noCode = findCommentsAndLiterals(text);
  std::vector<Insertion> inCode;
  for (const auto& [at, insertion] : found)
    if (!isWithin(noCode, at)) inCode.push_back(insertion);
  return inPairs(inCode);
}

// Octal, because a hexadecimal escape would swallow digits that follow it.
std::string escaped(std::string_view name) {
  std::string result;
  char previous = 0;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || (c == '?' && previous == '?'))
      result += fmt::format("\\{}", c);
    else if (byte < 0x20 || byte >= 0x7f)
      result += fmt::format("\\{:03o}", byte);
    else
      result += c;
    previous = c;
  }
  return result;
}

// Both spellings hold "inse" behind '/' or '_', in whatever case: looked for sixteen bytes at a time.
bool mayHaveInsertions(std::string_view text) {
  using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
  using Words [[gnu::vector_size(16)]] = std::uint64_t;
  constexpr std::size_t kAhead = 4;
  const auto at = [&](std::size_t i) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    return bytes;
  };
  std::size_t i = 0;
  Bytes hits{};
  for (; i + sizeof(Bytes) + kAhead <= text.size(); i += sizeof(Bytes)) {
    const Bytes first = at(i);
    const auto rest = ((at(i + 1) | 0x20) == 'i') & ((at(i + 3) | 0x20) == 's') & ((at(i + 4) | 0x20) == 'e');
    hits |= reinterpret_cast<Bytes>(rest & ((first == '/') | (first == '_')));
  }
  const auto any = reinterpret_cast<Words>(hits);
  const std::string_view end = text.substr(i);
  return (any[0] | any[1]) != 0 || end.find("/inse") != std::string_view::npos ||
         end.find("_INSE") != std::string_view::npos;
}

}  // namespace

std::string literalOf(std::string_view text) {
  return '"' + escaped(text) + '"';
}

std::string macroOf(GuardKind kind) {
  return std::string(kMacroPrefix) + std::string(kind.sample == 0 ? "" : kSampled) +
         std::string(kForms[static_cast<std::size_t>(kind.form)].macro);
}

std::string insertedGuard(GuardKind kind, std::uint64_t id, std::string_view name, std::string_view input) {
  const FormRow& row = kForms[static_cast<std::size_t>(kind.form)];
  const std::string sample = kind.sample == 0 ? "" : fmt::format(", {}", kind.sample);
  const std::string call =
      fmt::format("{}(0x{:016x}, {}{});{}", macroOf(kind), id, literalOf(name), sample, input);
  return row.shape == Shape::OwnBrace ? "{ " + call + ' ' : ' ' + call;
}

std::string insertedNotice(Notice notice, std::uint64_t id) {
  switch (notice) {
    case Notice::Fails: return fmt::format("{{ {}FAILS(0x{:016x}); ", kMacroPrefix, id);
    case Notice::Returns: return fmt::format("{{ {}RETURNS(0x{:016x}); ", kMacroPrefix, id);
    case Notice::FlowsOff: break;
  }
  return fmt::format(" {}FLOWS_OFF(0x{:016x});", kMacroPrefix, id);
}

std::string insertedValueBegin(Failure failure, std::uint64_t id) {
  return fmt::format(" {}{}(0x{:016x})", kMacroPrefix, failure == Failure::Negative ? "NEGATIVE" : "ZERO",
                     id);
}

std::string insertedValueEnd(Failure failure, std::uint64_t id) {
  return fmt::format(" {}{}_END(0x{:016x})", kMacroPrefix, failure == Failure::Negative ? "NEGATIVE" : "ZERO",
                     id);
}

bool hasInsertions(std::string_view text) {
  return mayHaveInsertions(text) && !insertionsIn(text).empty();
}

std::string stripInsertions(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t done = 0;
  for (const Span& span : insertionsIn(text)) {
    if (span.begin < done) continue;
    result += text.substr(done, span.begin - done);
    done = span.end;
  }
  result += text.substr(done);
  return result;
}

}  // namespace assay::source
