// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Follows a C or C++ file from token to token and knows, at every line that begins one, whether it stands at
// file scope between two declarations, and inside which #if branches. Reads text only: both branches of every
// #if are gone through. Where that leaves a doubt (a brace opened in one branch only) it answers "not at file
// scope".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::instrument {

class FileScope {
 public:
  explicit FileScope(std::string_view text);

  /// Goes on to the start of the next line that is not part of a token, comment, directive or spliced line of
  /// the one before. False at the end of the text.
  bool nextLine();
  /// Goes on to `offset` (of a token), so that branches() is right for it.
  void advanceTo(std::size_t offset);

  [[nodiscard]] std::size_t offset() const { return at_; }
  /// At file scope, outside of parentheses, after the end of a declaration, and not in a module's purview.
  [[nodiscard]] bool betweenDeclarations() const;
  /// The #if branches around the current place, outermost first, each by a number of its own.
  [[nodiscard]] std::vector<int> branches() const;
  /// Names of the directives so far, as long as no other token was seen.
  [[nodiscard]] const std::vector<std::string>& openingDirectives() const { return openingDirectives_; }
  [[nodiscard]] bool tokenSeen() const { return tokenSeen_; }
  /// An include before this offset would stand before `module;` or a module declaration, where none may
  /// stand.
  [[nodiscard]] std::size_t earliest() const { return earliest_; }

 private:
  struct Branch {
    int number;
    int bracesAtStart;
    int bracesMost;
    bool endedAtStart;
    bool endedEverywhere;
    bool hasElse = false;
  };
  /// The declaration being read at file scope.
  struct Declaration {
    std::vector<std::string> words;  ///< the first few tokens
    std::string previous;            ///< the last token
    bool wordAfterParameters = false;
    bool arrow = false;
    bool isOperator = false;
    bool assigns = false;
  };

  void step();
  void readToken();
  void directive();
  void pragma(std::string_view said);
  void openBranch();
  void nextBranch(bool isElse);
  void closeBranch();
  void token(std::string_view text);
  void remember(std::string_view text);
  void semicolon();
  void openBrace();
  void closeBrace();
  void endDeclaration();
  [[nodiscard]] bool opensScopeOrBody() const;
  void moduleDeclaration();

  std::string_view text_;
  std::size_t at_ = 0;
  bool lineStart_ = true;  ///< nothing but blanks and comments so far on the logical line
  bool newLine_ = true;    ///< at_ is the first byte of a line
  bool ended_ = true;      ///< the last declaration is complete
  bool bodyOpen_ = false;  ///< the outermost brace opened a body or a scope, not an initialiser or a class
  bool inPurview_ = false;
  bool reordered_ = false;  ///< structures have their bytes in another order
  bool tokenSeen_ = false;
  int braces_ = 0;
  int parentheses_ = 0;
  int branchesSeen_ = 0;
  std::size_t earliest_ = 0;
  std::size_t declarations_ = 0;
  Declaration declaration_;
  std::vector<Branch> open_;
  std::vector<std::string> openingDirectives_;
};

}  // namespace assay::instrument
