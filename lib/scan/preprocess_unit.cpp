// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/preprocess_unit.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "scan/run_unit.h"
#include "scan/skipped_lines.h"

namespace assay::scan {
namespace {

using LinesByFile = std::map<std::string, std::vector<unsigned>>;

// One inclusion of a file with lines that are looked for, and those that no #if has skipped so far.
using Inclusions = std::map<clang::FileID, std::vector<unsigned>>;

class Watch : public clang::PPCallbacks {
 public:
  Watch(const clang::SourceManager& sources, const LinesByFile& lines, Inclusions& left)
      : sources_(sources), lines_(lines), left_(left) {}

  void FileChanged(clang::SourceLocation where, FileChangeReason reason, clang::SrcMgr::CharacteristicKind,
                   clang::FileID) override {
    if (reason != EnterFile) return;
    const clang::FileID id = sources_.getFileID(where);
    const auto file = sources_.getFileEntryRefForID(id);
    if (!file) return;
    const auto found = lines_.find(file->getFileEntry().tryGetRealPathName().str());
    if (found != lines_.end()) left_.emplace(id, found->second);
  }

  void SourceRangeSkipped(clang::SourceRange range, clang::SourceLocation) override {
    const auto found = left_.find(sources_.getFileID(range.getBegin()));
    if (found == left_.end()) return;
    const SkippedLines skipped{sources_.getSpellingLineNumber(range.getBegin()),
                               sources_.getSpellingLineNumber(range.getEnd())};
    std::erase_if(found->second, [&](unsigned line) { return skipped.has(line); });
  }

 private:
  const clang::SourceManager& sources_;
  const LinesByFile& lines_;
  Inclusions& left_;
};

class WatchAction : public clang::PreprocessOnlyAction {
 public:
  WatchAction(const LinesByFile& lines, Inclusions& left) : lines_(lines), left_(left) {}

 protected:
  bool BeginSourceFileAction(clang::CompilerInstance& compiler) override {
    compiler.getPreprocessor().addPPCallbacks(
        std::make_unique<Watch>(compiler.getSourceManager(), lines_, left_));
    return true;
  }

 private:
  const LinesByFile& lines_;
  Inclusions& left_;
};

}  // namespace

ShownLines preprocessUnit(const CompileCommand& command, const LinesByFile& lines,
                          const ParseEnvironment& environment) {
  Inclusions left;
  DiagnosedUnit unit = runUnit({command}, std::make_unique<WatchAction>(lines, left), environment);
  const bool any = std::ranges::any_of(left, [](const auto& inclusion) { return !inclusion.second.empty(); });
  return {any, unit.dependencies(), std::move(unit.missing), unit.onlyAsked()};
}

}  // namespace assay::scan
