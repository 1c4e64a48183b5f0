// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// As the compiler's own warning of functions that recurse endlessly: over the graph of what may follow what.
#include "scan/unavoidable_call.h"

#include <memory>
#include <set>
#include <vector>

#include <clang/Analysis/CFG.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Basic/SourceManager.h>

namespace assay::scan {
namespace {

/// Of a virtual function the object must be the caller's own: another one's may be of another class.
bool isCallOf(const clang::CallExpr& call, const clang::FunctionDecl& callee) {
  const clang::FunctionDecl* called = call.getDirectCallee();
  if (called == nullptr || called->getCanonicalDecl() != callee.getCanonicalDecl()) return false;
  const auto* member = llvm::dyn_cast<clang::CXXMemberCallExpr>(&call);
  return member == nullptr || !member->getMethodDecl()->isVirtual() ||
         llvm::isa<clang::CXXThisExpr>(member->getImplicitObjectArgument()->IgnoreParenImpCasts());
}

const clang::CallExpr* callIn(const clang::CFGBlock& block, const clang::FunctionDecl& callee) {
  for (const clang::CFGElement& element : block) {
    const auto statement = element.getAs<clang::CFGStmt>();
    const auto* call = statement ? llvm::dyn_cast<clang::CallExpr>(statement->getStmt()) : nullptr;
    if (call != nullptr && isCallOf(*call, callee)) return call;
  }
  return nullptr;
}

/// From the entry on: a call that was met, or that the end can be reached without one.
const clang::CallExpr* callOnEveryWay(const clang::CFG& graph, const clang::FunctionDecl& callee) {
  const clang::CallExpr* first = nullptr;
  std::set<const clang::CFGBlock*> seen{&graph.getEntry()};
  std::vector<const clang::CFGBlock*> open{&graph.getEntry()};
  while (!open.empty()) {
    const clang::CFGBlock* block = open.back();
    open.pop_back();
    if (block == &graph.getExit()) return nullptr;
    if (const clang::CallExpr* call = callIn(*block, callee)) {
      const bool isEarlier = first == nullptr || call->getBeginLoc() < first->getBeginLoc();
      if (isEarlier) first = call;
      continue;
    }
    for (const clang::CFGBlock* next : block->succs())
      if (next != nullptr && seen.insert(next).second) open.push_back(next);
  }
  return first;
}

bool areInOneFile(const clang::FunctionDecl& one, const clang::FunctionDecl& other) {
  const clang::SourceManager& sources = one.getASTContext().getSourceManager();
  const auto fileOf = [&](const clang::FunctionDecl& function) {
    return sources.getFileEntryForID(sources.getFileID(sources.getExpansionLoc(function.getLocation())));
  };
  return fileOf(one) == fileOf(other);
}

}  // namespace

const clang::CallExpr* unavoidableCall(const clang::FunctionDecl& caller, const clang::FunctionDecl& callee) {
  const clang::FunctionDecl* definition = caller.getDefinition();
  if (definition == nullptr || definition->hasSkippedBody() || !definition->hasBody() ||
      definition->isDependentContext() || !areInOneFile(*definition, callee))
    return nullptr;
  const std::unique_ptr<clang::CFG> graph = clang::CFG::buildCFG(
      definition, definition->getBody(), &definition->getASTContext(), clang::CFG::BuildOptions());
  return graph == nullptr ? nullptr : callOnEveryWay(*graph, callee);
}

}  // namespace assay::scan
