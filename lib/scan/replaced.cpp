// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Name lookup by hand: Clang's own needs the parser's scopes, which are gone when a unit is complete, and
// sees what a file of a shared unit would not. What is found, and what hides what, is handed back, so that
// the proof of a shared unit can ask whether the file knows it. Which overload a call takes is decided by the
// types alone: the one with the very parameters of the new function is always the best, or the call is
// ambiguous, which the check of the rewritten file finds.
#include "scan/replaced.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>

#include "support/hash.h"

namespace assay::scan {
namespace {

using clang::FunctionDecl;
using clang::NamedDecl;
using FoundNames = std::vector<const NamedDecl*>;

const NamedDecl& targetOf(const NamedDecl& decl) {
  const auto* shadow = llvm::dyn_cast<clang::UsingShadowDecl>(&decl);
  return shadow != nullptr ? *shadow->getTargetDecl() : decl;
}

const clang::DeclContext* scopeOf(const NamedDecl& decl) {
  const NamedDecl& target = targetOf(decl);
  if (const auto* alias = llvm::dyn_cast<clang::NamespaceAliasDecl>(&target)) return alias->getNamespace();
  if (const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(&target)) return space;
  const clang::CXXRecordDecl* record = llvm::dyn_cast<clang::CXXRecordDecl>(&target);
  if (const auto* alias = llvm::dyn_cast<clang::TypedefNameDecl>(&target))
    record = alias->getUnderlyingType()->getAsCXXRecordDecl();
  // In a class its own name, and that of a base, is that of a member that stands for it.
  if (record != nullptr && record->isInjectedClassName())
    record = llvm::cast<clang::CXXRecordDecl>(record->getDeclContext());
  return record != nullptr ? record->getDefinition() : nullptr;
}

const clang::CXXMethodDecl* objectMethod(const FunctionDecl& function) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  return method != nullptr && !method->isStatic() ? method : nullptr;
}

bool isNoexceptByType(const FunctionDecl& function) {
  if (function.hasAttr<clang::NoThrowAttr>()) return true;
  const auto* type = function.getType()->getAs<clang::FunctionProtoType>();
  if (type == nullptr) return false;
  switch (type->getExceptionSpecType()) {
    case clang::EST_BasicNoexcept:
    case clang::EST_NoexceptTrue:
    case clang::EST_NoThrow:
    case clang::EST_DynamicNone: return true;
    default: return false;
  }
}

/// "template <class T> ", or nothing.
std::string templateHead(const FunctionDecl& function) {
  const clang::FunctionTemplateDecl* of = function.getDescribedFunctionTemplate();
  std::string head;
  llvm::raw_string_ostream out(head);
  const clang::ASTContext& context = function.getASTContext();
  if (of != nullptr) of->getTemplateParameters()->print(out, context, context.getPrintingPolicy());
  return head;
}

std::string wholeSignature(const FunctionDecl& function) {
  const bool isStatic = llvm::isa<clang::CXXMethodDecl>(function) && objectMethod(function) == nullptr;
  return templateHead(function) + (isStatic ? "static " : "") + signatureOf(function) +
         (isNoexceptByType(function) ? " noexcept" : "");
}

bool hasSameParameters(const FunctionDecl& a, const FunctionDecl& b) {
  const clang::ASTContext& context = a.getASTContext();
  if (a.getNumParams() != b.getNumParams() || a.isVariadic() != b.isVariadic()) return false;
  for (unsigned i = 0; i < a.getNumParams(); ++i)
    if (!context.hasSameUnqualifiedType(a.getParamDecl(i)->getType(), b.getParamDecl(i)->getType()))
      return false;
  return true;
}

bool hasSameObject(const FunctionDecl& a, const FunctionDecl& b) {
  const clang::CXXMethodDecl* mine = objectMethod(a);
  const clang::CXXMethodDecl* others = objectMethod(b);
  if ((mine == nullptr) != (others == nullptr)) return false;
  return mine == nullptr || (mine->getMethodQualifiers() == others->getMethodQualifiers() &&
                             mine->getRefQualifier() == others->getRefQualifier());
}

bool isCompatible(const FunctionDecl& mine, const FunctionDecl& old) {
  return hasSameParameters(mine, old) && hasSameObject(mine, old) &&
         mine.getASTContext().hasSameType(mine.getReturnType(), old.getReturnType()) &&
         (!isNoexceptByType(mine) || isNoexceptByType(old));
}

bool isSpecialMember(const FunctionDecl& function) {
  return llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(function);
}

bool hasCoroutineBody(const FunctionDecl& function) {
  return llvm::isa_and_nonnull<clang::CoroutineBodyStmt>(function.getBody());
}

bool isOfFunction(const FunctionDecl& function) {
  for (const clang::DeclContext* at = function.getDeclContext(); at != nullptr; at = at->getParent())
    if (at->isFunctionOrMethod()) return true;
  return isLambda(function);
}

struct Refusal {
  bool (*holds)(const FunctionDecl&);
  const char* problem;
};

// What no dispatch can stand in. The first that holds is said.
constexpr Refusal kRefusals[] = {
    {[](const FunctionDecl& f) { return isOfFunction(f); },
     "a lambda, or a function of a local class, cannot be rolled out"},
    {[](const FunctionDecl& f) { return isSpecialMember(f); },
     "a constructor or destructor cannot be rolled out: its object is already being made, or gone"},
    {[](const FunctionDecl& f) {
       return f.getDescribedFunctionTemplate() != nullptr || f.isFunctionTemplateSpecialization();
     },
     "a function template cannot be rolled out: each of its instances would be an experiment of its own"},
    {[](const FunctionDecl& f) { return f.isConstexpr() || f.isConsteval(); },
     "a constexpr function cannot be rolled out: a constant has no calls to divide"},
    {[](const FunctionDecl& f) { return hasCoroutineBody(f); },
     "a coroutine cannot be rolled out: it cannot hand on what another one returns"},
    {[](const FunctionDecl& f) { return llvm::isa_and_nonnull<clang::CXXTryStmt>(f.getBody()); },
     "a function whose body is a try block cannot be rolled out: its handlers would catch for the old one"},
    {[](const FunctionDecl& f) { return f.isNoReturn(); },
     "a function that never returns cannot be rolled out"},
    {[](const FunctionDecl& f) { return f.isVariadic(); }, "variadic arguments cannot be passed on"},
    {[](const FunctionDecl& f) { return f.getType()->getAs<clang::FunctionProtoType>() == nullptr; },
     "a definition without a prototype cannot be rolled out"},
    {[](const FunctionDecl& f) {
       return !f.getASTContext().getLangOpts().CPlusPlus && !f.hasWrittenPrototype();
     },
     "a definition without a prototype cannot be rolled out"},
    {[](const FunctionDecl& f) { return f.isMain(); }, "main() cannot be rolled out"},
    {[](const FunctionDecl& f) { return f.hasCXXExplicitFunctionObjectParameter(); },
     "a function with an explicit object parameter cannot be rolled out"},
    {[](const FunctionDecl& f) {
       return f.getLexicalDeclContext() != f.getDeclContext() &&
              f.getFriendObjectKind() != clang::Decl::FOK_None;
     },
     "a friend that is defined in a class cannot be rolled out"},
    {[](const FunctionDecl& f) {
       return std::ranges::any_of(
           f.parameters(), [](const clang::ParmVarDecl* one) { return one->getIdentifier() == nullptr; });
     },
     "a parameter has no name, so that it cannot be passed on"},
    {[](const FunctionDecl& f) {
       return f.getReturnType()->getContainedDeducedType() != nullptr && f.getReturnType()->isUndeducedType();
     },
     "its return type is not known before its body is"},
};

class Lookup {
 public:
  Lookup(const FunctionDecl& function, const BodyPlace& place, const NamedDeclarations& names,
         std::vector<const clang::Decl*>& restsOn)
      : function_(function),
        sources_(function.getASTContext().getSourceManager()),
        place_(place),
        names_(names),
        restsOn_(restsOn) {}

