// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/plain_values.h"

#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/Expr.h>

#include "scan/pure_calls.h"

namespace assay::scan {
namespace {

bool arePlain(llvm::ArrayRef<clang::TemplateArgument> arguments) {
  return std::ranges::all_of(arguments, isPlainArgument);
}

bool isPlainClass(const clang::CXXRecordDecl& record) {
  if (record.isLambda() || !isOfLibrary(record)) return false;
  const bool isAllocator = record.getIdentifier() != nullptr && record.getName() == "allocator";
  if (!isAllocator && !isKnownClass(record)) return false;
  const auto* made = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&record);
  return made == nullptr || arePlain(made->getTemplateArgs().asArray());
}

bool saysHowToCopyOrEnd(const clang::CXXRecordDecl& record) {
  return record.hasUserDeclaredCopyConstructor() || record.hasUserDeclaredMoveConstructor() ||
         record.hasUserDeclaredCopyAssignment() || record.hasUserDeclaredMoveAssignment() ||
         record.hasUserDeclaredDestructor();
}

}  // namespace

bool isPlainValue(clang::QualType type) {
  const clang::QualType value = type.getNonReferenceType();
  if (value->isAnyPointerType())
    return isPlainValue(value->getPointeeType()) && !value->isFunctionPointerType();
  const clang::Type* element = value->getBaseElementTypeUnsafe();
  if (const auto* record = element->getAsCXXRecordDecl()) return isPlainClass(*record);
  return !element->isFunctionType() && !element->isMemberPointerType() && !value.isVolatileQualified();
}

bool isPlainArgument(const clang::TemplateArgument& argument) {
  if (argument.getKind() == clang::TemplateArgument::Pack) return arePlain(argument.pack_elements());
  return argument.getKind() != clang::TemplateArgument::Type || isPlainValue(argument.getAsType());
}

bool isSimpleClass(const clang::CXXRecordDecl& record) {
  if (!record.hasDefinition() || record.isDependentContext() || record.isPolymorphic()) return false;
  if (saysHowToCopyOrEnd(record) || record.getNumBases() > 0) return false;
  const clang::ASTContext& context = record.getASTContext();
  return std::ranges::all_of(record.fields(), [&](const clang::FieldDecl* field) {
    const clang::Expr* init = field->getInClassInitializer();
    return (init == nullptr || init->isEvaluatable(context)) && isPlainValue(field->getType());
  });
}

bool isHarmlessValue(clang::QualType type) {
  const auto* record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  return record == nullptr || isPlainClass(*record) || isSimpleClass(*record);
}

}  // namespace assay::scan
