// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is known of the standard library's functions: which do nothing but return something, or write to what
// they are given. Only the files of this room that know Clang include this header.
#pragma once

#include <clang/AST/DeclCXX.h>

namespace assay::scan {

enum class LibraryUse {
  Unknown,  ///< nothing is known of it
  Pure,     ///< it touches its object and its arguments as their types say
  Writes,   ///< the same, and writes through the iterators that it is given
};

/// Whether it is declared by the standard library: in one of its namespaces, and in a system header.
bool isOfLibrary(const clang::Decl& decl);

/// Of a function that isOfLibrary(), or that is one of C's in a system header.
LibraryUse libraryUse(const clang::FunctionDecl& function);

/// A class of the library whose objects hold what their operator[], front() and the like hand out.
bool isOwner(const clang::CXXRecordDecl& record);

/// An iterator of the library, by its name.
bool isIterator(const clang::CXXRecordDecl& record);

/// A class of the library whose functions are in the table.
bool isKnownClass(const clang::CXXRecordDecl& record);

}  // namespace assay::scan
