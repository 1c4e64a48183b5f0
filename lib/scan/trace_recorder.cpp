// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/trace_recorder.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/HeaderSearch.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Sema/Sema.h>

#include <algorithm>
#include <cstring>
#include <span>

namespace assay::scan {
namespace {

std::uint64_t pairOf(unsigned a, unsigned b) {
  return (std::uint64_t{a} << 32) | b;
}

// Their answers depend on where in the unit the file stands.
bool isPositional(llvm::StringRef name) {
  return name == "__COUNTER__" || name == "__INCLUDE_LEVEL__" || name == "__BASE_FILE__";
}

// Pragmas that change macros without an event, or what later code means.
bool isPeculiar(llvm::StringRef pragma) {
  return pragma.contains("push_macro") || pragma.contains("pop_macro") || pragma.contains("attribute") ||
         pragma.contains("redefine_extname");
}

}  // namespace

class TraceRecorder::Callbacks : public clang::PPCallbacks {
 public:
  explicit Callbacks(TraceRecorder& recorder) : recorder_(recorder) {}

  // NOLINTNEXTLINE(readability-function-size): Clang's own
  void LexedFileChanged(clang::FileID id, LexedFileChangeReason reason, clang::SrcMgr::CharacteristicKind,
                        clang::FileID, clang::SourceLocation) override {
    if (reason == LexedFileChangeReason::EnterFile)
      recorder_.enter(id);
    else
      recorder_.leave(id);
  }

  // NOLINTNEXTLINE(readability-function-size): Clang's own
  void InclusionDirective(clang::SourceLocation hash, const clang::Token& directive, llvm::StringRef, bool,
                          clang::CharSourceRange, clang::OptionalFileEntryRef file, llvm::StringRef,
                          llvm::StringRef, const clang::Module*, bool,
                          clang::SrcMgr::CharacteristicKind kind) override {
    const clang::IdentifierInfo* name = directive.getIdentifierInfo();
    recorder_.include(file, {name != nullptr && name->isStr("import"), clang::SrcMgr::isSystem(kind),
                             recorder_.preprocessor_.getSourceManager().getFileOffset(hash)});
  }

  void MacroExpands(const clang::Token& name, const clang::MacroDefinition& definition, clang::SourceRange,
                    const clang::MacroArgs*) override {
    use(name, definition);
  }
  void Defined(const clang::Token& name, const clang::MacroDefinition& definition,
               clang::SourceRange) override {
    use(name, definition);
  }
  void Ifdef(clang::SourceLocation, const clang::Token& name,
             const clang::MacroDefinition& definition) override {
    use(name, definition);
  }
  void Ifndef(clang::SourceLocation, const clang::Token& name,
              const clang::MacroDefinition& definition) override {
    use(name, definition);
  }
  void Elifdef(clang::SourceLocation, const clang::Token& name,
               const clang::MacroDefinition& definition) override {
    use(name, definition);
  }
  void Elifndef(clang::SourceLocation, const clang::Token& name,
                const clang::MacroDefinition& definition) override {
    use(name, definition);
  }
  using PPCallbacks::Elifdef;
  using PPCallbacks::Elifndef;
  void If(clang::SourceLocation, clang::SourceRange condition, ConditionValueKind) override {
    recorder_.useAllIn(condition);
  }
  void Elif(clang::SourceLocation, clang::SourceRange condition, ConditionValueKind value,
            clang::SourceLocation) override {
    if (value != CVK_NotEvaluated) recorder_.useAllIn(condition);
  }

  void MacroDefined(const clang::Token& name, const clang::MacroDirective* directive) override {
    const clang::MacroDirective* previous = directive->getPrevious();
    recorder_.define(name.getIdentifierInfo(), directive,
                     previous != nullptr && previous->isDefined() ? previous->getMacroInfo() : nullptr);
  }
  void MacroUndefined(const clang::Token& name, const clang::MacroDefinition& definition,
                      const clang::MacroDirective*) override {
    recorder_.undefine(name.getIdentifierInfo(), definition.getMacroInfo());
  }

  void SourceRangeSkipped(clang::SourceRange range, clang::SourceLocation) override { recorder_.skip(range); }

  void PragmaDirective(clang::SourceLocation where, clang::PragmaIntroducerKind) override {
    const clang::SourceManager& sources = recorder_.preprocessor_.getSourceManager();
    const clang::SourceLocation place = sources.getFileLoc(where);
    const char* text = sources.getCharacterData(place);
    const llvm::StringRef line(text, std::strcspn(text, "\n"));
    if (recorder_.stack_.size() > 1 && isPeculiar(line))
      recorder_.trace_.files[recorder_.current().file].peculiar = true;
  }

