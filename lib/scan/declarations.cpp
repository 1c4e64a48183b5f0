// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Contexts are walked as they are spelled; what hides inside bodies and initialisers (lambdas, local classes)
// is found by a visitor and named after what it stands in.
#include "scan/declarations.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclFriend.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>

#include "scan/found_function.h"
#include "scan/function_try.h"
#include "scan/identity.h"
#include "scan/inputs.h"
#include "scan/references.h"
#include "scan/replaced.h"
#include "scan/shadow_run.h"
#include "scan/side_effects.h"
#include "scan/tail_cycles.h"
#include "scan/unavoidable_call.h"
#include "scan/wants_body.h"

namespace assay::scan {
namespace {

constexpr std::size_t kTop = static_cast<std::size_t>(-1);

struct NestedLambda {
  const clang::LambdaExpr* lambda;
  std::size_t parent;  ///< index of the lambda around it, or kTop
  std::size_t offset;
};

/// Lambdas and local classes inside one declaration. Local classes are left for later: their names need the
/// lambdas'.
class NestedFinder : public clang::RecursiveASTVisitor<NestedFinder> {
 public:
  explicit NestedFinder(const UnitFiles& files) : files_(files) {}

  bool TraverseLambdaExpr(clang::LambdaExpr* lambda) {
    const std::size_t outer = std::exchange(current_, lambdas.size());
    lambdas.push_back({lambda, outer, files_.offsetOf(lambda->getBeginLoc())});
    const bool goOn = RecursiveASTVisitor::TraverseLambdaExpr(lambda);
    current_ = outer;
    return goOn;
  }

  bool TraverseCXXRecordDecl(clang::CXXRecordDecl* record) {
    classes.push_back(record);
    return true;
  }

  std::vector<NestedLambda> lambdas;
  std::vector<clang::CXXRecordDecl*> classes;

 private:
  const UnitFiles& files_;
  std::size_t current_ = kTop;
};

std::string quoted(const clang::NamedDecl& decl, std::string_view what) {
  const std::string name = decl.getNameAsString();
  return name.empty() ? "an unnamed " + std::string(what) : "the " + std::string(what) + " '" + name + "'";
}

std::string wordFor(const clang::Decl& decl) {
  using namespace clang;
  if (const auto* field = llvm::dyn_cast<FieldDecl>(&decl)) return quoted(*field, "field");
  if (const auto* variable = llvm::dyn_cast<VarDecl>(&decl)) return quoted(*variable, "variable");
  if (const auto* variable = llvm::dyn_cast<VarTemplateDecl>(&decl))
    return quoted(*variable, "variable template");
  if (const auto* conceptDecl = llvm::dyn_cast<ConceptDecl>(&decl)) return quoted(*conceptDecl, "concept");
  if (const auto* tag = llvm::dyn_cast<TagDecl>(&decl)) return quoted(*tag, "type");
  if (const auto* alias = llvm::dyn_cast<TypedefNameDecl>(&decl)) return quoted(*alias, "type");
  if (const auto* pattern = llvm::dyn_cast<TemplateDecl>(&decl)) return quoted(*pattern, "template");
  if (llvm::isa<StaticAssertDecl>(decl)) return "a static_assert";
  return "a declaration";
}

class Reader {
 public:
  Reader(clang::ASTContext& context, UnitFiles& files)
      : context_(context),
        files_(files),
        identities_([&files](clang::SourceLocation where) { return files.pathAt(where); }) {}

  void run() {
    readContext(*context_.getTranslationUnitDecl());
    for (const clang::FunctionDecl* declared : std::exchange(declaredOnly_, {}))
      readDefinitionElsewhere(*declared);
  }

 private:
  void readContext(const clang::DeclContext& context) {
    for (clang::Decl* decl : context.decls()) read(*decl);
  }

  void read(clang::Decl& decl) {
    if (decl.isImplicit() || decl.getLocation().isInvalid()) return;
    if (auto* space = llvm::dyn_cast<clang::NamespaceDecl>(&decl)) return readNamespace(*space);
    if (auto* linkage = llvm::dyn_cast<clang::LinkageSpecDecl>(&decl)) return readLinkage(*linkage);
    if (auto* exported = llvm::dyn_cast<clang::ExportDecl>(&decl)) return readContext(*exported);
    UnitFile* file = files_.wantedAt(decl.getLocation());
    if (file != nullptr) readWanted(decl, *file);
  }

