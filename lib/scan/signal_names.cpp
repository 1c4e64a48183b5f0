// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Three shapes: `signal(SIG, name)`; `x.sa_handler = name` (or sa_sigaction, or a designated initialiser);
// `struct sigaction x = {name}`, where the handler comes first. What is handed over may be a variable: then
// it is what the file says that the variable holds.
#include "scan/signal_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "support/strings.h"

namespace assay::scan {
namespace {

bool isCallOfSignal(std::string_view word) {
  constexpr std::array<std::string_view, 5> kCalls = {"signal", "bsd_signal", "sysv_signal", "ssignal",
                                                      "sigset"};
  return std::ranges::find(kCalls, word) != kCalls.end();
}

class HandlerSearch {
 public:
  explicit HandlerSearch(const TokenStream& tokens) : tokens_(tokens) {}

  SignalHandlers run(bool behindSignals) {
    forEachName([&](std::size_t i) {
      lookAt(i);
      if (behindSignals) lookBehindSignal(i);
    });
    dropTheSystemsOwn();
    for (std::size_t before = 0; before < found_.names.size();) {
      before = found_.names.size();
      forEachName([&](std::size_t i) { lookIntoVariable(i); });
      dropTheSystemsOwn();
    }
    return std::move(found_);
  }

 private:
  template <class Visit>
  void forEachName(const Visit& visit) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (tokens_[i].kind == TokenKind::Identifier) visit(i);
  }

  void dropTheSystemsOwn() {
    for (const std::string_view none : {"SIG_IGN", "SIG_DFL", "NULL", "nullptr"}) found_.names.erase(none);
  }

  void lookAt(std::size_t index) {
    const std::string_view word = tokens_.text(index);
    if (isCallOfSignal(word) && tokens_.is(index + 1, '('))
      addSecondArgument(index + 2);
    else if ((word == "sa_handler" || word == "sa_sigaction") &&
             (tokens_.is(index + 1, '=') || tokens_.is(index + 1, ':')))
      addNames(index + 2, endOfExpression(index + 2));
    else if (word == "sigaction")
      addInitializer(index + 1);
  }

  void lookBehindSignal(std::size_t index) {
    const std::string_view word = tokens_.text(index);
    if (index == 0 || !word.starts_with("SIG") || word.size() < 5 || word.starts_with("SIG_")) return;
    const std::size_t end = endOfExpression(index);
    // What the system is given there is a structure, which says itself what its handler is.
    if (index >= 2 && tokens_.is(index - 2, "sigaction")) return;
    if ((tokens_.is(index - 1, '(') || tokens_.is(index - 1, '{')) && tokens_.is(end, ','))
      addNames(end + 1, endOfExpression(end + 1));
    else if (tokens_.is(index - 1, '[') && tokens_.is(index + 1, ']') && tokens_.is(index + 2, '='))
      addNames(index + 3, endOfExpression(index + 3));
  }

  /// `h = …` and `(*h)(int) = …` of a name that is handed over.
  void lookIntoVariable(std::size_t index) {
    if (!found_.names.contains(tokens_.text(index))) return;
    std::size_t at = index + 1;
    if (tokens_.is(at, ')') && tokens_.is(at + 1, '(')) at = tokens_.after(at + 1);
    if (tokens_.is(at, '=')) addNames(at + 1, endOfExpression(at + 1));
  }

  void addSecondArgument(std::size_t begin) {
    const std::size_t comma = endOfExpression(begin);
    if (tokens_.is(comma, ',')) addNames(comma + 1, endOfExpression(comma + 1));
  }

  /// Behind the type: `a = {`, `a{`, `a[2] = {`, `){` of a compound literal, `{`.
  void addInitializer(std::size_t at) {
    if (tokens_.is(at, ')')) ++at;
    while (at < tokens_.size() &&
           (tokens_[at].kind == TokenKind::Identifier || tokens_.is(at, '[') || tokens_.is(at, '=')))
      at = tokens_.after(at);
    if (tokens_.is(at, '{')) addFirsts(at);
  }

  /// What stands first in the list, and in the lists in it; a field's name goes before its value.
  void addFirsts(std::size_t open) {
    const std::size_t close = tokens_.partner(open);
    if (close == TokenStream::kNone) return;
    if (!tokens_.is(open + 1, '.')) addNames(open + 1, endOfExpression(open + 1));
    for (std::size_t at = open + 1; at < close; at = tokens_.after(at))
      if (tokens_.is(at, '{')) addFirsts(at);
  }

  [[nodiscard]] std::size_t endOfExpression(std::size_t at) const {
    while (at < tokens_.size() && !tokens_.is(at, ',') && !tokens_.is(at, ';') && !tokens_.is(at, ')') &&
           !tokens_.is(at, '}'))
      at = tokens_.after(at);
    return at;
  }

