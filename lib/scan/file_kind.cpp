// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_kind.h"

#include <utility>

namespace assay::scan {
namespace {

constexpr std::pair<std::string_view, FileKind> kExtensions[] = {
    {".c", FileKind::CSource},     {".cc", FileKind::CppSource},  {".cpp", FileKind::CppSource},
    {".cxx", FileKind::CppSource}, {".c++", FileKind::CppSource}, {".C", FileKind::CppSource},
    {".cu", FileKind::Cuda},       {".h", FileKind::Header},      {".inc", FileKind::Header},
    {".hh", FileKind::CppHeader},  {".hpp", FileKind::CppHeader}, {".hxx", FileKind::CppHeader},
    {".h++", FileKind::CppHeader}, {".inl", FileKind::CppHeader}, {".ipp", FileKind::CppHeader},
    {".tpp", FileKind::CppHeader}, {".cuh", FileKind::CppHeader}, {".H", FileKind::CppHeader},
};

}  // namespace

FileKind kindOf(std::string_view path) {
  const std::string_view name = baseName(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return FileKind::None;
  for (const auto& [extension, kind] : kExtensions)
    if (name.substr(dot) == extension) return kind;
  return FileKind::None;
}

std::string_view stemOf(std::string_view path) {
  const std::string_view name = baseName(path);
  return name.substr(0, name.rfind('.'));
}

std::string_view folderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view baseName(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace assay::scan
