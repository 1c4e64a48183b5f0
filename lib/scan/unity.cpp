// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The in-memory main file includes one section after another, with a declaration of its own behind each: when
// the parser hands that over, the section is complete and its declarations are forgotten. (A second one keeps
// the parser, which is one token ahead, from the next section until then.) Macros of the section's text are
// put back by #pragma push_macro and pop_macro.
#include "scan/unity.h"

#include <clang/AST/ASTContext.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Sema/SemaConsumer.h>

#include <algorithm>
#include <optional>

#include "scan/collect.h"
#include "scan/declarations.h"
#include "scan/file_kind.h"
#include "scan/forget.h"
#include "scan/run_unit.h"
#include "scan/specialisations.h"
#include "scan/trace_recorder.h"
#include "scan/type_tables.h"
#include "scan/unit_files.h"
#include "scan/unit_listeners.h"
#include "scan/unity_verdicts.h"
#include "scan/wants_body.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

constexpr llvm::StringLiteral kSentinel = "assay_unity_section_";

std::string unityText(const std::vector<UnitySection>& sections) {
  std::string text;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const UnitySection& section = sections[i];
    if (section.isUnit)
      for (const std::string& macro : section.macros) text += "#pragma push_macro(\"" + macro + "\")\n";
    text += "#include \"" + section.file + "\"\n";
    if (section.isUnit)
      for (const std::string& macro : section.macros) text += "#pragma pop_macro(\"" + macro + "\")\n";
    text += "typedef int " + kSentinel.str() + std::to_string(i) + ";\n";
    text += "typedef int assay_unity_gap_" + std::to_string(i) + ";\n";
  }
  return text;
}

class UnityConsumer : public clang::SemaConsumer {
 public:
  UnityConsumer(const std::vector<UnitySection>& sections, UnitFiles& files, TraceRecorder& recorder,
                UnityRecord& record)
      : sections_(sections), files_(files), recorder_(recorder), record_(record) {}

  void InitializeSema(clang::Sema& sema) override {
    sema_ = &sema;
    recorder_.setSema(&sema);
    makeRoomForTypes(sema.Context);
    forgetting_.emplace(sema, [this](clang::FileID id) { return recorder_.stays(id); });
  }

  void ForgetSema() override {
    sema_ = nullptr;
    recorder_.setSema(nullptr);
  }

  bool shouldSkipFunctionBody(clang::Decl* decl) override { return skipsBody(*decl, files_); }

  bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
    forgetting_->note(group);
    dropUnwantedInstantiations(*sema_, files_);
    if (const auto ended = endedSection(group)) endSection(*ended);
    return true;
  }

  void HandleTranslationUnit(clang::ASTContext& context) override {
    readDeclarations(context, files_);
    record_.complete.resize(sections_.size(), false);
    judgeSections({sections_, recorder_, files_, specialisationsIn(context)}, record_);
  }

 private:
  static std::optional<std::size_t> endedSection(clang::DeclGroupRef group) {
    if (!group.isSingleDecl()) return std::nullopt;
    const auto* sentinel = llvm::dyn_cast<clang::TypedefDecl>(group.getSingleDecl());
    if (sentinel == nullptr || sentinel->getIdentifier() == nullptr) return std::nullopt;
    llvm::StringRef name = sentinel->getName();
    std::size_t index = 0;
    if (!name.consume_front(kSentinel) || name.getAsInteger(10, index)) return std::nullopt;
    return index;
  }

  void endSection(std::size_t index) {
    const auto& roots = recorder_.roots();
    if (index >= roots.size() || index >= sections_.size()) return;
    record_.complete.resize(sections_.size(), false);
    record_.complete[index] = true;
    const clang::FileID entered = roots[index].entered;
    if (entered.isValid()) forgetting_->forget(files_.sources().getLocForStartOfFile(entered));
    resetPragmas();
  }

  void resetPragmas() {
    auto& pack = sema_->AlignPackStack;
    pack.Stack.clear();
    pack.CurrentValue = pack.DefaultValue;
    pack.CurrentPragmaLocation = {};
    sema_->MSStructPragmaOn = false;
    if (sema_->VisContext != nullptr) sema_->FreeVisContext();
  }

  const std::vector<UnitySection>& sections_;
  UnitFiles& files_;
  TraceRecorder& recorder_;
  UnityRecord& record_;
  clang::Sema* sema_ = nullptr;
  std::optional<Forgetting> forgetting_;
};

