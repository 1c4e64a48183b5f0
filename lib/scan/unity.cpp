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
#include "scan/replay.h"
#include "scan/run_unit.h"
#include "scan/specialisations.h"
#include "scan/trace_recorder.h"
#include "scan/unit_files.h"
#include "scan/unit_listeners.h"
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

bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]))) return true;
  }
  return false;
}

// What the parse of all sections leaves behind for the verdicts.
struct UnityRecord {
  std::vector<bool> complete;  // by section: its end was seen between two declarations of the unit
  std::vector<SectionOutcome> outcomes;
};

class Verdicts {
 public:
  Verdicts(const std::vector<UnitySection>& sections, TraceRecorder& recorder, UnitFiles& files,
           std::set<Specialisation> specialisations)
      : sections_(sections),
        specialisations_(std::move(specialisations)),
        recorder_(recorder),
        files_(files),
        roots_(recorder.roots()),
        trace_(recorder.take()),
        replay_(trace_, unitRoots()) {}

  void fill(UnityRecord& record) {
    record.complete.resize(sections_.size(), false);
    record.outcomes.resize(sections_.size());
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      SectionOutcome& outcome = record.outcomes[i];
      if (!record.complete[i] || i >= roots_.size() || roots_[i].file == kNone)
        outcome.why = "the section did not end where it should";
      else
        judge(i, outcome);
    }
  }

  /// Gives each sure section the facts that are its own.
  void distribute(const std::vector<FileFacts>& facts, UnityRecord& record) {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (!record.outcomes[i].sure) continue;
      for (const FileFacts& file : facts)
        if (file.file == sections_[i].file || (!file.wanted && isAmong(file.file, record.outcomes[i].files)))
          record.outcomes[i].facts.push_back(file);
    }
  }

 private:
  static bool isAmong(const std::string& file, const std::vector<std::string>& sorted) {
    return std::ranges::binary_search(sorted, file);
  }

  [[nodiscard]] std::vector<unsigned> unitRoots() const {
    std::vector<unsigned> roots;
    for (std::size_t i = 0; i < std::min(roots_.size(), sections_.size()); ++i)
      if (sections_[i].isUnit && roots_[i].file != kNone) roots.push_back(roots_[i].file);
    return roots;
  }

  void judge(std::size_t index, SectionOutcome& outcome) {
    const unsigned root = roots_[index].file;
    ReplayVerdict verdict = replay_.check(root);
    outcome.sure = verdict.same;
    outcome.ownError = trace_.files[root].erroneous;
    outcome.why = std::move(verdict.why);
    outcome.byItself = verdict.byItself;
    if (outcome.sure) checkDisturbed(root, verdict.included, outcome);
    if (outcome.sure) checkReferences(root, verdict.included, outcome);
    if (outcome.sure) checkDefinitions(root, verdict.included, outcome);
    if (outcome.sure) checkSpecialisations(root, verdict.included, outcome);
    if (!outcome.sure) return;
    for (const unsigned file : verdict.included.all())
      if (!trace_.files[file].path.starts_with('<')) outcome.files.push_back(trace_.files[file].path);
    std::ranges::sort(outcome.files);
  }

  /// Where a macro of an included file was taken away by one that is not included, its name stands
  /// unexpanded.
  void checkDisturbed(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    const std::vector<unsigned> units = unitRoots();
    for (const DisturbedMacro& macro : recorder_.disturbed()) {
      if (included.has(macro.by) || (macro.from != kNone && !included.has(macro.from))) continue;
      const bool putBack = std::ranges::find(units, macro.by) != units.end();
      for (const unsigned file : included.all()) {
        const TracedFile& other = trace_.files[file];
        const bool before = other.first == kNone || other.first < trace_.files[macro.by].first;
        if (other.system || before || (putBack && file == root)) continue;
        if (!mentions(recorder_.textOf(file), macro.name)) continue;
        outcome.sure = false;
        outcome.why = "a macro that another file undefines: " + macro.name;
        return;
      }
    }
  }

  [[nodiscard]] bool knows(const FileSet& included, const DeclaringFiles& files) const {
    return std::ranges::any_of(files, [&](const clang::FileEntry* entry) {
      const unsigned index = recorder_.knownFile(entry);
      return index == kNone || included.has(index);
    });
  }

  void checkSpecialisations(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    for (const Specialisation& special : specialisations_) {
      const unsigned by = recorder_.knownFile(special.file);
      if (by == kNone || included.has(by) || trace_.files[by].first > trace_.files[root].first) continue;
      const auto known = [&](const DeclaringFiles& files) { return knows(included, files); };
      if (!known(special.ofTemplate) || !std::ranges::all_of(special.ofArguments, known)) continue;
      outcome.sure = false;
      outcome.why = "a specialisation in a file that it does not include: " + trace_.files[by].path;
      return;
    }
  }

  void checkReferences(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    // Clang says nothing of what clashes with something that is broken already.
    const auto isBroken = [](const FoundFunction& function) {
      return !function.askedBy.empty() && function.entry.precision != model::Precision::Exact;
    };
    const auto check = [&](const UnitFile& file) {
      if (std::ranges::any_of(file.facts.functions, isBroken)) {
        outcome.sure = false;
        outcome.why = "a function that clashes with one of another file";
        return;
      }
      for (const DeclaringFiles& files : file.references) {
        if (knows(included, files)) continue;
        outcome.sure = false;
        outcome.why = "a declaration in a file that it does not include: " +
                      trace_.files[recorder_.knownFile(*files.begin())].path;
        return;
      }
    };
    forEachOwn(root, included, [&](unsigned, const UnitFile& file) { check(file); });
  }

  /// A class that another file of the unit has read already may be defined further down in this one's order.
  void checkDefinitions(unsigned root, const FileSet& included, SectionOutcome& outcome) const {
    forEachOwn(root, included, [&](unsigned index, const UnitFile& file) {
      for (const auto& [entry, offset] : file.definitions) {
        const unsigned defining = recorder_.knownFile(entry);
        if (defining == index || defining == kNone || replay_.includedAbove(index, offset).has(defining))
          continue;
        outcome.sure = false;
        outcome.why = "a class that a file it does not include above defines: " + trace_.files[defining].path;
      }
      for (const auto& [entry, offset] : file.laterDefinitions) {
        const unsigned defining = recorder_.knownFile(entry);
        if (defining == kNone || !replay_.mayBeAbove(index, offset).has(defining)) continue;
        outcome.sure = false;
        outcome.why = "a class that this order of includes defines later: " + trace_.files[defining].path;
      }
    });
  }

  /// The section's file, and those that nobody asked for which it includes.
  template <class Visit>
  void forEachOwn(unsigned root, const FileSet& included, const Visit& visit) const {
    files_.forEachOpen([&](const clang::FileEntry* entry, const UnitFile& file) {
      const unsigned index = recorder_.knownFile(entry);
      if (index == root || (file.wanted == nullptr && index != kNone && included.has(index)))
        visit(index, file);
    });
  }

  const std::vector<UnitySection>& sections_;
  std::set<Specialisation> specialisations_;
  TraceRecorder& recorder_;
  UnitFiles& files_;
  std::vector<TracedRoot> roots_;
  PreprocessorTrace trace_;
  Replay replay_;
};

class UnityConsumer : public clang::SemaConsumer {
 public:
  UnityConsumer(const std::vector<UnitySection>& sections, UnitFiles& files, TraceRecorder& recorder,
                UnityRecord& record)
      : sections_(sections), files_(files), recorder_(recorder), record_(record) {}

  void InitializeSema(clang::Sema& sema) override {
    sema_ = &sema;
    recorder_.setSema(&sema);
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
    Verdicts verdicts(sections_, recorder_, files_, specialisationsIn(context));
    verdicts.fill(record_);
    verdicts.distribute(files_.takeFacts(), record_);
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
  }
  return std::move(record.outcomes);
}

}  // namespace assay::scan
