// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A head is walked once, bracket group by bracket group. What matters on the way: the first parameter list, a
// '=', a constructor's initialisers (whose braces are not the body), and the old C style of declaring
// parameters.
#include "scan/lexical_heads.h"

#include <algorithm>
#include <array>

namespace assay::scan {
namespace {

constexpr std::array<std::string_view, 13> kNotNames = {
    "alignas", "decltype", "__attribute__", "__attribute", "__declspec", "noexcept", "requires",
    "throw",   "explicit", "typeof",        "__typeof__",  "asm",        "__asm__"};
constexpr std::array<std::string_view, 4> kClassKeys = {"class", "struct", "union", "enum"};
// What no head of a function has behind its parameters.
constexpr std::array<std::string_view, 8> kBeginnings = {"namespace", "template", "using",   "public",
                                                         "protected", "private",  "signals", "Q_SIGNALS"};
constexpr std::array<std::string_view, 5> kSpecifiers = {"extern", "static", "inline", "virtual", "friend"};
constexpr std::array<std::string_view, 9> kAfterParameters = {
    "const", "volatile", "noexcept", "override", "final", "try", "requires", "throw", "mutable"};

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

class HeadReader {
 public:
  HeadReader(const TokenStream& tokens, std::size_t begin, std::size_t end)
      : tokens_(tokens), begin_(begin), at_(begin), end_(end) {}

  Head run() {
    while (at_ < end_ && step()) {
    }
    if (at_ >= end_) head_.end = end_ - 1;
    if (head_.kind == ItemKind::Function || parameters_ != TokenStream::kNone) nameFunction();
    return head_;
  }

 private:
  /// False when the head has ended.
  bool step() {
    if (tokens_.is(at_, '}')) return endAt(at_ > begin_ ? at_ - 1 : at_);
    if (tokens_.is(at_, ';')) return isKnrList() ? advance(at_ + 1) : endAt(at_);
    if (tokens_.is(at_, '{')) return openBrace();
    if (isCallOfMacro() && beginsAnew()) return endAt(at_ - 1);
    if (isCallOfMacro() && goesOnBehindMacro()) parameters_ = TokenStream::kNone;
    if (tokens_.is(at_, "template")) return skipTemplateHeader();
    if (tokens_.is(at_, "operator")) return readOperator();
    if (tokens_.is(at_, '=')) assigned_ = true;
    if (tokens_.is(at_, ':') && parameters_ != TokenStream::kNone)
      initializers_ = classKey_ == TokenStream::kNone || !isClassHead();
    if (tokens_.is(at_, '(')) noteParameters();
    noteKeyword();
    return advance(tokens_.after(at_));
  }

  /// Nothing but `MAKE(f)` so far: what follows behind a directive has a head of its own.
  [[nodiscard]] bool isCallOfMacro() const {
    return at_ > begin_ + 1 && parameters_ == begin_ + 1 && tokens_.after(parameters_) == at_;
  }

  [[nodiscard]] bool beginsAnew() const {
    return tokens_.isDirective(at_) || isOneOf(tokens_.text(at_), kBeginnings);
  }

  /// `EXPORT(a) static int f() {`, `ALIGN(16) struct S {`. (`f(a) struct S* a; {` is a function of the old
  /// kind.)
  [[nodiscard]] bool goesOnBehindMacro() const {
    if (isOneOf(tokens_.text(at_), kSpecifiers)) return true;
    if (!isOneOf(tokens_.text(at_), kClassKeys) || at_ + 2 >= end_) return false;
    return tokens_[at_ + 1].kind == TokenKind::Identifier &&
           (tokens_.is(at_ + 2, '{') || tokens_.is(at_ + 2, ':') || tokens_.is(at_ + 2, "final"));
  }

  bool advance(std::size_t to) {
    at_ = to;
    return true;
  }

  bool endAt(std::size_t index) {
    head_.end = index;
    return false;
  }

  void noteKeyword() {
    const std::string_view word = tokens_.text(at_);
    if (word == "namespace" && !assigned_) scope_ = at_;
    if (isOneOf(word, kClassKeys) && classKey_ == TokenStream::kNone && parameters_ == TokenStream::kNone)
      classKey_ = at_;
  }