class UnityAction : public clang::ASTFrontendAction {
 public:
  UnityAction(const std::vector<UnitySection>& sections, const std::vector<WantedFile>& wanted,
              std::string root, UnityRecord& record)
      : sections_(sections), wanted_(wanted), root_(std::move(root)), record_(record) {}

 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef) override {
    files_ = std::make_unique<UnitFiles>(compiler.getSourceManager(), compiler.getLangOpts(), wanted_, root_);
    files_->trackReferences();
    recorder_ = std::make_unique<TraceRecorder>(compiler.getPreprocessor());
    errors_ =
        std::make_unique<ErrorRecorder>(*files_, compiler.getDiagnostics(),
                                        [this](clang::SourceLocation where) { recorder_->noteError(where); });
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<SkippedRanges>(*files_));
    compiler.getPreprocessor().addPPCallbacks(recorder_->callbacks());
    compiler.getPreprocessor().setTokenWatcher(
        [this](const clang::Token& token) { recorder_->watch(token); });
    return std::make_unique<UnityConsumer>(sections_, *files_, *recorder_, record_);
  }

  void EndSourceFileAction() override { errors_.reset(); }

 private:
  const std::vector<UnitySection>& sections_;
  const std::vector<WantedFile>& wanted_;
  std::string root_;
  UnityRecord& record_;
  std::unique_ptr<UnitFiles> files_;
  std::unique_ptr<TraceRecorder> recorder_;
  std::unique_ptr<ErrorRecorder> errors_;
};

std::string extensionFor(const std::string& file) {
  switch (kindOf(file)) {
    case FileKind::CSource: return ".c";
    case FileKind::Cuda: return ".cu";
    default: return ".cpp";
  }
}

}  // namespace

bool canBeSection(const std::string& file) {
  return file.find_first_of("\"\\\n\r") == std::string::npos;
}

std::vector<std::string> macrosOf(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    std::string_view rest = trim(text.substr(at + 1, text.find('\n', at) - at - 1));
    const bool defines = rest.starts_with("define");
    if (!defines && !rest.starts_with("undef")) continue;
    rest.remove_prefix(defines ? 6 : 5);
    if (rest.empty() || isWordByte(rest.front())) continue;
    rest = trim(rest);
    const auto end = std::ranges::find_if_not(rest, isWordByte);
    if (end != rest.begin()) names.emplace_back(rest.begin(), end);
  }
  std::ranges::sort(names);
  const auto repeated = std::ranges::unique(names);
  names.erase(repeated.begin(), repeated.end());
  return names;
}

std::vector<SectionOutcome> collectUnity(const CompileCommand& model,
                                         const std::vector<UnitySection>& sections,
                                         const std::vector<WantedText>& wanted,
                                         const ParseEnvironment& environment) {
  CompileCommand command = model;
  command.file = model.folder + "/assay-unity" + extensionFor(model.file);
  ParseEnvironment withUnity = environment;
  withUnity.overlays.push_back({command.file, unityText(sections)});
  std::vector<WantedFile> files;
  for (const WantedText& text : wanted)
    files.push_back({text.path, text.bodies, text.replaced, text.shadows});
  UnityRecord record;
  record.outcomes.resize(sections.size());
  DiagnosedUnit unit =
      runUnit({command}, std::make_unique<UnityAction>(sections, files, environment.root, record), withUnity);
  record.outcomes.resize(sections.size());
  for (SectionOutcome& outcome : record.outcomes) {
    if (!outcome.sure) continue;
    outcome.missing = unit.missing;
    unit.files = std::move(outcome.files);
    outcome.files = unit.dependencies();
    outcome.onlyAsked = unit.onlyAsked();
    outcome.skipped = record.skipped;
  }
  return std::move(record.outcomes);
}

}  // namespace assay::scan