  void readNamespace(const clang::NamespaceDecl& space) {
    if (UnitFile* file = files_.wantedAt(space.getLocation()))
      addScope(*file, space.getSourceRange(), ScopeKind::Namespace, space.getQualifiedNameAsString());
    readContext(space);
  }

  void readLinkage(const clang::LinkageSpecDecl& linkage) {
    if (UnitFile* file = files_.wantedAt(linkage.getLocation()); file != nullptr && linkage.hasBraces())
      addScope(*file, linkage.getSourceRange(), ScopeKind::ExternC, {});
    readContext(linkage);
  }

  void readWanted(clang::Decl& decl, UnitFile& file) {
    if (auto* befriended = llvm::dyn_cast<clang::FriendDecl>(&decl)) return readFriend(*befriended, file);
    if (auto* pattern = llvm::dyn_cast<clang::FunctionTemplateDecl>(&decl))
      return readFunction(*pattern->getTemplatedDecl(), pattern->getBeginLoc(), file);
    if (auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl))
      return readFunction(*function, function->getOuterLocStart(), file);
    if (auto* pattern = llvm::dyn_cast<clang::ClassTemplateDecl>(&decl))
      return readRecord(*pattern->getTemplatedDecl(), pattern->getBeginLoc(), file);
    if (auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&decl))
      return readRecord(*record, record->getOuterLocStart(), file);
    readOther(decl, file);
  }

  void readFriend(clang::FriendDecl& befriended, UnitFile& file) {
    clang::NamedDecl* decl = befriended.getFriendDecl();
    auto* pattern = llvm::dyn_cast_or_null<clang::FunctionTemplateDecl>(decl);
    auto* function =
        pattern != nullptr ? pattern->getTemplatedDecl() : llvm::dyn_cast_or_null<clang::FunctionDecl>(decl);
    if (function == nullptr) return addOther(file, befriended.getSourceRange(), "a friend declaration");
    readFunction(*function, befriended.getBeginLoc(), file);
  }

  void readFunction(clang::FunctionDecl& function, clang::SourceLocation begin, UnitFile& file) {
    const auto kind = function.getTemplateSpecializationKind();
    if (kind != clang::TSK_Undeclared && kind != clang::TSK_ExplicitSpecialization)
      return addOther(file, function.getSourceRange(), "a template instantiation");
    addFunction(function, {outermost(begin, function), endOfFunction(function)}, file);
    if (!function.isThisDeclarationADefinition()) declaredOnly_.push_back(&function);
    ++functionsAround_;
    readNested(function, [this, &function] { return identities_.of(function); });
    --functionsAround_;
  }

  /// A member template of a class template has two headers; Clang's beginnings name one each.
  [[nodiscard]] clang::SourceLocation outermost(clang::SourceLocation begin,
                                                const clang::FunctionDecl& function) const {
    const clang::SourceLocation outer = function.getOuterLocStart();
    if (begin.isInvalid()) return outer;
    return outer.isValid() && files_.offsetOf(outer) < files_.offsetOf(begin) ? outer : begin;
  }

  void addFunction(const clang::FunctionDecl& function, clang::SourceRange range, UnitFile& file) {
    auto found = describe(function, range, files_, file, identities_);
    if (!found) return;
    found->isLocal = functionsAround_ > 0;
    found->askedBy = askingFiles(function, files_);
    if (!found->askedBy.empty() && tailCycles_.holds(function))
      found->entry.traits.add(model::Trait::SelfTailCall);
    if (!found->askedBy.empty()) addInputs(function, *found, file);
    if (!found->askedBy.empty()) addReplacements(function, *found, file);
    if (files_.tracksReferences() && !found->askedBy.empty()) addReferences(function, file.references);
    file.facts.functions.push_back(std::move(*found));
  }

  void addInputs(const clang::FunctionDecl& function, FoundFunction& found, UnitFile& file) {
    const clang::Stmt* body = found.body.empty() ? nullptr : function.getBody();
    if (body == nullptr) return;
    const BodyPlace place = placeOf(*writtenBody(body));
    FoundInputs inputs = inputsOf(function, *body, place, meant_);
    found.entry.inputs = std::move(inputs.inputs);
    restOn(inputs.restOn, place.beginsUnit ? files_.offsetOf(place.at) : 0, file);
    for (const clang::Decl* definition : inputs.comeLater) {
      std::size_t& before = file.laterDefinitions[definingFile(*definition)];
      before = std::max(before, files_.offsetOf(place.at));
    }
  }

