// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A table of statements that are refused as such, and four questions: what is written to, what is called,
// what is made and unmade, what is kept. A function may write to what its caller hands it by reference, its
// object among that, when the caller hands it something of its own.
#include "scan/side_effects.h"

#include <algorithm>
#include <utility>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

#include "scan/own_places.h"
#include "scan/plain_values.h"
#include "scan/pure_calls.h"

namespace assay::scan {

using clang::Expr;

constexpr const char* kCallsVirtual = "calls a virtual function, and which one is not known,";
constexpr std::size_t kMostFunctions = 200;  // that are followed from one

/// Of one function. Ends with the first that is found.
class EffectFinder : public clang::RecursiveASTVisitor<EffectFinder> {
 public:
  EffectFinder(SideEffects& all, const clang::FunctionDecl& function, bool ofCaller)
      : all_(all), function_(function), own_{ofCaller} {}

  std::string run() {
    for (const clang::ParmVarDecl* one : function_.parameters())
      checkCopied(one->getType(), one->getLocation());
    checkCopied(function_.getReturnType(), function_.getLocation());
    if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&function_))
      for (const clang::CXXCtorInitializer* init : constructor->inits())
        if (found_.empty()) TraverseStmt(init->getInit());
    if (found_.empty()) TraverseStmt(function_.getBody());
    return std::move(found_);
  }

  bool shouldVisitImplicitCode() const { return true; }

  bool VisitStmt(clang::Stmt* statement) {
    if (const char* problem = problemOf(*statement)) return refuse(problem, statement->getBeginLoc());
    return true;
  }

  bool VisitBinaryOperator(clang::BinaryOperator* operation) {
    return !operation->isAssignmentOp() || write(*operation->getLHS());
  }

  bool VisitUnaryOperator(clang::UnaryOperator* operation) {
    return !operation->isIncrementDecrementOp() || write(*operation->getSubExpr());
  }

  bool VisitExplicitCastExpr(clang::ExplicitCastExpr* cast) {
    const clang::QualType to = cast->getTypeAsWritten(), from = cast->getSubExpr()->getType();
    const clang::QualType toBehind = to->getPointeeType();
    const clang::QualType fromBehind = to->isReferenceType() ? from : from->getPointeeType();
    const bool loses = !toBehind.isNull() && !toBehind.isConstQualified() && !toBehind->isFunctionType() &&
                       (fromBehind.isNull() || fromBehind.isConstQualified());
    return !loses || cast->getCastKind() == clang::CK_NullToPointer ||
           refuse("casts to what can be written to", cast->getBeginLoc());
  }

  bool VisitDeclRefExpr(clang::DeclRefExpr* named) {
    if (named->getType().isVolatileQualified()) return refuse("reads what is volatile", named->getBeginLoc());
    if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(named->getDecl());
        variable != nullptr && variable->getTLSKind() == clang::VarDecl::TLS_Dynamic)
      return refuse("may be the first to use '" + variable->getNameAsString() + "', which is made then,",
                    named->getBeginLoc());
    // An operator that is written as one: no member expression names it.
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(named->getDecl());
        method != nullptr && isAnyOf(*method))
      return refuse(kCallsVirtual, named->getBeginLoc());
    const auto* function = llvm::dyn_cast<clang::FunctionDecl>(named->getDecl());
    return function == nullptr || call(*function, named->getBeginLoc());
  }

  bool VisitCastExpr(clang::CastExpr* cast) {
    return cast->getCastKind() != clang::CK_LValueToRValue ||
           !cast->getSubExpr()->getType().isVolatileQualified() ||
           refuse("reads what is volatile", cast->getBeginLoc());
  }

  bool VisitCXXInheritedCtorInitExpr(clang::CXXInheritedCtorInitExpr* made) {
    return refuse("makes an object by a constructor that its class inherits,", made->getBeginLoc());
  }

  bool VisitMemberExpr(clang::MemberExpr* member) {
    if (member->getType().isVolatileQualified())
      return refuse("reads what is volatile", member->getBeginLoc());
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(member->getMemberDecl());
    if (method == nullptr) return true;
    if (member->performsVirtualDispatch(language()) && isAnyOf(*method))
      return refuse(kCallsVirtual, member->getBeginLoc());
    return call(*method, member->getBeginLoc());
  }

  bool VisitCallExpr(clang::CallExpr* call) {
    const clang::FunctionDecl* callee = call->getDirectCallee();
    if (llvm::isa<clang::CXXPseudoDestructorExpr>(call->getCallee()->IgnoreParens())) return true;
    if (callee == nullptr)
      return refuse("calls a function of which only the run knows which it is", call->getBeginLoc());
    return writeToObject(*call, *callee) && handOver(*call, *callee);
  }

  bool VisitCXXConstructExpr(clang::CXXConstructExpr* made) {
    const clang::CXXConstructorDecl& constructor = *made->getConstructor();
    if (!call(constructor, made->getBeginLoc())) return false;
    for (unsigned i = 0; i < made->getNumArgs() && i < constructor.getNumParams(); ++i)
      if (!handOver(*made->getArg(i), *constructor.getParamDecl(i))) return false;
    return true;
  }

  bool VisitVarDecl(clang::VarDecl* variable) {
    if (variable->isStaticLocal() && !isConstant(*variable))
      return refuse("keeps '" + variable->getNameAsString() + "' from call to call,",
                    variable->getLocation());
    if (variable->getType().isVolatileQualified())
      return refuse("reads what is volatile", variable->getLocation());
    return variable->isStaticLocal() || checkObject(variable->getType(), variable->getLocation());
  }

  bool VisitCXXBindTemporaryExpr(clang::CXXBindTemporaryExpr* bound) {
    return checkObject(bound->getType(), bound->getBeginLoc());
  }

  bool VisitCXXDefaultArgExpr(clang::CXXDefaultArgExpr* argument) {
    return TraverseStmt(argument->getExpr());
  }

  bool VisitCXXDefaultInitExpr(clang::CXXDefaultInitExpr* init) { return TraverseStmt(init->getExpr()); }

 private:
  static const char* problemOf(const clang::Stmt& statement) {
    using namespace clang;
    switch (statement.getStmtClass()) {
      case Stmt::GCCAsmStmtClass:
      case Stmt::MSAsmStmtClass: return "is written in assembly language";
      case Stmt::CXXNewExprClass: return "allocates with `new`";
      case Stmt::CXXDeleteExprClass: return "frees memory";
      case Stmt::AtomicExprClass: return "uses an atomic operation";
      case Stmt::VAArgExprClass: return "reads variadic arguments";
      case Stmt::CoroutineBodyStmtClass: return "is a coroutine";
      case Stmt::CXXConstCastExprClass: return "casts `const` away";
      case Stmt::CXXReinterpretCastExprClass: return "reinterprets what it has";
      case Stmt::RecoveryExprClass: return "has an error";
      default: break;
    }
    const auto* expression = dyn_cast<Expr>(&statement);
    const bool isDependent = expression != nullptr && expression->isInstantiationDependent();
    return isDependent ? "depends on the arguments of a template" : nullptr;
  }

  bool refuse(const std::string& what, clang::SourceLocation where) {
    if (found_.empty())
      found_ = "'" + function_.getNameAsString() + "' " + what + " at " + all_.place_(where);
    return false;
  }

  [[nodiscard]] const clang::LangOptions& language() const { return function_.getASTContext().getLangOpts(); }

  /// Virtual, and which one is meant shows at run time.
  static bool isAnyOf(const clang::CXXMethodDecl& method) {
    return method.isVirtual() && !method.hasAttr<clang::FinalAttr>() &&
           !method.getParent()->isEffectivelyFinal();
  }

  /// From before the program runs: else the first call decides what all others see.
  static bool isConstant(const clang::VarDecl& variable) {
    const clang::QualType element = variable.getASTContext().getBaseElementType(variable.getType());
    return variable.isConstexpr() || (element.isConstQualified() && element->isScalarType() &&
                                      variable.hasInit() && variable.hasConstantInitialization());
  }

  static std::string nameOf(const Expr& place) {
    const Expr* at = place.IgnoreParenImpCasts();
    if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(at))
      return named->getDecl()->getNameAsString();
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(at))
      return member->getMemberDecl()->getNameAsString();
    return {};
  }

  bool write(const Expr& place) {
    if (own_.holds(place)) return true;
    const std::string name = nameOf(place);
    return refuse(name.empty() ? "writes to what is not shown to be its own"
                               : "writes to '" + name + "', which is not shown to be its own,",
                  place.getBeginLoc());
  }

  /// A member function that is not const may write to its object.
  bool writeToObject(const clang::CallExpr& call, const clang::FunctionDecl& callee) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&callee);
    if (method == nullptr || method->isStatic() || method->isConst()) return true;
    if (const auto* member = llvm::dyn_cast<clang::CXXMemberCallExpr>(&call)) {
      const auto* named = llvm::dyn_cast<clang::MemberExpr>(member->getCallee()->IgnoreParens());
      if (named == nullptr) return refuse("calls through a pointer to a member", call.getBeginLoc());
      if (!named->isArrow()) return write(*named->getBase());
      const bool ofThis = llvm::isa<clang::CXXThisExpr>(named->getBase()->IgnoreParenImpCasts());
      return (ofThis && own_.ofCaller) ||
             refuse("calls '" + method->getNameAsString() +
                        "', which is not const, on what is not shown to be its own,",
                    call.getBeginLoc());
    }
    return !llvm::isa<clang::CXXOperatorCallExpr>(call) || call.getNumArgs() == 0 || write(*call.getArg(0));
  }

  bool handOver(const clang::CallExpr& call, const clang::FunctionDecl& callee) {
    const bool ofOperator =
        llvm::isa<clang::CXXOperatorCallExpr>(call) && llvm::isa<clang::CXXMethodDecl>(callee);
    const unsigned first = ofOperator ? 1 : 0;
    const bool writes = isOfLibrary(callee) && libraryUse(callee) == LibraryUse::Writes;
    for (unsigned i = first; i < call.getNumArgs() && i - first < callee.getNumParams(); ++i) {
      if (!handOver(*call.getArg(i), *callee.getParamDecl(i - first))) return false;
      if (writes && !handIterator(*call.getArg(i))) return false;
    }
    return callee.isVariadic() ? refuse("calls a function with variadic arguments", call.getBeginLoc())
                               : true;
  }

  bool handOver(const Expr& argument, const clang::ParmVarDecl& parameter) {
    const clang::QualType type = parameter.getType();
    const clang::QualType behind = type->getPointeeType();
    if (behind.isNull() || behind.isConstQualified() || behind->isFunctionType()) return true;
    if (type->isReferenceType()) return write(argument);
    return argument.getType()->isNullPtrType() || own_.holdsBehind(argument) ||
           refuse("hands on a pointer to what is not shown to be its own", argument.getBeginLoc());
  }

  /// To a function of the library that writes through it.
  bool handIterator(const Expr& argument) {
    const auto* record = argument.getType()->getAsCXXRecordDecl();
    if (record == nullptr || !isOfLibrary(*record) || !isKnownClass(*record) || isOwner(*record)) return true;
    return own_.holdsBehind(argument) ||
           refuse("writes through an iterator to what is not shown to be its own", argument.getBeginLoc());
  }

  bool call(const clang::FunctionDecl& callee, clang::SourceLocation where) {
    if (callee.getCanonicalDecl() == function_.getCanonicalDecl()) return true;
    const bool isHarmless =
        callee.isTrivial() || callee.hasAttr<clang::ConstAttr>() || callee.hasAttr<clang::PureAttr>();
    if (isHarmless) return true;
    if (isInSystem(callee)) return callLibrary(callee, where);
    if (isWrittenByCompiler(callee)) return true;
    const clang::FunctionDecl* definition = bodyInThisFile(callee);
    if (definition == nullptr)
      return refuse("calls '" + callee.getNameAsString() + "', whose body does not stand in this file,",
                    where);
    const std::string inside = all_.find(*definition, true);
    if (!inside.empty()) found_ = inside;
    return inside.empty();
  }

  bool callLibrary(const clang::FunctionDecl& callee, clang::SourceLocation where) {
    const LibraryUse use = libraryUse(callee);
    const bool isMoveOfRange = callee.getNameAsString() == "move" && callee.getNumParams() != 1;
    if (use == LibraryUse::Unknown || isMoveOfRange)
      return refuse("calls '" + callee.getQualifiedNameAsString() +
                        "', of which it is not known that it does nothing else,",
                    where);
    return checkHidden(callee, where);
  }

  /// What a template of the library does with objects of the program's classes is not in the unit.
  bool checkHidden(const clang::FunctionDecl& callee, clang::SourceLocation where) {
    bool fine = true;
    const auto look = [&](const clang::TemplateArgumentList* list) {
      if (list != nullptr)
        for (const clang::TemplateArgument& one : list->asArray()) fine = fine && isPlainArgument(one);
    };
    look(callee.getTemplateSpecializationArgs());
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&callee))
      if (const auto* of = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(method->getParent()))
        look(&of->getTemplateArgs());
    return fine || refuse("has '" + callee.getQualifiedNameAsString() +
                              "' work on a class whose own functions are not followed there,",
                          where);
  }

  /// What is handed over by value is copied, and ends, more often than before.
  bool checkCopied(clang::QualType type, clang::SourceLocation where) {
    return type->isReferenceType() || isHarmlessValue(type) ||
           refuse("takes or gives by value what the program says how to copy, or to end,", where);
  }

  static bool isInSystem(const clang::FunctionDecl& callee) {
    const bool isBuiltin = callee.getBuiltinID() != 0;
    return isBuiltin || isOfLibrary(callee) ||
           callee.getASTContext().getSourceManager().isInSystemHeader(callee.getLocation());
  }

  static bool isWrittenByCompiler(const clang::FunctionDecl& callee) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&callee);
    return method != nullptr && method->isDefaulted() && isSimpleClass(*method->getParent());
  }

  [[nodiscard]] const clang::FileEntry* fileOf(clang::SourceLocation where) const {
    const clang::SourceManager& sources = function_.getASTContext().getSourceManager();
    return sources.getFileEntryForID(sources.getFileID(sources.getExpansionLoc(where)));
  }

  [[nodiscard]] const clang::FunctionDecl* bodyInThisFile(const clang::FunctionDecl& callee) const {
    const clang::FunctionDecl* definition = nullptr;
    if (!callee.hasBody(definition) || definition->hasSkippedBody()) return nullptr;
    return fileOf(definition->getLocation()) == fileOf(function_.getLocation()) ? definition : nullptr;
  }

  /// What happens when an object of the type ends.
  bool checkObject(clang::QualType type, clang::SourceLocation where) {
    if (type->isReferenceType()) return true;
    const auto* record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (record == nullptr || isHarmlessValue(type)) return true;
    const clang::CXXDestructorDecl* destructor = record->hasDefinition() ? record->getDestructor() : nullptr;
    if (record->hasDefinition() && record->hasTrivialDestructor()) return true;
    const bool isFollowed = destructor != nullptr && !isOfLibrary(*record) && destructor->isUserProvided() &&
                            record->getNumBases() == 0 &&
                            std::ranges::all_of(record->fields(), [](const clang::FieldDecl* field) {
                              return isHarmlessValue(field->getType());
                            });
    return isFollowed ? call(*destructor, where)
                      : refuse("has a '" + record->getNameAsString() +
                                   "', of which it is not shown that nothing happens when it ends,",
                               where);
  }

  SideEffects& all_;
  const clang::FunctionDecl& function_;
  OwnPlaces own_;
  std::string found_;
};

std::string SideEffects::find(const clang::FunctionDecl& function, bool ofCaller) {
  const auto [known, isNew] = known_.try_emplace({&function, ofCaller});
  if (!isNew) return known->second;
  if (known_.size() > kMostFunctions)
    return known->second =
               "too many functions would have to be followed from '" + function.getNameAsString() + "'";
  std::string found = EffectFinder(*this, function, ofCaller).run();
  return known_[{&function, ofCaller}] = std::move(found);
}

std::string SideEffects::of(const clang::FunctionDecl& function) {
  // What was taken for harmless in the middle of a recursion is so from this function on only.
  known_.clear();
  return find(function, false);
}

}  // namespace assay::scan
