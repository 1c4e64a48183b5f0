// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/file_scope.h"

#include <algorithm>
#include <array>

#include "instrument/lexemes.h"
#include "support/strings.h"

namespace assay::instrument {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kWordsKept = 3;

// Words that may follow a parameter list without beginning a K&R parameter declaration.
constexpr std::array kAfterParameters = {"const"sv,         "volatile"sv, "noexcept"sv, "override"sv,
                                         "final"sv,         "throw"sv,    "try"sv,      "mutable"sv,
                                         "__attribute__"sv, "requires"sv, "__asm__"sv,  "asm"sv,
                                         "constexpr"sv,     "&"sv,        "static"sv,   "consteval"sv};

bool mayFollowParameters(std::string_view word) {
  return std::ranges::find(kAfterParameters, word) != kAfterParameters.end();
}

bool isWord(std::string_view token) {
  return !token.empty() && (isWordByte(token.front()) || static_cast<unsigned char>(token.front()) >= 0x80);
}

}  // namespace

FileScope::FileScope(std::string_view text)
    : text_(text), at_(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

bool FileScope::nextLine() {
  while (at_ < text_.size()) {
    if (newLine_) {
      newLine_ = false;
      return true;
    }
    step();
  }
  return false;
}

void FileScope::advanceTo(std::size_t offset) {
  while (at_ < std::min(offset, text_.size())) step();
}

bool FileScope::betweenDeclarations() const {
  return braces_ == 0 && parentheses_ == 0 && ended_ && !inPurview_ && !reordered_;
}

std::vector<int> FileScope::branches() const {
  std::vector<int> numbers;
  for (const Branch& branch : open_) numbers.push_back(branch.number);
  return numbers;
}

void FileScope::step() {
  const char c = text_[at_];
  if (c == '\n') {
    ++at_;
    lineStart_ = newLine_ = true;
  } else if (isSpace(c)) {
    ++at_;
  } else if (const std::size_t spliced = skipSplice(text_, at_); spliced != at_) {
    at_ = spliced;
  } else if (isComment(text_, at_)) {
    at_ = endOfComment(text_, at_);
  } else if (lineStart_ && (c == '#' || text_.substr(at_).starts_with("%:"))) {
    directive();
  } else {
    lineStart_ = false;
    tokenSeen_ = true;
    readToken();
  }
}

void FileScope::readToken() {
  const std::size_t begin = at_;
  const std::string_view rest = text_.substr(begin);
  if (isWord(rest)) {
    at_ = endOfWord(text_, begin);
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (isRawPrefix(word) && text_.substr(at_).starts_with('"')) at_ = endOfRawString(text_, at_);
    return token(word);
  }
  if (rest.front() == '"' || rest.front() == '\'') {
    at_ = endOfLiteral(text_, begin);
    return token("\"");
  }
  const bool digraph = rest.starts_with("<%") || rest.starts_with("%>");
  at_ += digraph ? 2 : 1;
  if (digraph) return token(rest.front() == '<' ? "{" : "}");
  token(rest.substr(0, 1));
}

void FileScope::directive() {
  std::size_t name = at_ + (text_[at_] == '#' ? 1 : 2);
  for (std::size_t before = name + 1; before != name;) {
    before = name;
    name = skipSplice(text_, skipBlanks(text_, name));
    if (isComment(text_, name)) name = endOfComment(text_, name);
  }
  const std::string_view word = name < text_.size() && isWord(text_.substr(name))
                                    ? text_.substr(name, endOfWord(text_, name) - name)
                                    : ""sv;
  at_ = endOfDirective(text_, name);
  if (word == "pragma") pragma(trim(text_.substr(name + word.size(), at_ - name - word.size())));
  if (!tokenSeen_) openingDirectives_.emplace_back(word);
  if (word == "if" || word == "ifdef" || word == "ifndef") openBranch();
  if (word == "else" || word.starts_with("elif")) nextBranch(word == "else");
  if (word == "endif") closeBranch();
}

// Of what the next declaration is, or in which order the bytes of all that follow are, a header must see
// nothing.
void FileScope::pragma(std::string_view said) {
  if (said.starts_with("omp declare") && !said.starts_with("omp declare target")) ended_ = false;
  if (said.starts_with("scalar_storage_order")) reordered_ = true;
}

void FileScope::openBranch() {
  open_.push_back({++branchesSeen_, braces_, braces_, ended_, true});
}

// Every branch begins as the first one did. What they end with is joined so that doubt means "not at file
// scope".
void FileScope::nextBranch(bool isElse) {
  if (open_.empty()) return;
  Branch& branch = open_.back();
  branch.number = ++branchesSeen_;
  branch.bracesMost = std::max(branch.bracesMost, braces_);
  branch.endedEverywhere = branch.endedEverywhere && ended_;
  branch.hasElse = branch.hasElse || isElse;
  braces_ = branch.bracesAtStart;
  ended_ = branch.endedAtStart;
}

void FileScope::closeBranch() {
  if (open_.empty()) return;
  const Branch branch = open_.back();
  open_.pop_back();
  braces_ = std::max({branch.bracesMost, braces_, branch.bracesAtStart});
  ended_ = branch.endedEverywhere && ended_ && (branch.hasElse || branch.endedAtStart);
}

void FileScope::token(std::string_view text) {
  if (text == "{") return openBrace();
  if (text == "}") return closeBrace();
  if (braces_ > 0) return;
  if (text == ";" && parentheses_ == 0) return semicolon();
  if (text == ")" && parentheses_ > 0) --parentheses_;
  remember(text);
  if (text == "(") ++parentheses_;
}

void FileScope::remember(std::string_view text) {
  ended_ = false;
  Declaration& declaration = declaration_;
  if (declaration.words.size() < kWordsKept) declaration.words.emplace_back(text);
  if (parentheses_ == 0) {
    if (declaration.previous == ")" && isWord(text) && !mayFollowParameters(text))
      declaration.wordAfterParameters = true;
    if (declaration.previous == "-" && text == ">") declaration.arrow = true;
    if (text == "operator") declaration.isOperator = true;
    if (text == "=" && !declaration.isOperator) declaration.assigns = true;
  }
  declaration.previous = text;
}

// In a K&R definition the semicolons of the parameter declarations end nothing; a blank line may follow them.
void FileScope::semicolon() {
  moduleDeclaration();
  const bool mayBeParameter = declaration_.wordAfterParameters && !declaration_.assigns;
  endDeclaration();
  ended_ = !mayBeParameter;
}

void FileScope::endDeclaration() {
  ended_ = true;
  ++declarations_;
  declaration_ = {};
}

void FileScope::openBrace() {
  if (braces_++ > 0) return;
  bodyOpen_ = parentheses_ == 0 && opensScopeOrBody();
  remember("{");
}

void FileScope::closeBrace() {
  if (braces_ == 0 || --braces_ > 0) return;
  if (bodyOpen_) return endDeclaration();
  remember("}");
}

// Class, enumeration and initialiser braces are followed by a declarator or a semicolon; these are not.
bool FileScope::opensScopeOrBody() const {
  const auto& words = declaration_.words;
  if (words.empty()) return true;
  if (words[0] == "namespace" || (words.size() > 1 && words[1] == "namespace")) return true;
  if (words.size() == 2 && words[0] == "extern" && words[1] == "\"") return true;
  if (declaration_.assigns) return false;
  return declaration_.previous == ")" || mayFollowParameters(declaration_.previous) || declaration_.arrow;
}

// `module;` and `export module name;` count only where they can stand: first of all, or after `module;`.
void FileScope::moduleDeclaration() {
  const auto& words = declaration_.words;
  const bool fragmentOpen = earliest_ > 0;
  if (words.empty() || (!fragmentOpen && (declarations_ > 0 || !openingDirectives_.empty()))) return;
  if (words[0] == "module" && words.size() == 1) {
    earliest_ = at_;
  } else if (words[0] == "module" || (words[0] == "export" && words.size() > 1 && words[1] == "module")) {
    inPurview_ = true;
    if (!fragmentOpen) earliest_ = text_.size();
  }
}

}  // namespace assay::instrument