  /// Everything that the name stands for at the place.
  FoundNames find(const std::string& callee) {
    const bool global = callee.starts_with("::");
    std::vector<std::string> parts = partsOfName(global ? callee.substr(2) : callee);
    FoundNames found = global ? inScope(*unit(), parts[0]) : unqualified(parts[0]);
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const clang::DeclContext* scope = found.empty() ? nullptr : scopeOf(*found.front());
      if (scope == nullptr) return {};
      found = inScope(*scope, parts[i]);
    }
    return found;
  }

 private:
  [[nodiscard]] const clang::DeclContext* unit() const {
    return function_.getASTContext().getTranslationUnitDecl();
  }

  FoundNames unqualified(const std::string& name) {
    for (const clang::DeclContext* at = function_.getDeclContext(); at != nullptr; at = at->getParent())
      if (FoundNames found = inScope(*at, name); !found.empty()) return found;
    return {};
  }

  FoundNames inScope(const clang::DeclContext& scope, const std::string& name) {
    if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&scope)) {
      const clang::CXXRecordDecl* definition = record->getDefinition();
      return definition == nullptr ? FoundNames() : members(*definition, name);
    }
    if (!scope.isFileContext()) return {};
    FoundNames found;
    addFrom(scope, name, found);
    for (const clang::UsingDirectiveDecl* directive : names_.directivesIn(scope)) {
      if (!isBefore(*directive)) continue;
      FoundNames nominated;
      addFrom(*directive->getNominatedNamespace(), name, nominated);
      if (!nominated.empty()) restsOn_.push_back(directive);
      found.insert(found.end(), nominated.begin(), nominated.end());
    }
    return found;
  }

  void addFrom(const clang::DeclContext& scope, const std::string& name, FoundNames& found) {
    for (const NamedDecl* decl : names_.in(scope, name)) {
      if (!isBefore(*decl)) continue;
      restsOn_.push_back(decl);
      found.push_back(decl);
    }
  }

  /// A body sees all members of its class, and those of base classes that it does not hide.
  FoundNames members(const clang::CXXRecordDecl& record, const std::string& name) {
    FoundNames found;
    for (const clang::Decl* member : record.decls()) {
      if (const auto* used = llvm::dyn_cast<clang::UsingDecl>(member)) {
        for (const clang::UsingShadowDecl* shadow : used->shadows())
          if (isCalled(*shadow, name)) found.push_back(shadow);
      } else if (const auto* named = llvm::dyn_cast<NamedDecl>(member);
                 named != nullptr && isCalled(*named, name)) {
        found.push_back(named);
      }
    }
    if (!found.empty()) return restsOn_.push_back(&record), found;
    for (const clang::CXXBaseSpecifier& base : record.bases()) {
      const clang::CXXRecordDecl* of = base.getType()->getAsCXXRecordDecl();
      const clang::CXXRecordDecl* definition = of == nullptr ? nullptr : of->getDefinition();
      if (definition == nullptr) continue;
      const FoundNames inherited = members(*definition, name);
      found.insert(found.end(), inherited.begin(), inherited.end());
    }
    return found;
  }

  static bool isCalled(const NamedDecl& decl, const std::string& name) {
    return decl.getIdentifier() != nullptr && decl.getName() == name;
  }

  [[nodiscard]] bool isBefore(const clang::Decl& decl) const {
    return sources_.isBeforeInTranslationUnit(sources_.getExpansionLoc(decl.getBeginLoc()), place_.at);
  }

  const FunctionDecl& function_;
  const clang::SourceManager& sources_;
  const BodyPlace& place_;
  const NamedDeclarations& names_;
  std::vector<const clang::Decl*>& restsOn_;
};