  void restOn(const std::vector<const clang::Decl*>& all, std::size_t offset, UnitFile& file) const {
    if (!files_.tracksReferences()) return;
    for (const clang::Decl* definition : all) {
      const auto [known, fresh] = file.definitions.try_emplace(definingFile(*definition), offset);
      if (!fresh) known->second = std::min(known->second, offset);
    }
  }

  /// One for each name that the function's tag may turn out to have.
  void addReplacements(const clang::FunctionDecl& function, FoundFunction& found, UnitFile& file) {
    const std::set<std::string> asked = files_.replacedNear(function);
    const clang::Stmt* body = found.body.empty() ? nullptr : function.getBody();
    if (asked.empty() || body == nullptr) return;
    if (!named_) named_.emplace(context_, files_.allReplaced());
    const BodyPlace place = placeOf(*writtenBody(body));
    for (const std::string& name : asked) {
      FoundReplacement old = replacementFor({function, name, place}, *named_, identities_);
      refuseEndless(function, old);
      addShadows({function, name, place}, old, found);
      restOn(old.restsOn, place.beginsUnit && !place.nested ? files_.offsetOf(place.at) : 0, file);
      found.entry.replaces.push_back(std::move(old.replacement));
    }
  }

  /// An old function that always calls the new one would get each call back that is handed to it.
  void refuseEndless(const clang::FunctionDecl& function, FoundReplacement& old) {
    const clang::CallExpr* call = old.old == nullptr ? nullptr : unavoidableCall(*old.old, function);
    if (call == nullptr) return;
    old.replacement = {.asked = old.replacement.asked,
                       .name = old.replacement.name,
                       .signature = old.replacement.signature,
                       .problem = "it calls this one whatever its arguments are, at " +
                                  placeText(call->getBeginLoc()) +
                                  ", so that a call that is handed to it would never end"};
    old.old = nullptr;
  }

  /// One more for each way in which its tag may turn out to ask for a shadow.
  void addShadows(const Replacing& replacing, FoundReplacement& old, FoundFunction& found) {
    for (const AskedShadow& asked : files_.shadowsNear(replacing.function)) {
      if (asked.replaces != replacing.asked) continue;
      ShadowRun run(asked, replacing, old);
      found.entry.replaces.push_back(run.read(*named_, effects_));
    }
  }

  /// In a unit of many files each of them begins one, wherever it was read.
  [[nodiscard]] BodyPlace placeOf(const clang::Stmt& body) const {
    const clang::SourceManager& sources = files_.sources();
    const clang::SourceLocation at = sources.getExpansionLoc(body.getBeginLoc());
    const clang::FileID file = sources.getFileID(at);
    const clang::FileID first =
        files_.tracksReferences() ? sources.getFileID(sources.getIncludeLoc(file)) : file;
    const bool nested =
        first != sources.getMainFileID() && files_.tracksReferences() && files_.wantedAt(at) != nullptr;
    return {at, nested || first == sources.getMainFileID(), nested};
  }

  void readRecord(const clang::CXXRecordDecl& record, clang::SourceLocation begin, UnitFile& file) {
    const auto kind = record.getTemplateSpecializationKind();
    const bool instance = kind != clang::TSK_Undeclared && kind != clang::TSK_ExplicitSpecialization;
    if (instance || !record.isThisDeclarationADefinition() || record.isLambda())
      return addOther(file, record.getSourceRange(), wordFor(record));
    addScope(file, {begin, record.getEndLoc()}, ScopeKind::Class, record.getNameAsString(),
             record.getBraceRange());
    readContext(record);
  }

  void readOther(clang::Decl& decl, UnitFile& file) {
    if (llvm::isa<clang::AccessSpecDecl, clang::EmptyDecl>(decl)) return;
    addOther(file, decl.getSourceRange(), wordFor(decl));
    auto* owner = llvm::dyn_cast<clang::DeclaratorDecl>(&decl);
    if (auto* pattern = llvm::dyn_cast<clang::VarTemplateDecl>(&decl)) owner = pattern->getTemplatedDecl();
    const clang::NamedDecl* named = owner;
    if (named != nullptr) readNested(*owner, [this, named] { return identities_.of(*named); });
  }

  /// Numbers the lambdas of one owner in source order, then reads what was found.
  template <class OwnerIdentity>
  void readNested(clang::Decl& decl, OwnerIdentity ownerIdentity) {
    NestedFinder finder(files_);
    finder.TraverseDecl(&decl);
    if (!finder.lambdas.empty()) nameLambdas(finder.lambdas, kTop, ownerIdentity());
    for (const NestedLambda& nested : finder.lambdas) readLambda(*nested.lambda);
    for (clang::CXXRecordDecl* record : finder.classes) read(*record);
  }

