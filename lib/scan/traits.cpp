// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A table for what a declaration says, a visitor for what its body does.
#include "scan/traits.h"

#include <algorithm>
#include <array>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>

#include "scan/assembler_label.h"
#include "scan/function_try.h"
#include "scan/identity.h"
#include "scan/returned_failure.h"
#include "scan/tail_calls.h"

namespace assay::scan {
namespace {

using clang::FunctionDecl;
using model::Trait;

const clang::CXXMethodDecl* methodOf(const FunctionDecl& f) {
  return llvm::dyn_cast<clang::CXXMethodDecl>(&f);
}

bool isExplicitSpecialization(const FunctionDecl& f) {
  if (f.getTemplateSpecializationKind() == clang::TSK_ExplicitSpecialization) return true;
  const auto* method = methodOf(f);
  return method != nullptr &&
         method->getParent()->getTemplateSpecializationKind() == clang::TSK_ExplicitSpecialization;
}

/// Since C++17 a lambda is constexpr that has no statement against it. Of a generic one, and of one in a
/// template, Clang tells when it is instantiated, and that may be in a unit that nobody looks at.
bool isConstexpr(const FunctionDecl& f) {
  if (f.isConsteval()) return false;
  return f.isConstexpr() || (isLambda(f) && f.isTemplated() && f.getASTContext().getLangOpts().CPlusPlus17);
}

bool isConstexprOfCxx11(const FunctionDecl& f) {
  return isConstexpr(f) && !f.getASTContext().getLangOpts().CPlusPlus14;
}

bool isStatic(const FunctionDecl& f) {
  const auto* method = methodOf(f);
  return method != nullptr ? method->isStatic() && !isLambda(f) : f.getStorageClass() == clang::SC_Static;
}

bool isVirtual(const FunctionDecl& f) {
  return methodOf(f) != nullptr && methodOf(f)->isVirtual();
}

bool isConst(const FunctionDecl& f) {
  return methodOf(f) != nullptr && methodOf(f)->isConst() && !isLambda(f);
}

/// A destructor is noexcept unless it says otherwise, evaluated by Clang yet or not.
bool isNoexcept(const FunctionDecl& f) {
  if (f.hasAttr<clang::NoThrowAttr>()) return true;
  const auto* type = f.getType()->getAs<clang::FunctionProtoType>();
  if (type == nullptr) return false;
  switch (type->getExceptionSpecType()) {
    case clang::EST_BasicNoexcept:
    case clang::EST_NoexceptTrue:
    case clang::EST_NoThrow:
    case clang::EST_DynamicNone: return true;
    case clang::EST_Unevaluated:
    case clang::EST_Uninstantiated: return llvm::isa<clang::CXXDestructorDecl>(f);
    case clang::EST_None: return llvm::isa<clang::CXXDestructorDecl>(f) && f.isTemplated();
    default: return false;
  }
}

bool isAllocation(const FunctionDecl& f) {
  switch (f.getOverloadedOperator()) {
    case clang::OO_New:
    case clang::OO_Delete:
    case clang::OO_Array_New:
    case clang::OO_Array_Delete: return true;
    default: break;
  }
  constexpr std::array<llvm::StringRef, 13> kNames = {
      "malloc",        "calloc",   "realloc",        "reallocarray", "free",    "cfree",
      "aligned_alloc", "memalign", "posix_memalign", "valloc",       "pvalloc", "malloc_usable_size",
      "free_sized"};
  return f.getIdentifier() != nullptr && f.isExternC() &&
         std::ranges::find(kNames, f.getName()) != kNames.end();
}

bool isInterrupt(const FunctionDecl& f) {
  return f.hasAttr<clang::AnyX86InterruptAttr>() || f.hasAttr<clang::ARMInterruptAttr>() ||
         f.hasAttr<clang::RISCVInterruptAttr>() || f.hasAttr<clang::AVRInterruptAttr>() ||
         f.hasAttr<clang::AVRSignalAttr>() || f.hasAttr<clang::MSP430InterruptAttr>() ||
         f.hasAttr<clang::MipsInterruptAttr>();
}

struct Row {
  Trait trait;
  bool (*holds)(const FunctionDecl&);
};

constexpr std::array kDeclared = {
    Row{Trait::C, [](const FunctionDecl& f) { return !f.getASTContext().getLangOpts().CPlusPlus; }},
    Row{Trait::Template, [](const FunctionDecl& f) { return f.isTemplated(); }},
    Row{Trait::Specialization, isExplicitSpecialization},
    Row{Trait::Inline, [](const FunctionDecl& f) { return f.isInlined() && !isLambda(f); }},
    Row{Trait::Static, isStatic},
    Row{Trait::Virtual, isVirtual},
    Row{Trait::Const, isConst},
    Row{Trait::Noexcept, isNoexcept},
    Row{Trait::Variadic, [](const FunctionDecl& f) { return f.isVariadic(); }},
    Row{Trait::Constexpr, isConstexpr},
    Row{Trait::Consteval, [](const FunctionDecl& f) { return f.isConsteval(); }},
    Row{Trait::Noreturn, [](const FunctionDecl& f) { return f.isNoReturn(); }},
    Row{Trait::Naked, [](const FunctionDecl& f) { return f.hasAttr<clang::NakedAttr>(); }},
    Row{Trait::Defaulted, [](const FunctionDecl& f) { return f.isExplicitlyDefaulted(); }},
    Row{Trait::Deleted, [](const FunctionDecl& f) { return f.isDeletedAsWritten(); }},
    Row{Trait::PureOrConst,
        [](const FunctionDecl& f) { return f.hasAttr<clang::PureAttr>() || f.hasAttr<clang::ConstAttr>(); }},
    Row{Trait::SignalHandler, isInterrupt},
    Row{Trait::Allocation, isAllocation},
    Row{Trait::KnrDefinition,
        [](const FunctionDecl& f) {
          return f.isThisDeclarationADefinition() && f.getNumParams() > 0 && !f.hasWrittenPrototype() &&
                 !f.getASTContext().getLangOpts().CPlusPlus;
        }},
    Row{Trait::CudaDevice,
        [](const FunctionDecl& f) {
          return f.hasAttr<clang::CUDADeviceAttr>() || f.hasAttr<clang::CUDAGlobalAttr>();
        }},
    Row{Trait::Main, [](const FunctionDecl& f) { return f.isMain(); }},
    Row{Trait::ConstexprCxx11, isConstexprOfCxx11},
};

bool hasWrittenInitializers(const FunctionDecl& f) {
  const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&f);
  return constructor != nullptr &&
         std::ranges::any_of(constructor->inits(),
                             [](const clang::CXXCtorInitializer* init) { return init->isWritten(); });
}

class BodyVisitor : public clang::RecursiveASTVisitor<BodyVisitor> {
 public:
  BodyVisitor(const FunctionDecl& function, model::TraitSet& traits, std::vector<Leaving>& leaving)
      : function_(function), traits_(traits), leaving_(leaving) {}