std::string refusalOf(const FunctionDecl& function) {
  for (const Refusal& row : kRefusals)
    if (row.holds(function)) return row.problem;
  return {};
}

std::string problemOfOld(const FunctionDecl& old) {
  if (old.isDeleted()) return "the function that it names is deleted";
  if (old.isConsteval()) return "the function that it names never runs at run time";
  if (old.isNoReturn()) return "the function that it names never returns";
  if (old.hasCXXExplicitFunctionObjectParameter())
    return "the function that it names has an explicit object parameter";
  return {};
}

class Resolution {
 public:
  Resolution(const FunctionDecl& function, std::string callee, const Identities& identities,
             model::Replacement& result)
      : function_(function), callee_(std::move(callee)), identities_(identities), result_(result) {}

  [[nodiscard]] const FunctionDecl* taken() const { return taken_; }

  void run(Lookup lookup) {
    if (callee_.empty()) return refuse("it is no name of a function");
    if (std::string refusal = refusalOf(function_); !refusal.empty())
      return refuse(refusal + (templateHead(function_).empty() ? "" : signaturesWith(lookup.find(callee_))));
    if (isHiddenByParameter()) return refuse("a parameter has this name");
    const FoundNames found = lookup.find(callee_);
    if (found.empty()) return refuse("nothing of this name can be seen here; it must be declared above");
    choose(found);
  }

 private:
  void refuse(std::string problem) { result_.problem = std::move(problem); }