  bool skipTemplateHeader() { return advance(tokens_.is(at_ + 1, '<') ? afterAngles(at_ + 1) : at_ + 1); }

  /// Index behind the '>' that closes the '<' at `at`.
  [[nodiscard]] std::size_t afterAngles(std::size_t at) const {
    for (int depth = 0; at < end_;) {
      const std::string_view text = tokens_.text(at);
      if (text == "<") ++depth;
      if (text == ">") --depth;
      if (text == ">>") depth -= 2;
      at = tokens_.after(at);
      if (depth <= 0) break;
    }
    return at;
  }

  bool readOperator() {
    std::size_t at = at_ + 1;
    if (tokens_.is(at, '(') && tokens_.is(at + 1, ')')) at += 2;
    while (at < end_ && !tokens_.is(at, '(') && !tokens_.is(at, ';') && !tokens_.is(at, '{')) ++at;
    if (tokens_.is(at, '(') && parameters_ == TokenStream::kNone && !assigned_) parameters_ = at;
    return advance(at < end_ ? tokens_.after(at) : end_);
  }

  void noteParameters() {
    if (parameters_ != TokenStream::kNone || assigned_ || at_ == begin_) return;
    const bool named =
        tokens_[at_ - 1].kind == TokenKind::Identifier && !isOneOf(tokens_.text(at_ - 1), kNotNames);
    if (named || tokens_.is(at_ - 1, '>')) parameters_ = at_;
  }

  /// `int f(a, b) int a; char b; {`: a ';' between the parameters' names and the body.
  [[nodiscard]] bool isKnrList() const {
    if (parameters_ == TokenStream::kNone || assigned_ || initializers_) return false;
    const std::size_t close = tokens_.partner(parameters_);
    if (close == TokenStream::kNone || close == parameters_ + 1 || close + 1 >= at_) return false;
    for (std::size_t i = parameters_ + 1; i < close; ++i)
      if (tokens_[i].kind != TokenKind::Identifier && !tokens_.is(i, ',')) return false;
    const bool declares = tokens_[close + 1].kind == TokenKind::Identifier &&
                          !isOneOf(tokens_.text(close + 1), kAfterParameters) &&
                          !isOneOf(tokens_.text(close + 1), kNotNames);
    return declares && bodyFollowsDeclarations(at_ + 1);
  }

  [[nodiscard]] bool bodyFollowsDeclarations(std::size_t at) const {
    while (at < end_ && !tokens_.is(at, '{')) {
      const bool plain = tokens_[at].kind == TokenKind::Identifier || tokens_.is(at, '*') ||
                         tokens_.is(at, ',') || tokens_.is(at, ';') || tokens_.is(at, '[');
      if (!plain) return false;
      at = tokens_.after(at);
    }
    return at < end_ && tokens_.is(at - 1, ';');
  }

  bool openBrace() {
    const bool initialises = assigned_ || (initializers_ && initialisesMember());
    if (initialises) return advance(tokens_.after(at_));
    head_.brace = at_;
    classify();
    if (head_.kind != ItemKind::Declaration) return false;
    // A brace of a kind not known: an initialiser, or a macro that opens a scope.
    head_.end = std::max(at_, tokens_.after(at_) - 1);
    return false;
  }

  /// `: a{1}, B<T>{2}`: the brace stands behind a name; the body's stands behind a group.
  [[nodiscard]] bool initialisesMember() const {
    if (at_ == begin_) return false;
    const bool name = tokens_[at_ - 1].kind == TokenKind::Identifier && !tokens_.is(at_ - 1, "try");
    return name || tokens_.is(at_ - 1, '>');
  }

  void classify() {
    if (scope_ != TokenStream::kNone && parameters_ == TokenStream::kNone) {
      head_.kind = ItemKind::Namespace;
      head_.name = wordsAfter(scope_);
    } else if (at_ > begin_ + 1 && tokens_[at_ - 1].kind == TokenKind::String &&
               tokens_.is(at_ - 2, "extern")) {
      head_.kind = ItemKind::ExternC;
    } else if (classKey_ != TokenStream::kNone && isClassHead()) {
      head_.kind = tokens_.is(classKey_, "enum") ? ItemKind::Declaration : ItemKind::Class;
      head_.name = className_;
      parameters_ = TokenStream::kNone;
    } else if (parameters_ != TokenStream::kNone) {
      head_.kind = ItemKind::Function;
    }
  }