  bool TraverseLambdaExpr(clang::LambdaExpr*) { return true; }
  bool TraverseBlockExpr(clang::BlockExpr*) { return true; }
  bool TraverseCXXRecordDecl(clang::CXXRecordDecl*) { return true; }
  bool TraverseUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr*) { return true; }

  bool VisitAttributedStmt(clang::AttributedStmt* statement) {
    if (llvm::any_of(statement->getAttrs(),
                     [](const clang::Attr* a) { return llvm::isa<clang::MustTailAttr>(a); }))
      traits_.add(Trait::MustTail);
    return true;
  }

  bool VisitCallExpr(clang::CallExpr* call) {
    if (callsItself(function_, *call)) traits_.add(Trait::Recursive);
    const FunctionDecl* callee = call->getDirectCallee();
    if (callee != nullptr && callee->getIdentifier() != nullptr && isJump(callee->getName()))
      traits_.add(Trait::SetjmpLongjmp);
    return true;
  }

  bool VisitGCCAsmStmt(clang::GCCAsmStmt* statement) {
    if (definesLabel(statement->generateAsmString(function_.getASTContext())))
      traits_.add(Trait::AssemblerLabel);
    return true;
  }

  bool VisitReturnStmt(clang::ReturnStmt* statement) {
    if (const auto failure = returnedFailure(function_, *statement))
      leaving_.push_back({statement, *failure});
    else if (const auto value = returnedValue(function_, *statement))
      leaving_.push_back({statement, *value});
    return true;
  }

  bool VisitCoroutineSuspendExpr(clang::CoroutineSuspendExpr*) { return coroutine(); }
  bool VisitDependentCoawaitExpr(clang::DependentCoawaitExpr*) { return coroutine(); }
  bool VisitCoreturnStmt(clang::CoreturnStmt* statement) {
    if (!statement->isImplicit()) leaving_.push_back({statement, model::PointKind::CoReturn});
    return coroutine();
  }

 private:
  static bool isJump(llvm::StringRef name) {
    name.consume_front("__builtin_");
    name = name.ltrim('_');
    return name == "setjmp" || name == "sigsetjmp" || name == "longjmp" || name == "siglongjmp" ||
           name == "longjmp_chk";
  }

  bool coroutine() {
    traits_.add(Trait::Coroutine);
    return true;
  }

  const FunctionDecl& function_;
  model::TraitSet& traits_;
  std::vector<Leaving>& leaving_;
};

}  // namespace

void addDeclaredTraits(const FunctionDecl& function, model::TraitSet& traits) {
  for (const Row& row : kDeclared)
    if (row.holds(function)) traits.add(row.trait);
}

std::vector<Leaving> addBodyTraits(const FunctionDecl& function, const clang::Stmt& body,
                                   model::TraitSet& traits) {
  if (functionTryOf(&body) != nullptr) traits.add(Trait::FunctionTry);
  if (llvm::isa<clang::CoroutineBodyStmt>(body)) traits.add(Trait::Coroutine);
  if (hasWrittenInitializers(function)) traits.add(Trait::InitializerList);
  std::vector<Leaving> leaving;
  BodyVisitor visitor(function, traits, leaving);
  visitor.TraverseStmt(const_cast<clang::Stmt*>(&body));
  if (traits.has(Trait::Recursive) && hasSelfTailCall(function, body)) traits.add(Trait::SelfTailCall);
  return leaving;
}

}  // namespace assay::scan