  [[nodiscard]] bool isHiddenByParameter() const {
    const std::string first = partsOfName(callee_).front();
    return std::ranges::any_of(function_.parameters(),
                               [&](const clang::ParmVarDecl* one) { return one->getName() == first; });
  }

  /// The functions among what was found, each once.
  std::vector<const FunctionDecl*> functionsOf(const FoundNames& found) {
    std::vector<const FunctionDecl*> functions;
    std::set<const clang::Decl*> seen{function_.getCanonicalDecl()};
    for (const NamedDecl* decl : found) {
      const auto* function = llvm::dyn_cast<FunctionDecl>(&targetOf(*decl));
      if (function != nullptr && seen.insert(function->getCanonicalDecl()).second)
        functions.push_back(function);
    }
    return functions;
  }

  void choose(const FoundNames& found) {
    const std::vector<const FunctionDecl*> functions = functionsOf(found);
    std::vector<const FunctionDecl*> fitting;
    for (const FunctionDecl* old : functions)
      if (isCompatible(function_, *old)) fitting.push_back(old);
    if (fitting.size() == 1) return take(*fitting.front());
    if (fitting.size() > 1) return refuse("several functions of this name fit; say which by its namespace");
    if (functions.empty()) return refuse(problemWithout(found));
    refuseOther(*functions.front(), functions.size());
  }

  void refuseOther(const FunctionDecl& old, std::size_t overloads) {
    result_.name = identities_.of(old).name;
    result_.signature = wholeSignature(old);
    const bool ofObject = objectMethod(old) != nullptr;
    std::string problem = "it is `" + result_.signature + "`, and not `" + wholeSignature(function_) + "`";
    if (ofObject != (objectMethod(function_) != nullptr))
      problem += ofObject ? ": it is called on an object, which the new one has not"
                          : ": it is not called on an object as the new one is";
    if (overloads > 1) problem += ", and none of its " + std::to_string(overloads) + " overloads is";
    refuse(std::move(problem));
  }

  [[nodiscard]] std::string problemWithout(const FoundNames& found) const {
    const NamedDecl& first = targetOf(*found.front());
    if (first.getCanonicalDecl() == function_.getCanonicalDecl()) return "a function cannot replace itself";
    if (const auto* old = llvm::dyn_cast<clang::FunctionTemplateDecl>(&first))
      return "it is a template, `" + wholeSignature(*old->getTemplatedDecl()) + "`, and not `" +
             wholeSignature(function_) + "`";
    return "it is no function";
  }

  [[nodiscard]] std::string signaturesWith(const FoundNames& found) const {
    const FunctionDecl* old = found.empty() ? nullptr : targetOf(*found.front()).getAsFunction();
    const std::string mine = " (`" + wholeSignature(function_) + "`";
    return old == nullptr ? mine + ")" : mine + " in the place of `" + wholeSignature(*old) + "`)";
  }

  void take(const FunctionDecl& old) {
    result_.name = identities_.of(old).name;
    result_.signature = wholeSignature(old);
    result_.problem = problemOfOld(old);
    if (!result_.problem.empty()) return;
    result_.id = hash64(identities_.of(old).key);
    result_.result = function_.getReturnType()->isVoidType() ? "void" : "value";
    for (const clang::ParmVarDecl* one : function_.parameters())
      result_.parameters.push_back(one->getNameAsString());
    taken_ = &old;
  }

  const FunctionDecl& function_;
  std::string callee_;
  const Identities& identities_;
  model::Replacement& result_;
  const FunctionDecl* taken_ = nullptr;
};

}  // namespace

FoundReplacement replacementFor(const Replacing& replacing, const NamedDeclarations& names,
                                const Identities& identities) {
  FoundReplacement found;
  found.replacement.asked = replacing.asked;
  Resolution resolution(replacing.function, model::calleeOf(replacing.asked), identities, found.replacement);
  resolution.run(Lookup(replacing.function, replacing.place, names, found.restsOn));
  found.old = resolution.taken();
  return found;
}

std::vector<const NamedDecl*> namesAt(const Replacing& replacing, const std::string& callee,
                                      const NamedDeclarations& names,
                                      std::vector<const clang::Decl*>& restsOn) {
  FoundNames found = Lookup(replacing.function, replacing.place, names, restsOn).find(callee);
  std::ranges::transform(found, found.begin(), [](const NamedDecl* decl) { return &targetOf(*decl); });
  return found;
}

}  // namespace assay::scan
