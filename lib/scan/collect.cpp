// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The action: listens to the preprocessor and to diagnostics while Clang parses, tells it which bodies to
// skip, and reads the declarations when the unit is complete.
#include "scan/collect.h"

#include <utility>

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/Decl.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include "scan/declarations.h"
#include "scan/unit_files.h"

namespace assay::scan {
namespace {

/// Notes which files a unit enters and what #if skips in them.
class SkippedRanges : public clang::PPCallbacks {
 public:
  explicit SkippedRanges(UnitFiles& files) : files_(files) {}

  void FileChanged(clang::SourceLocation where, FileChangeReason, clang::SrcMgr::CharacteristicKind,
                   clang::FileID) override {
    static_cast<void>(files_.wantedAt(where));  // a file counts as entered even when nothing of it is skipped
  }

  void SourceRangeSkipped(clang::SourceRange range, clang::SourceLocation) override {
    UnitFile* file = files_.wantedAt(range.getBegin());
    if (file == nullptr) return;
    const source::Span span{files_.offsetOf(range.getBegin()), files_.offsetOf(range.getEnd())};
    file->skipped[files_.sources().getFileID(range.getBegin()).getHashValue()].push_back(span);
  }

 private:
  UnitFiles& files_;
};

/// Notes the places of errors, for the file they are in and for the wanted ones that include it; passes
/// everything on.
class ErrorRecorder : public clang::DiagnosticConsumer {
 public:
  ErrorRecorder(UnitFiles& files, clang::DiagnosticsEngine& engine)
      : files_(files), engine_(engine), previous_(engine.getClient()), owned_(engine.takeClient()) {
    engine_.setClient(this, /*ShouldOwnClient=*/false);
  }
  ErrorRecorder(const ErrorRecorder&) = delete;
  ErrorRecorder& operator=(const ErrorRecorder&) = delete;
  ~ErrorRecorder() override {
    const bool owns = owned_ != nullptr;
    engine_.setClient(owns ? owned_.release() : previous_, owns);
  }

  void BeginSourceFile(const clang::LangOptions& language, const clang::Preprocessor* preprocessor) override {
    previous_->BeginSourceFile(language, preprocessor);
  }
  void EndSourceFile() override { previous_->EndSourceFile(); }
  void finish() override { previous_->finish(); }
  void clear() override {
    DiagnosticConsumer::clear();
    previous_->clear();
  }
  [[nodiscard]] bool IncludeInDiagnosticCounts() const override {
    return previous_->IncludeInDiagnosticCounts();
  }

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    previous_->HandleDiagnostic(level, info);
    if (level >= clang::DiagnosticsEngine::Error && info.getLocation().isValid()) record(info.getLocation());
  }

 private:
  void record(clang::SourceLocation where) {
    if (UnitFile* file = files_.wantedAt(where)) {
      const std::size_t offset = files_.offsetOf(where);
      file->facts.errors.push_back({offset, offset + 1});
    }
    for (const clang::SourceManager& sources = files_.sources(); where.isValid();
         where = sources.getIncludeLoc(sources.getFileID(sources.getFileLoc(where))))
      if (UnitFile* file = files_.wantedAt(where)) file->facts.sawErrors = true;
  }

  UnitFiles& files_;
  clang::DiagnosticsEngine& engine_;
  clang::DiagnosticConsumer* previous_;
  std::unique_ptr<clang::DiagnosticConsumer> owned_;
};

class Consumer : public clang::ASTConsumer {
 public:
  Consumer(UnitFiles& files, std::vector<FileFacts>& out) : files_(files), out_(out) {}

  bool shouldSkipFunctionBody(clang::Decl* decl) override {
    clang::FunctionDecl* function = decl->getAsFunction();
    if (function == nullptr) return false;
    for (const clang::FunctionDecl* redeclaration : function->redecls())
      if (files_.wantsBodyAt(redeclaration->getLocation())) return false;
    return true;
  }

  void HandleTranslationUnit(clang::ASTContext& context) override {
    readDeclarations(context, files_);
    for (FileFacts& facts : files_.takeFacts()) out_.push_back(std::move(facts));
  }

 private:
  UnitFiles& files_;
  std::vector<FileFacts>& out_;
};

class CollectAction : public clang::ASTFrontendAction {
 public:
  CollectAction(const std::vector<WantedFile>& wanted, std::vector<FileFacts>& out, std::string root)
      : wanted_(wanted), out_(out), root_(std::move(root)) {}

 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef) override {
    files_ = std::make_unique<UnitFiles>(compiler.getSourceManager(), compiler.getLangOpts(), wanted_, root_);
    errors_ = std::make_unique<ErrorRecorder>(*files_, compiler.getDiagnostics());
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<SkippedRanges>(*files_));
    return std::make_unique<Consumer>(*files_, out_);
  }

  void EndSourceFileAction() override { errors_.reset(); }

 private:
  const std::vector<WantedFile>& wanted_;
  std::vector<FileFacts>& out_;
  std::string root_;
  std::unique_ptr<UnitFiles> files_;
  std::unique_ptr<ErrorRecorder> errors_;
};

}  // namespace

std::unique_ptr<clang::FrontendAction> makeCollectAction(const std::vector<WantedFile>& wanted,
                                                         std::vector<FileFacts>& out, std::string root) {
  return std::make_unique<CollectAction>(wanted, out, std::move(root));
}

}  // namespace assay::scan
