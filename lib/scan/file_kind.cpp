// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_kind.h"

#include <algorithm>
#include <utility>

#include "support/strings.h"

namespace assay::scan {
namespace {

constexpr std::pair<std::string_view, FileKind> kExtensions[] = {
    {"c", FileKind::CSource},      {"cc", FileKind::CppSource},   {"cpp", FileKind::CppSource},
    {"cxx", FileKind::CppSource},  {"c++", FileKind::CppSource},  {"C", FileKind::CppSource},
    {"cp", FileKind::CppSource},   {"cppm", FileKind::CppSource}, {"ccm", FileKind::CppSource},
    {"cxxm", FileKind::CppSource}, {"c++m", FileKind::CppSource}, {"ixx", FileKind::CppSource},
    {"mpp", FileKind::CppSource},  {"cu", FileKind::Cuda},        {"h", FileKind::Header},
    {"inc", FileKind::Header},     {"hh", FileKind::CppHeader},   {"hpp", FileKind::CppHeader},
    {"hxx", FileKind::CppHeader},  {"hp", FileKind::CppHeader},   {"h++", FileKind::CppHeader},
    {"inl", FileKind::CppHeader},  {"ipp", FileKind::CppHeader},  {"tpp", FileKind::CppHeader},
    {"tcc", FileKind::CppHeader},  {"txx", FileKind::CppHeader},  {"icc", FileKind::CppHeader},
    {"cuh", FileKind::CppHeader},  {"H", FileKind::CppHeader},    {"def", FileKind::Header},
    {"impl", FileKind::CppHeader},
};
constexpr std::size_t kLongest = 4;

FileKind kindOfExtension(std::string_view extension) {
  for (const auto& [known, kind] : kExtensions)
    if (extension == known) return kind;
  return FileKind::None;
}

}  // namespace

// Compilers tell .c from .C and .h from .H; of all others they and the tools around them take every case.
FileKind kindOf(std::string_view path) {
  const std::string_view name = baseName(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot - 1 > kLongest) return FileKind::None;
  const std::string_view extension = name.substr(dot + 1);
  const FileKind kind = kindOfExtension(extension);
  if (kind != FileKind::None) return kind;
  char small[kLongest];
  for (std::size_t i = 0; i < extension.size(); ++i) small[i] = lower(extension[i]);
  return kindOfExtension({small, extension.size()});
}

bool isTextual(std::string_view path) {
  constexpr std::string_view kEndings[] = {".inc", ".inl", ".ipp", ".tpp", ".tcc", ".def", ".impl"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return path.ends_with(ending); });
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
