// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types whose values are made, copied, compared and unmade without a function of the program. Only the files
// of this room that know Clang include this header.
#pragma once

#include <clang/AST/DeclCXX.h>

namespace assay::scan {

/// Numbers, pointers to them, and classes of the library of them: the library finds no function of the
/// program there, be it a constructor, an operator or what a pointer leads to.
bool isPlainValue(clang::QualType type);

/// The same of what a template is made for.
bool isPlainArgument(const clang::TemplateArgument& argument);

/// A class of the program of nothing but what is plain: what the compiler writes for it does nothing else.
bool isSimpleClass(const clang::CXXRecordDecl& record);

/// What may be copied and unmade once more: also a pointer, which leads wherever it likes.
bool isHarmlessValue(clang::QualType type);

}  // namespace assay::scan