  /// Whether the class key begins a definition, and not the return type of a function.
  bool isClassHead() {
    std::size_t at = classKey_ + 1;
    while (at < at_) {
      const bool group = tokens_.is(at + 1, '(') || tokens_.is(at, '[');
      if (!group) break;
      at = tokens_.is(at, '[') ? tokens_.after(at) : tokens_.after(at + 1);
    }
    for (; at < at_ && !tokens_.is(at, ':'); at = tokens_.is(at, '<') ? afterAngles(at) : tokens_.after(at)) {
      if (tokens_.is(at, '*') || tokens_.is(at, '&') || tokens_.is(at, '(')) return false;
      if (tokens_[at].kind == TokenKind::Identifier && !tokens_.is(at, "final"))
        className_ = tokens_.text(at);
    }
    return true;
  }

  [[nodiscard]] std::string wordsAfter(std::size_t index) const {
    std::string words;
    for (std::size_t i = index + 1; i < at_; i = tokens_.after(i))
      if (tokens_[i].kind == TokenKind::Identifier || tokens_.is(i, "::")) words += tokens_.text(i);
    return words;
  }

  void nameFunction() {
    if (parameters_ == TokenStream::kNone) return;
    const std::size_t close = std::min(tokens_.partner(parameters_), end_);
    for (std::size_t i = parameters_ + 1; i < close; ++i) {
      if (!head_.parameters.empty()) head_.parameters += ' ';
      head_.parameters += tokens_.text(i);
    }
    head_.name = qualifiedName();
  }

  /// Backwards from the parameter list: `A<T>::B::operator ( )`, `~A`, `A::f<int>`.
  [[nodiscard]] std::string qualifiedName() const {
    for (std::size_t i = parameters_; i-- > begin_;)
      if (tokens_.is(i, "operator")) return qualifierBefore(i) + operatorName(i);
    std::size_t last = parameters_ - 1;
    if (tokens_.is(last, '>')) last = beforeAngles(last);
    std::string name(tokens_.text(last));
    if (last > begin_ && tokens_.is(last - 1, '~')) name = "~" + name, --last;
    return qualifierBefore(last) + name;
  }

  [[nodiscard]] std::string operatorName(std::size_t index) const {
    std::string name = "operator";
    for (std::size_t i = index + 1; i < parameters_; ++i) {
      if (tokens_[i].kind == TokenKind::Identifier) name += ' ';
      name += tokens_.text(i);
    }
    return name;
  }

  [[nodiscard]] std::string qualifierBefore(std::size_t index) const {
    std::string qualifier;
    while (index > begin_ + 1 && tokens_.is(index - 1, "::")) {
      index -= 2;
      if (tokens_.is(index, '>') || tokens_.is(index, ">>")) index = beforeAngles(index);
      if (tokens_[index].kind != TokenKind::Identifier) break;
      qualifier = std::string(tokens_.text(index)) + "::" + qualifier;
    }
    return qualifier;
  }

  [[nodiscard]] std::size_t beforeAngles(std::size_t index) const {
    int depth = 0;
    for (std::size_t i = index; i > begin_; --i) {
      if (tokens_.is(i, '>')) ++depth;
      if (tokens_.is(i, ">>")) depth += 2;
      if (tokens_.is(i, '<') && --depth == 0) return i - 1;
    }
    return index;
  }

  const TokenStream& tokens_;
  std::size_t begin_;
  std::size_t at_;
  std::size_t end_;
  std::size_t parameters_ = TokenStream::kNone;
  std::size_t classKey_ = TokenStream::kNone;
  std::size_t scope_ = TokenStream::kNone;
  std::string className_;
  bool assigned_ = false;
  bool initializers_ = false;
  Head head_;
};

}  // namespace

Head readHead(const TokenStream& tokens, std::size_t begin, std::size_t end) {
  return HeadReader(tokens, begin, end).run();
}

}  // namespace assay::scan
