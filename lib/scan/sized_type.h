// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whose objects say how large they are, at once and without doing anything. Only the files of this room that
// know Clang include this header.
#pragma once

#include <string_view>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/Type.h>
#include <clang/Basic/SourceLocation.h>
#include <llvm/ADT/DenseMap.h>

#include "source/span.h"

namespace assay::scan {

/// The beginning of a body, outside macros.
struct BodyPlace {
  clang::SourceLocation at;
  bool beginsUnit = true;  ///< its file is what a unit begins with; else one that others include
  /// One of many that each begin a unit, but read when another of them included it: what that one says behind
  /// the #include is missing, which alone may stand before.
  bool nested = false;
};

/// By file of a unit: what its tags mean.
using MeantByFile = llvm::DenseMap<clang::FileID, std::vector<source::Span>>;

class SizedTypes {
 public:
  /// Types are looked at as they are known at `place`. What a file that others include does not include
  /// itself is not known there: it may be missing next time.
  /// `meant` is filled as files are looked at, and must outlive it.
  SizedTypes(const clang::ASTContext& context, BodyPlace place, MeantByFile& meant)
      : context_(context), place_(place), meant_(meant) {}

  /// "size" or "length", the member function without arguments that says it; empty when there is none. Of a
  /// template that is not instantiated its pattern answers.
  std::string_view accessorOf(clang::QualType type);
  /// What a smart pointer or optional holds; null for everything else.
  static clang::QualType heldBy(clang::QualType type);
  /// Whether objects of the type say which of the alternatives of a `std::variant` they are.
  bool isVariant(clang::QualType type);
  /// Whether objects of the type may be of several classes, and know which.
  bool hasDynamicType(clang::QualType type);
  /// Whether the class is complete at the place.
  bool knows(const clang::RecordDecl& definition);
  /// The definitions that the answers rest on: who does not know them gets others.
  [[nodiscard]] const std::vector<const clang::Decl*>& restsOn() const { return restsOn_; }
  /// Of a nested place: definitions further down, which were taken for unknown. Who knows them gets other
  /// answers.
  [[nodiscard]] const std::vector<const clang::Decl*>& comeLater() const { return comeLater_; }

 private:
  bool isBefore(const clang::Decl& definition);
  bool isSpecialised(clang::ClassTemplateDecl& made, bool forAny);
  bool knowsArguments(llvm::ArrayRef<clang::TemplateArgument> arguments);
  const clang::CXXRecordDecl* patternOf(clang::QualType type);
  std::string_view accessorIn(const clang::CXXRecordDecl& record, unsigned depth);
  bool isTagged(const clang::CXXMethodDecl& method);
  bool mayDeclare(clang::QualType type, unsigned depth);
  bool answersAtOnce(const clang::CXXMethodDecl& method, const clang::CXXRecordDecl& record, unsigned depth);
  std::string_view accessorOf(clang::QualType type, unsigned depth);

  const clang::ASTContext& context_;
  BodyPlace place_;
  MeantByFile& meant_;
  std::vector<const clang::Decl*> restsOn_;
  std::vector<const clang::Decl*> comeLater_;
};

}  // namespace assay::scan