  /// Of an expression that is a name, or chooses between some.
  void addNames(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    if (tokens_.is(begin, '+')) ++begin;
    if (tokens_.is(begin, '[')) return void(found_.lambdas.insert(tokens_[begin].span.begin));
    if (const std::size_t chosen = find('?', begin, end); chosen < end) {
      const std::size_t other = find(':', chosen + 1, end);
      addNames(other == chosen + 1 ? begin : chosen + 1, other == chosen + 1 ? chosen : other);
      return addNames(other + 1, end);
    }
    const bool isCast = tokens_.is(begin, "static_cast") || tokens_.is(begin, "reinterpret_cast");
    const std::size_t open = tokens_.is(end - 1, ')') ? tokens_.partner(end - 1) : TokenStream::kNone;
    if (open != TokenStream::kNone && (isCast ? open > begin : open == begin))
      return addNames(open + 1, end - 1);
    if (tokens_.is(begin, '(') && tokens_.partner(begin) < end)  // a cast
      return addNames(tokens_.partner(begin) + 1, end);
    addName(tokens_.is(begin, '&') ? begin + 1 : begin, end);
  }

  [[nodiscard]] std::size_t find(char sign, std::size_t begin, std::size_t end) const {
    unsigned inner = 0;  // choices in what is chosen
    for (; begin < end; begin = tokens_.after(begin)) {
      if (tokens_.is(begin, sign) && inner == 0) return begin;
      if (tokens_.is(begin, '?')) ++inner;
      if (tokens_.is(begin, ':') && inner > 0) --inner;
    }
    return end;
  }

  /// The last word of `f`, `A::f`, `f<1>`; nothing of all others.
  void addName(std::size_t begin, std::size_t end) {
    if (end > begin && tokens_.is(end - 1, '>'))
      for (end = end - 1; end > begin && !tokens_.is(end, '<');) --end;
    if (begin >= end || tokens_[end - 1].kind != TokenKind::Identifier) return;
    for (std::size_t i = begin + 1; i < end; ++i)
      if (tokens_.is(i, "::") == tokens_.is(i - 1, "::")) return;
    found_.names.insert(tokens_.text(end - 1));
  }

  const TokenStream& tokens_;
  SignalHandlers found_;
};

constexpr std::size_t kBlock = 1024;
// GCC and Clang turn operations on this type into whatever vector instructions the machine has.
using SixteenBytes [[gnu::vector_size(16)]] = std::uint8_t;
using TwoWords [[gnu::vector_size(16)]] = std::uint64_t;

SixteenBytes sixteenAt(const char* text) {
  SixteenBytes bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

// "sig" in any case, or "_ha" of sa_handler, anywhere in the block. `text` reaches two bytes beyond it.
bool mayHoldSignal(const char* text) {
  SixteenBytes hits{};
  for (std::size_t i = 0; i < kBlock; i += sizeof(SixteenBytes)) {
    const SixteenBytes a = sixteenAt(text + i), b = sixteenAt(text + i + 1), c = sixteenAt(text + i + 2);
    hits |= reinterpret_cast<SixteenBytes>(((a | 0x20) == 's') & ((b | 0x20) == 'i') & ((c | 0x20) == 'g'));
    hits |= reinterpret_cast<SixteenBytes>((a == '_') & (b == 'h') & (c == 'a'));
  }
  const auto any = reinterpret_cast<TwoWords>(hits);
  return (any[0] | any[1]) != 0;
}

bool isSignalName(std::string_view word) {
  return word.size() >= 5 && word.starts_with("SIG") && !word.starts_with("SIG_") &&
         std::ranges::all_of(word, [](char c) { return !isAlpha(c) || lower(c) != c; });
}

// Whether the word around the place is one that hands over, or a signal's name.
bool handsOver(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && isWordByte(text[begin - 1])) --begin;
  std::size_t end = at;
  while (end < text.size() && isWordByte(text[end])) ++end;
  const std::string_view word = text.substr(begin, end - begin);
  return word == "sigaction" || word == "sa_sigaction" || word == "sa_handler" || isCallOfSignal(word) ||
         isSignalName(word);
}

bool handsOverIn(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, text.size()); ++i)
    if ((lower(text[i]) == 's' && startsWithIgnoringCase(text.substr(i), "sig")) ||
        text.substr(i, 3) == "_ha")
      if (handsOver(text, i)) return true;
  return false;
}

bool mayHandOver(std::string_view text) {
  std::size_t begin = 0;
  for (; begin + kBlock + 2 <= text.size(); begin += kBlock)
    if (mayHoldSignal(text.data() + begin) && handsOverIn(text, begin, begin + kBlock)) return true;
  return handsOverIn(text, begin, text.size());
}

}  // namespace

SignalHandlers signalHandlers(const TokenStream& tokens) {
  return HandlerSearch(tokens).run(false);
}

std::vector<std::string> namesOfHandlers(std::string_view text) {
  if (!mayHandOver(text)) return {};
  const TokenStream tokens(text);
  const SignalHandlers found = HandlerSearch(tokens).run(true);
  return {found.names.begin(), found.names.end()};
}

}  // namespace assay::scan
