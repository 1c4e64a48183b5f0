// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The action: listens to the preprocessor and to diagnostics while Clang parses, tells it which bodies to
// skip, and reads the declarations when the unit is complete.
#include "scan/collect.h"

#include <utility>

#include <clang/Frontend/CompilerInstance.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Sema/SemaConsumer.h>

#include "scan/declarations.h"
#include "scan/unit_files.h"
#include "scan/unit_listeners.h"
#include "scan/wants_body.h"

namespace assay::scan {
namespace {

class Consumer : public clang::SemaConsumer {
 public:
  Consumer(UnitFiles& files, ErrorRecorder& errors, Collected& out, bool everyBody)
      : files_(files), errors_(errors), out_(out), everyBody_(everyBody) {}

  void InitializeSema(clang::Sema& sema) override {
    sema_ = &sema;
    errors_.setSema(&sema);
  }
  bool HandleTopLevelDecl(clang::DeclGroupRef) override {
    if (!everyBody_) dropUnwantedInstantiations(*sema_, files_);
    return true;
  }
  bool shouldSkipFunctionBody(clang::Decl* decl) override { return skipsBody(*decl, files_); }

  void HandleTranslationUnit(clang::ASTContext& context) override {
    readDeclarations(context, files_);
    for (FileFacts& facts : files_.takeFacts()) out_.facts.push_back(std::move(facts));
  }

 private:
  UnitFiles& files_;
  ErrorRecorder& errors_;
  Collected& out_;
  bool everyBody_;
  clang::Sema* sema_ = nullptr;
};

class CollectAction : public clang::ASTFrontendAction {
 public:
  CollectAction(const std::vector<WantedFile>& wanted, Collected& out, std::string root)
      : wanted_(wanted), out_(out), root_(std::move(root)) {}

 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef) override {
    files_ = std::make_unique<UnitFiles>(compiler.getSourceManager(), compiler.getLangOpts(), wanted_, root_);
    errors_ = std::make_unique<ErrorRecorder>(*files_, compiler.getDiagnostics());
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<SkippedRanges>(*files_));
    const bool everyBody = !compiler.getFrontendOpts().SkipFunctionBodies;
    return std::make_unique<Consumer>(*files_, *errors_, out_, everyBody);
  }

  // The recorder goes before Sema does: nothing of the consumer may ask for it from here on.
  void EndSourceFileAction() override {
    out_.languageErrors = errors_->languageErrors();
    errors_.reset();
  }

 private:
  const std::vector<WantedFile>& wanted_;
  Collected& out_;
  std::string root_;
  std::unique_ptr<UnitFiles> files_;
  std::unique_ptr<ErrorRecorder> errors_;
};

}  // namespace

std::unique_ptr<clang::FrontendAction> makeCollectAction(const std::vector<WantedFile>& wanted,
                                                         Collected& out, std::string root) {
  return std::make_unique<CollectAction>(wanted, out, std::move(root));
}

}  // namespace assay::scan