  void nameLambdas(const std::vector<NestedLambda>& all, std::size_t parent, const Identity& owner) {
    std::vector<std::size_t> siblings;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].parent == parent) siblings.push_back(i);
    std::ranges::sort(siblings, {}, [&](std::size_t i) { return std::pair(all[i].offset, i); });
    unsigned ordinal = 0;
    for (std::size_t i = 0; i < siblings.size(); ++i) {
      // A macro that spells its argument twice makes two lambdas of one: the same number for both.
      if (i == 0 || all[siblings[i]].offset != all[siblings[i - 1]].offset) ++ordinal;
      const clang::CXXMethodDecl& call = *all[siblings[i]].lambda->getCallOperator();
      identities_.nameLambda(call, owner, ordinal);
      nameLambdas(all, siblings[i], identities_.of(call));
    }
  }

  void readLambda(const clang::LambdaExpr& lambda) {
    if (UnitFile* file = files_.wantedAt(lambda.getBeginLoc()))
      addFunction(*lambda.getCallOperator(), lambda.getSourceRange(), *file);
  }

  /// The definition of a tagged declaration may stand in a file that nobody asked for.
  void readDefinitionElsewhere(const clang::FunctionDecl& declared) {
    if (!files_.wantsBodyAt(declared.getLocation())) return;
    // In a unit of many files each may define it.
    for (const clang::FunctionDecl* definition : declared.redecls()) {
      const bool defines = definition->isThisDeclarationADefinition();
      if (!defines || files_.wantedAt(definition->getLocation()) != nullptr) continue;
      if (UnitFile* file = files_.fileAt(definition->getLocation()))
        addFunction(*definition, {definition->getOuterLocStart(), endOfFunction(*definition)}, *file);
    }
  }

  // NOLINTNEXTLINE(readability-function-size)
  void addScope(UnitFile& file, clang::SourceRange range, ScopeKind kind, std::string name,
                clang::SourceRange braces = {}) {
    const auto extent = files_.spanOf(range);
    if (!extent) return;
    const auto known = braces.isValid() ? files_.spanOf(braces) : std::nullopt;
    const source::Span body = known ? *known : bodyOf(file, *extent, range.getBegin());
    file.facts.scopes.push_back({*extent, body, kind, std::move(name)});
  }

  /// Clang keeps only the closing brace of a namespace. The opening one is the first behind its head, or
  /// inside the macro that is the head.
  [[nodiscard]] source::Span bodyOf(const UnitFile& file, source::Span extent,
                                    clang::SourceLocation head) const {
    if (files_.isFromMacro(head)) {
      const auto macro = files_.spanOf({head, head});
      return {macro ? std::min(macro->end, extent.end) : extent.begin, extent.end};
    }
    std::size_t at = file.tokens.firstFrom(extent.begin);
    while (at < file.tokens.size() && !file.tokens.is(at, '{')) at = file.tokens.after(at);
    const std::size_t begin = at < file.tokens.size() ? file.tokens[at].span.begin : extent.begin;
    return {std::min(std::max(begin, extent.begin), extent.end), extent.end};
  }

  void addOther(UnitFile& file, clang::SourceRange range, std::string what) {
    if (const auto extent = files_.spanOf(range)) file.facts.others.push_back({*extent, std::move(what)});
  }

  [[nodiscard]] std::string placeText(clang::SourceLocation where) const {
    const clang::PresumedLoc place = files_.sources().getPresumedLoc(files_.sources().getExpansionLoc(where));
    return files_.pathAt(where) + ":" + std::to_string(place.getLine()) + ":" +
           std::to_string(place.getColumn());
  }

  clang::ASTContext& context_;
  UnitFiles& files_;
  Identities identities_;
  MeantByFile meant_;
  std::optional<NamedDeclarations> named_;
  SideEffects effects_{[this](clang::SourceLocation where) { return placeText(where); }};
  TailCycles tailCycles_{[this](const clang::FunctionDecl& f) { return wantsBody(f, files_); }};
  unsigned functionsAround_ = 0;  // that what is read stands in
  std::vector<const clang::FunctionDecl*> declaredOnly_;
};

}  // namespace

void readDeclarations(clang::ASTContext& context, UnitFiles& files) {
  Reader(context, files).run();
}

}  // namespace assay::scan
