// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/parse_unit.h"

#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <algorithm>

#include "scan/adjust_arguments.h"
#include "scan/collect.h"

namespace assay::scan {
namespace {

// Keeps what Clang says as plain data.
class Listener : public clang::DiagnosticConsumer {
 public:
  explicit Listener(bool warnings) : warnings_(warnings) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    const bool error = level >= clang::DiagnosticsEngine::Error;
    if (!error && !(warnings_ && level == clang::DiagnosticsEngine::Warning)) return;
    llvm::SmallString<128> text;
    info.FormatDiagnostic(text);
    UnitDiagnostic& said = heard.emplace_back(UnitDiagnostic{error, {}, 0, 0, text.str().str()});
    if (!info.hasSourceManager() || info.getLocation().isInvalid()) return;
    const clang::SourceManager& sources = info.getSourceManager();
    const clang::SourceLocation place = sources.getFileLoc(info.getLocation());
    said.line = sources.getSpellingLineNumber(place);
    said.column = sources.getSpellingColumnNumber(place);
    if (const auto file = sources.getFileEntryRefForID(sources.getFileID(place)))
      said.file = file->getFileEntry().tryGetRealPathName().str();
  }

  std::vector<UnitDiagnostic> heard;

 private:
  bool warnings_;
};

// A missing header is a fatal error, after which Clang says nothing more and gives up on templates; as a
// plain error the rest of the file is read as well as it can be.
class TolerantAction : public clang::WrapperFrontendAction {
 public:
  using WrapperFrontendAction::WrapperFrontendAction;

 protected:
  bool BeginInvocation(clang::CompilerInstance& compiler) override {
    compiler.getDiagnostics().setFatalsAsError(true);
    return WrapperFrontendAction::BeginInvocation(compiler);
  }
};

// Parses, and notes which files it came through.
class CheckAction : public clang::SyntaxOnlyAction {
 public:
  explicit CheckAction(std::vector<std::string>& files) : files_(files) {}

 protected:
  void EndSourceFileAction() override {
    const clang::SourceManager& sources = getCompilerInstance().getSourceManager();
    for (auto file = sources.fileinfo_begin(); file != sources.fileinfo_end(); ++file)
      files_.push_back(file->first.getFileEntry().tryGetRealPathName().str());
  }

 private:
  std::vector<std::string>& files_;
};

class OneUnit : public clang::tooling::FrontendActionFactory {
 public:
  OneUnit(std::unique_ptr<clang::FrontendAction> action, bool skipBodies)
      : action_(std::move(action)), skipBodies_(skipBodies) {}

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> invocation, clang::FileManager* files,
                     std::shared_ptr<clang::PCHContainerOperations> containers,
                     clang::DiagnosticConsumer* listener) override {
    invocation->getFrontendOpts().SkipFunctionBodies = skipBodies_;
    invocation->getFrontendOpts().DisableFree = false;  // many units in one process
    invocation->getFrontendOpts().Plugins.clear();
    invocation->getDiagnosticOpts().ShowCarets = false;  // else it prints "2 errors generated" on stderr
    invocation->getDependencyOutputOpts() = clang::DependencyOutputOptions();
    invocation->getPreprocessorOpts().ImplicitPCHInclude.clear();
    return FrontendActionFactory::runInvocation(std::move(invocation), files, std::move(containers),
                                                listener);
  }

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<TolerantAction>(std::move(action_));
  }

 private:
  std::unique_ptr<clang::FrontendAction> action_;
  bool skipBodies_;
};

llvm::IntrusiveRefCntPtr<clang::FileManager> filesOf(const CompileCommand& command,
                                                     const ParseEnvironment& environment) {
  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const FileText& file : environment.overlays)
    memory->addFile(file.path, 0, llvm::MemoryBuffer::getMemBuffer(file.text, file.path));
  // A file system of its own: the process's real one would change the working folder for every thread.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk(llvm::vfs::createPhysicalFileSystem().release());
  auto both = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(std::move(disk));
  both->pushOverlay(std::move(memory));
  // NOLINTNEXTLINE(bugprone-unused-return-value): a file that is there twice is the same file
  both->setCurrentWorkingDirectory(command.folder);
  clang::FileSystemOptions options;
  options.WorkingDir = command.folder;
  return llvm::makeIntrusiveRefCnt<clang::FileManager>(options, std::move(both));
}

std::vector<std::string> commandLine(const CompileCommand& command, ParsePurpose purpose,
                                     const ParseEnvironment& environment) {
  std::vector<std::string> line = adjustArguments(command, purpose);
  line.insert(line.end(), {"-resource-dir", environment.resourceFolder});
  line.insert(line.end(), environment.extraArguments.begin(), environment.extraArguments.end());
  line.insert(line.end(), {"--", command.file});
  return line;
}

void runUnit(std::vector<std::string> line, OneUnit& unit, Listener& listener,
             llvm::IntrusiveRefCntPtr<clang::FileManager> files) {
  clang::tooling::ToolInvocation invocation(std::move(line), &unit, files.get(),
                                            std::make_shared<clang::PCHContainerOperations>());
  invocation.setDiagnosticConsumer(&listener);
  invocation.run();  // false for any error in the code; the listener has them
}

}  // namespace

UnitOutcome collectUnit(const CompileCommand& command, const std::vector<WantedText>& wanted, bool everyBody,
                        const ParseEnvironment& environment) {
  UnitOutcome outcome;
  std::vector<WantedFile> files;
  for (const WantedText& text : wanted) files.push_back({text.path, text.bodies});
  Listener listener(false);
  OneUnit unit(makeCollectAction(files, outcome.facts, environment.root), !everyBody);
  runUnit(commandLine(command, ParsePurpose::Collect, environment), unit, listener,
          filesOf(command, environment));
  outcome.diagnostics = std::move(listener.heard);
  return outcome;
}

DiagnosedUnit diagnoseUnit(const CompileCommand& command, const ParseEnvironment& environment) {
  DiagnosedUnit unit;
  Listener listener(true);
  OneUnit run(std::make_unique<CheckAction>(unit.files), false);
  runUnit(commandLine(command, ParsePurpose::Diagnose, environment), run, listener,
          filesOf(command, environment));
  std::ranges::sort(unit.files);
  unit.diagnostics = std::move(listener.heard);
  return unit;
}

}  // namespace assay::scan
