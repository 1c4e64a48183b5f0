// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Listens to Clang's preprocessor and writes down what replay.h needs. Only the files of this room that know
// Clang include this header.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <clang/Basic/FileEntry.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/Token.h>
#include <llvm/ADT/DenseMap.h>

#include "scan/preprocessor_trace.h"

namespace clang {
class Sema;
}  // namespace clang

namespace assay::scan {

/// A macro of one file that another one undefined or redefined.
struct DisturbedMacro {
  std::string name;
  unsigned by = kNone;    ///< the file that did it
  unsigned from = kNone;  ///< the file that had defined it; kNone = predefined
};

/// A file that the main file includes.
struct TracedRoot {
  unsigned file = kNone;  ///< kNone: not found
  clang::FileID entered;  ///< invalid: a guard skipped it
};

/// What is gathered while the preprocessor runs. Outlives the callbacks, which belong to the preprocessor.
class TraceRecorder {
 public:
  explicit TraceRecorder(clang::Preprocessor& preprocessor) : preprocessor_(preprocessor) {}

  /// For Preprocessor::addPPCallbacks(); the recorder must outlive it.
  std::unique_ptr<clang::PPCallbacks> callbacks();
  /// For Preprocessor::setTokenWatcher().
  void watch(const clang::Token& token);
  /// Where the state of pragmas that change declarations is looked up. Null: nowhere.
  void setSema(const clang::Sema* sema) { sema_ = sema; }

  /// Known files only; kNone for others.
  [[nodiscard]] unsigned knownFile(const clang::FileEntry* entry) const;
  /// Whether what the file declares and defines stays for later files: it, or one it is included by, will not
  /// be entered again.
  [[nodiscard]] bool stays(clang::FileID id);
  /// Charges an error to the file it is in, or to those that are read just now.
  void noteError(clang::SourceLocation where);
  /// Completes and returns the record; to be called once, at the end of the unit.
  PreprocessorTrace take();

  [[nodiscard]] const std::vector<DisturbedMacro>& disturbed() const { return disturbed_; }
  /// What the #includes of the main file named, in order.
  [[nodiscard]] const std::vector<TracedRoot>& roots() const { return roots_; }
  [[nodiscard]] std::string_view textOf(unsigned file) const;

 private:
  class Callbacks;
  // An #include at a place of its includer that what is included feels.
  struct NestedInclude {
    unsigned by = kNone;
    unsigned file = kNone;
    unsigned instance = kNone;  // kNone: a guard skipped it
  };
  struct OpenFile {
    unsigned instance = kNone;
    bool nested = false;        // inside a scope of a file below it
    std::uint64_t pragmas = 0;  // when it was entered
  };

  void enter(clang::FileID id);
  void leave(clang::FileID to);
  struct Inclusion {
    bool import = false;
    bool system = false;
    unsigned at = 0;  // offset of the directive
  };
  void include(clang::OptionalFileEntryRef file, Inclusion how);
  [[nodiscard]] bool isNestedPlace(bool ofSystem) const;
  [[nodiscard]] std::uint64_t pragmas() const;
  void markMisplaced();
  void use(const clang::IdentifierInfo* name, const clang::MacroInfo* macro);
  void useAllIn(clang::SourceRange condition);
  void skip(clang::SourceRange range);
  void define(const clang::IdentifierInfo* name, const clang::MacroDirective* directive,
              const clang::MacroInfo* previous);
  void undefine(const clang::IdentifierInfo* name, const clang::MacroInfo* previous);
  void disturb(unsigned name, const clang::MacroInfo* previous);
  [[nodiscard]] unsigned fileOf(clang::FileEntryRef entry);
  [[nodiscard]] unsigned fileOf(clang::SourceLocation where);
  [[nodiscard]] bool isGuarded(unsigned file) const;
  [[nodiscard]] unsigned nameOf(const clang::IdentifierInfo* name);
  [[nodiscard]] unsigned definitionOf(const clang::MacroInfo* macro);
  [[nodiscard]] FileInstance& current();

  clang::Preprocessor& preprocessor_;
  PreprocessorTrace trace_;
  std::vector<DisturbedMacro> disturbed_;
  std::vector<TracedRoot> roots_;
  std::vector<OpenFile> stack_;
  std::vector<NestedInclude> nested_;
  const clang::Sema* sema_ = nullptr;
  std::vector<std::unordered_set<std::uint64_t>> asked_;  // per open instance: uses noted already
  std::vector<clang::OptionalFileEntryRef> entries_;      // by file
  llvm::DenseMap<const clang::FileEntry*, unsigned> files_;
  llvm::DenseMap<const clang::IdentifierInfo*, unsigned> names_;
  llvm::DenseMap<const clang::MacroInfo*, unsigned> definitions_;
  std::map<std::pair<unsigned, unsigned>, unsigned> places_;  // file and offset -> definition
  std::unordered_set<std::uint64_t> undefinedUses_;           // file and name
  std::vector<bool> guardLike_;                               // by file
  llvm::DenseMap<clang::FileID, bool> stays_;
  bool awaitsEntering_ = false;  // the last event of the current instance is an #include
  bool entersNested_ = false;    // that #include is a nested one
  std::vector<bool> brackets_;   // that are open: whether it is that of an extern "C"
  bool betweenDeclarations_ = true;
  unsigned linkage_ = 0;  // how much of `extern "C"` the last tokens were
};

}  // namespace assay::scan
