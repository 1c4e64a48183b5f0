// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which files are C or C++, and what a compiler would take them for, from their names alone. Objective-C (.m,
// .mm) is neither: its methods have no guards.
#pragma once

#include <string_view>

namespace assay::scan {

enum class FileKind {
  None,       ///< not C or C++
  CSource,    ///< .c
  CppSource,  ///< .cc .cpp .cxx .c++ .cp .C, and module units: .cppm .ccm .cxxm .c++m .ixx .mpp
  Cuda,       ///< .cu
  Header,     ///< .h .inc: C or C++, the name does not say
  CppHeader,  ///< .hh .hpp .hxx .hp .h++ .H .inl .ipp .tpp .tcc .txx .icc .impl .cuh
};

FileKind kindOf(std::string_view path);

/// A file that a build compiles by itself.
constexpr bool isUnit(FileKind kind) {
  return kind == FileKind::CSource || kind == FileKind::CppSource || kind == FileKind::Cuda;
}

/// A file that is made to be included in the middle of another one: .inc .inl .ipp .tpp .tcc .def .impl.
bool isTextual(std::string_view path);

/// "db" of "lib/db.cc".
std::string_view stemOf(std::string_view path);
/// "lib" of "lib/db.cc"; empty when there is no folder.
std::string_view folderOf(std::string_view path);
/// "db.cc" of "lib/db.cc".
std::string_view baseName(std::string_view path);

}  // namespace assay::scan