 private:
  void use(const clang::Token& name, const clang::MacroDefinition& definition) {
    recorder_.use(name.getIdentifierInfo(), definition.getMacroInfo());
  }

  TraceRecorder& recorder_;
};

std::unique_ptr<clang::PPCallbacks> TraceRecorder::callbacks() {
  return std::make_unique<Callbacks>(*this);
}

FileInstance& TraceRecorder::current() {
  return trace_.instances[stack_.back().instance];
}

unsigned TraceRecorder::fileOf(clang::FileEntryRef entry) {
  const auto [known, fresh] = files_.try_emplace(&entry.getFileEntry(), trace_.files.size());
  if (fresh) {
    const llvm::StringRef real = entry.getFileEntry().tryGetRealPathName();
    trace_.files.push_back({(real.empty() ? entry.getName() : real).str()});
    entries_.emplace_back(entry);
    guardLike_.push_back(false);
  }
  return known->second;
}

unsigned TraceRecorder::fileOf(clang::SourceLocation where) {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const auto entry = sources.getFileEntryRefForID(sources.getFileID(sources.getExpansionLoc(where)));
  return entry ? fileOf(*entry) : kNone;
}

unsigned TraceRecorder::knownFile(const clang::FileEntry* entry) const {
  const auto known = files_.find(entry);
  return known == files_.end() ? kNone : known->second;
}

void TraceRecorder::enter(clang::FileID id) {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const auto entry = sources.getFileEntryRefForID(id);
  const auto instance = static_cast<unsigned>(trace_.instances.size());
  unsigned file = kNone;
  if (entry) {
    file = fileOf(*entry);
  } else {  // predefined macros and the command line
    file = static_cast<unsigned>(trace_.files.size());
    trace_.files.push_back({"<command line>", true});
    entries_.emplace_back();
    guardLike_.push_back(false);
    trace_.prelude = instance;
  }
  TracedFile& traced = trace_.files[file];
  if (entry)
    traced.system = clang::SrcMgr::isSystem(sources.getFileCharacteristic(sources.getLocForStartOfFile(id)));
  if (traced.entered++ == 0) traced.first = instance;
  if (awaitsEntering_ && !stack_.empty()) current().events.back().answer = instance;
  if (awaitsEntering_ && stack_.size() == 1) roots_.back().entered = id;
  entersNested_ = awaitsEntering_ && entersNested_;
  if (entersNested_) nested_.back().instance = instance;
  awaitsEntering_ = false;
  trace_.instances.push_back({file, {}});
  stack_.push_back({instance, entersNested_, pragmas()});
  asked_.emplace_back();
}

void TraceRecorder::leave(clang::FileID) {
  awaitsEntering_ = false;
  if (stack_.size() <= 1) return;
  if (pragmas() != stack_.back().pragmas) trace_.files[current().file].peculiar = true;  // left open
  stack_.pop_back();
  asked_.pop_back();
}

void TraceRecorder::include(clang::OptionalFileEntryRef file, Inclusion how) {
  if (stack_.empty()) return;
  const unsigned index = file ? fileOf(*file) : kNone;
  if (stack_.size() == 1) {
    roots_.push_back({index, {}});
    brackets_.clear();
    betweenDeclarations_ = true;
  }
  if (!file) return;
  current().events.push_back({TraceKind::Include, index, kNone});
  current().includedAt.push_back(how.at);
  awaitsEntering_ = true;
  entersNested_ = isNestedPlace(how.system);
  if (entersNested_) nested_.push_back({current().file, index, kNone});
  if (how.import) trace_.files[index].peculiar = true;  // it keeps a later #include of others from entering
}

// System headers may do among themselves what they like: they do it in every unit. An extern "C" around them
// adds nothing to those of C, and is an error around those of C++.
bool TraceRecorder::isNestedPlace(bool ofSystem) const {
  const OpenFile& open = stack_.back();
  const bool onlyLinkage = std::ranges::all_of(brackets_, [](bool linkage) { return linkage; });
  if (ofSystem && onlyLinkage && betweenDeclarations_ && pragmas() == 0) return false;
  if (open.nested) return true;
  if (stack_.size() == 1 || trace_.files[trace_.instances[open.instance].file].system) return false;
  return !brackets_.empty() || !betweenDeclarations_ || pragmas() != 0;
}

void TraceRecorder::watch(const clang::Token& token) {
  if (token.isAnnotation() || token.is(clang::tok::eof)) return;
  const bool opensLinkage = linkage_ == 2 && token.is(clang::tok::l_brace);
  if (token.isOneOf(clang::tok::l_brace, clang::tok::l_paren, clang::tok::l_square))
    brackets_.push_back(opensLinkage);
  else if (!brackets_.empty() &&
           token.isOneOf(clang::tok::r_brace, clang::tok::r_paren, clang::tok::r_square))
    brackets_.pop_back();
  betweenDeclarations_ = opensLinkage || token.isOneOf(clang::tok::semi, clang::tok::r_brace);
  const bool string = linkage_ == 1 && token.is(clang::tok::string_literal);
  linkage_ = token.is(clang::tok::kw_extern) ? 1 : string ? 2 : 0;
}

// 0: as at the beginning of a unit.
std::uint64_t TraceRecorder::pragmas() const {
  if (sema_ == nullptr) return 0;
  const auto& pack = sema_->AlignPackStack;
  const std::uint64_t value =
      pack.hasValue() ? clang::Sema::AlignPackInfo::getRawEncoding(pack.CurrentValue) + std::uint64_t{1} : 0;
  return (value << 24) | (pack.Stack.size() << 1) | (sema_->MSStructPragmaOn ? 1U : 0U);
}

// What a guard keeps from being read again is for all later files what it was at its first place; one that
// was read before at file scope is not what it would be for the includer alone.
void TraceRecorder::markMisplaced() {
  for (const NestedInclude& nested : nested_) {
    const TracedFile& file = trace_.files[nested.file];
    if (!file.guarded && !file.partlyGuarded) continue;
    trace_.files[nested.by].misplaces = true;
    const bool first = nested.instance != kNone && file.first == nested.instance;
    trace_.files[first ? nested.file : nested.by].misplaced = true;
  }
}

void TraceRecorder::use(const clang::IdentifierInfo* name, const clang::MacroInfo* macro) {
  if (name == nullptr || stack_.empty()) return;
  awaitsEntering_ = false;
  FileInstance& instance = current();
  if (macro != nullptr && macro->isBuiltinMacro()) {
    if (isPositional(name->getName())) trace_.files[instance.file].peculiar = true;
    return;
  }
  const unsigned index = nameOf(name);
  const unsigned answer = macro == nullptr ? kNone : definitionOf(macro);
  if (!asked_.back().insert(pairOf(index, answer)).second) return;
  if (macro == nullptr) undefinedUses_.insert(pairOf(instance.file, index));
  instance.events.push_back({TraceKind::Use, index, answer});
}

void TraceRecorder::skip(clang::SourceRange range) {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  if (stack_.empty() || trace_.files[current().file].system) return;
  trace_.files[current().file].skipped.push_back(
      {sources.getSpellingLineNumber(range.getBegin()), sources.getSpellingLineNumber(range.getEnd())});
}

void TraceRecorder::useAllIn(clang::SourceRange condition) {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const clang::SourceLocation begin = sources.getFileLoc(condition.getBegin());
  bool invalid = false;
  const llvm::StringRef text = sources.getBufferData(sources.getFileID(begin), &invalid);
  if (invalid) return;
  const std::size_t first = sources.getFileOffset(begin);
  clang::Lexer lexer(begin, preprocessor_.getLangOpts(), text.begin(), text.begin() + first, text.end());
  clang::Token token;
  for (bool inside = true, atBegin = true; inside; atBegin = false) {
    lexer.LexFromRawLexer(token);
    inside = token.isNot(clang::tok::eof) && (atBegin || !token.isAtStartOfLine());
    if (!inside || token.isNot(clang::tok::raw_identifier)) continue;
    const clang::IdentifierInfo* name = preprocessor_.getIdentifierInfo(token.getRawIdentifier());
    use(name, preprocessor_.getMacroInfo(name));
  }
}

void TraceRecorder::define(const clang::IdentifierInfo* name, const clang::MacroDirective* directive,
                           const clang::MacroInfo* previous) {
  if (stack_.empty()) return;
  awaitsEntering_ = false;
  const unsigned index = nameOf(name);
  FileInstance& instance = current();
  if (undefinedUses_.contains(pairOf(instance.file, index))) guardLike_[instance.file] = true;
  instance.events.push_back({TraceKind::Define, index, definitionOf(directive->getMacroInfo())});
  asked_.back().clear();
  if (previous != nullptr) disturb(index, previous);
}

void TraceRecorder::undefine(const clang::IdentifierInfo* name, const clang::MacroInfo* previous) {
  if (stack_.empty()) return;
  awaitsEntering_ = false;
  const unsigned index = nameOf(name);
  current().events.push_back({TraceKind::Undefine, index, kNone});
  asked_.back().clear();
  if (previous != nullptr) disturb(index, previous);
}

void TraceRecorder::disturb(unsigned name, const clang::MacroInfo* previous) {
  const unsigned by = current().file;
  const unsigned from = trace_.definitions[definitionOf(previous)];
  if (from != by && !trace_.files[by].system) disturbed_.push_back({trace_.names[name], by, from});
}

unsigned TraceRecorder::nameOf(const clang::IdentifierInfo* name) {
  const auto [known, fresh] = names_.try_emplace(name, trace_.names.size());
  if (fresh) trace_.names.push_back(name->getName().str());
  return known->second;
}

// By place, because a file that is entered twice defines the same macro twice.
unsigned TraceRecorder::definitionOf(const clang::MacroInfo* macro) {
  const auto [known, fresh] = definitions_.try_emplace(macro, 0);
  if (!fresh) return known->second;
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const clang::SourceLocation place = macro->getDefinitionLoc();
  const unsigned file = place.isValid() ? fileOf(place) : kNone;
  const unsigned offset = file == kNone ? static_cast<unsigned>(trace_.definitions.size())
                                        : sources.getFileOffset(sources.getExpansionLoc(place));
  const auto [at, isNew] = places_.try_emplace({file, offset}, trace_.definitions.size());
  if (isNew) trace_.definitions.push_back(file);
  return definitions_[macro] = at->second;
}

bool TraceRecorder::isGuarded(unsigned file) const {
  return entries_[file] && preprocessor_.getHeaderSearchInfo().isFileMultipleIncludeGuarded(*entries_[file]);
}

bool TraceRecorder::stays(clang::FileID id) {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  if (id.isInvalid() || id == sources.getMainFileID()) return false;
  if (const auto known = stays_.find(id); known != stays_.end()) return known->second;
  const auto entry = sources.getFileEntryForID(id);
  const unsigned file = entry != nullptr ? knownFile(entry) : kNone;
  const bool result = (file != kNone && (isGuarded(file) || guardLike_[file])) ||
                      stays(sources.getFileID(sources.getIncludeLoc(id)));
  return stays_[id] = result;
}

void TraceRecorder::noteError(clang::SourceLocation where) {
  const unsigned file = where.isValid() ? fileOf(where) : kNone;
  // An error inside a template of a header belongs to whoever instantiates it: the file that is read just
  // now.
  const auto isOpen = [&](const OpenFile& open) { return trace_.instances[open.instance].file == file; };
  const bool beingRead =
      file != kNone &&
      std::ranges::any_of(std::span(stack_).subspan(std::min<std::size_t>(1, stack_.size())), isOpen);
  if (beingRead) trace_.files[file].erroneous = true;
  if (!beingRead && stack_.size() > 1) trace_.files[current().file].erroneous = true;
  if (beingRead || stack_.size() > 1) return;
  // The parser may be one token ahead, and so in the next file already.
  const std::size_t last = std::min<std::size_t>(roots_.size(), 2);
  for (const TracedRoot& root : std::span(roots_).last(last))
    if (root.file != kNone) trace_.files[root.file].erroneous = true;
}

std::string_view TraceRecorder::textOf(unsigned file) const {
  if (!entries_[file]) return {};
  const auto buffer = preprocessor_.getSourceManager().getMemoryBufferForFileOrNone(*entries_[file]);
  return buffer ? std::string_view(buffer->getBuffer()) : std::string_view();
}

PreprocessorTrace TraceRecorder::take() {
  for (unsigned file = 0; file < trace_.files.size(); ++file) {
    TracedFile& traced = trace_.files[file];
    // An #ifndef around all of it is no guard where nobody defines the name, or somebody undefines it.
    traced.guarded = isGuarded(file) && traced.entered <= 1;
    traced.partlyGuarded = !traced.guarded && guardLike_[file];
  }
  markMisplaced();
  return std::move(trace_);
}

}  // namespace assay::scan
