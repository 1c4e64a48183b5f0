// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/run_unit.h"

#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/FileManager.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendActions.h>
#include <clang/Lex/HeaderSearch.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <algorithm>
#include <mutex>

#include "scan/adjust_arguments.h"
#include "scan/clang_compat.h"
#include "scan/deep_stack.h"

namespace assay::scan {
namespace {

// Keeps what Clang says as plain data.
class Listener : public clang::DiagnosticConsumer {
 public:
  explicit Listener(bool warnings) : warnings_(warnings) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    // As in ErrorRecorder: what other compilers, or other flags, only warn of does not keep a file from
    // compiling.
    const bool error = level >= clang::DiagnosticsEngine::Error && !compat::isWarningByNature(info);
    if (!error && !(warnings_ && level >= clang::DiagnosticsEngine::Warning)) return;
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

// Where a file that is not there would have been found, and files that were only asked for: a result cache
// must look again.
class SoughtIncludes : public clang::PPCallbacks {
 public:
  SoughtIncludes(clang::Preprocessor& preprocessor, DiagnosedUnit& unit)
      : preprocessor_(preprocessor), unit_(unit) {}

  // NOLINTNEXTLINE(readability-function-size): Clang's own
  void InclusionDirective(clang::SourceLocation where, const clang::Token&, llvm::StringRef name, bool angled,
                          clang::CharSourceRange, clang::OptionalFileEntryRef file, llvm::StringRef,
                          llvm::StringRef, const clang::Module*, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    if (!file) note(where, name, angled);
  }
  // NOLINTNEXTLINE(readability-function-size): Clang's own
  void HasInclude(clang::SourceLocation where, llvm::StringRef name, bool angled,
                  clang::OptionalFileEntryRef file, clang::SrcMgr::CharacteristicKind) override {
    if (!file) return note(where, name, angled);
    unit_.asked.push_back(file->getFileEntry().tryGetRealPathName().str());
  }

 private:
  void note(clang::SourceLocation where, llvm::StringRef name, bool angled) {
    const clang::SourceManager& sources = preprocessor_.getSourceManager();
    if (llvm::sys::path::is_absolute(name)) return unit_.missing.push_back(name.str());
    if (const auto includer = sources.getFileEntryRefForID(sources.getFileID(sources.getFileLoc(where)));
        includer && !angled)
      add(includer->getDir().getName(), name);
    const clang::HeaderSearch& search = preprocessor_.getHeaderSearchInfo();
    for (auto folder = search.search_dir_begin(); folder != search.search_dir_end(); ++folder)
      add(folder->getName(), name);
  }

  void add(llvm::StringRef folder, llvm::StringRef name) {
    llvm::SmallString<256> path(folder);
    llvm::sys::path::append(path, name);
    preprocessor_.getFileManager().makeAbsolutePath(path);
    unit_.missing.emplace_back(path);
  }

  clang::Preprocessor& preprocessor_;
  DiagnosedUnit& unit_;
};

// What is still referenced when the process ends is no leak to those who look for leaks.
void keepForEver(const void* object) {
  static std::mutex mutex;
  static auto* const kept = new std::vector<const void*>;
  const std::scoped_lock lock(mutex);
  kept->push_back(object);
}

// A missing header is a fatal error, after which Clang says nothing more and gives up on templates; as a
// plain error the rest of the file is read as well as it can be.
// It also notes which files the unit came through.
class TolerantAction : public clang::WrapperFrontendAction {
 public:
  TolerantAction(std::unique_ptr<clang::FrontendAction> wrapped, Remains remains, DiagnosedUnit& unit)
      : WrapperFrontendAction(std::move(wrapped)), remains_(remains), unit_(unit) {}

 protected:
  bool BeginInvocation(clang::CompilerInstance& compiler) override {
    compiler.getDiagnostics().setFatalsAsError(true);
    return WrapperFrontendAction::BeginInvocation(compiler);
  }

  bool BeginSourceFileAction(clang::CompilerInstance& compiler) override {
    compiler.getPreprocessor().addPPCallbacks(
        std::make_unique<SoughtIncludes>(compiler.getPreprocessor(), unit_));
    return WrapperFrontendAction::BeginSourceFileAction(compiler);
  }

  // Not EndSourceFileAction(): of that one the wrapped action's alone is called.
  void EndSourceFile() override {
    const clang::SourceManager& sources = getCompilerInstance().getSourceManager();
    for (auto file = sources.fileinfo_begin(); file != sources.fileinfo_end(); ++file)
      unit_.files.push_back(file->first.getFileEntry().tryGetRealPathName().str());
    if (remains_ == Remains::Left) leave();
    WrapperFrontendAction::EndSourceFile();
  }

 private:
  // Clang leaves the tree by itself; these have a node for each file that the unit came through.
  void leave() const {
    const clang::DiagnosticsEngine& diagnostics = getCompilerInstance().getDiagnostics();
    const clang::FileManager& files = getCompilerInstance().getFileManager();
    diagnostics.Retain();
    files.Retain();
    keepForEver(&diagnostics);
    keepForEver(&files);
  }

  Remains remains_;
  DiagnosedUnit& unit_;
};

class OneUnit : public clang::tooling::FrontendActionFactory {
 public:
  OneUnit(std::unique_ptr<clang::FrontendAction> action, const UnitRun& run, DiagnosedUnit& unit)
      : action_(std::move(action)), run_(run), unit_(unit) {}

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> invocation, clang::FileManager* files,
                     std::shared_ptr<clang::PCHContainerOperations> containers,
                     clang::DiagnosticConsumer* listener) override {
    invocation->getFrontendOpts().SkipFunctionBodies = run_.skipBodies;
    invocation->getFrontendOpts().DisableFree = run_.remains == Remains::Left;
    invocation->getFrontendOpts().Plugins.clear();
    invocation->getDiagnosticOpts().ShowCarets = false;  // else it prints "2 errors generated" on stderr
    invocation->getDependencyOutputOpts() = clang::DependencyOutputOptions();
    invocation->getPreprocessorOpts().ImplicitPCHInclude.clear();
    return FrontendActionFactory::runInvocation(std::move(invocation), files, std::move(containers),
                                                listener);
  }

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<TolerantAction>(std::move(action_), run_.remains, unit_);
  }

 private:
  std::unique_ptr<clang::FrontendAction> action_;
  const UnitRun& run_;
  DiagnosedUnit& unit_;
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

// Real files only, in order, each once.
void settle(std::vector<std::string>& paths) {
  std::ranges::sort(paths);
  const auto repeated = std::ranges::unique(paths);
  paths.erase(repeated.begin(), repeated.end());
  std::erase_if(paths, [](const std::string& path) { return !path.starts_with('/'); });
}

}  // namespace

DiagnosedUnit runUnit(const UnitRun& run, std::unique_ptr<clang::FrontendAction> action,
                      const ParseEnvironment& environment) {
  DiagnosedUnit outcome;
  Listener listener(run.purpose == ParsePurpose::Diagnose);
  OneUnit unit(std::move(action), run, outcome);
  const auto files = filesOf(run.command, environment);
  clang::tooling::ToolInvocation invocation(commandLine(run.command, run.purpose, environment), &unit,
                                            files.get(), std::make_shared<clang::PCHContainerOperations>());
  invocation.setDiagnosticConsumer(&listener);
  onDeepStack([&] { invocation.run(); });  // false for any error in the code; the listener has them
  outcome.diagnostics = std::move(listener.heard);
  settle(outcome.files);
  settle(outcome.missing);
  settle(outcome.asked);
  return outcome;
}

}  // namespace assay::scan
