// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/type_name.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>

#include "support/strings.h"

namespace assay::telemetry {
namespace {

constexpr std::size_t kMostReferences = 10;

// Each reference to an earlier part of a mangled name can double the text.
bool isHarmless(std::string_view mangled) {
  std::size_t references = 0;
  for (std::size_t i = 0; i + 1 < mangled.size(); ++i) {
    const char next = mangled[i + 1];
    const bool refers = (mangled[i] == 'S' || mangled[i] == 'T') &&
                        (next == '_' || (next >= '0' && next <= '9') || (next >= 'A' && next <= 'Z'));
    references += refers ? 1 : 0;
  }
  return references <= kMostReferences && !mangled.contains('\0');
}

std::string demangled(const std::string& mangled) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 && text != nullptr ? std::string(text.get()) : mangled;
}

std::string shortened(std::string text) {
  if (text.size() <= kLongestShownType) return text;
  std::size_t end = kLongestShownType;
  while (end > 0 && isContinuationByte(text[end])) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

std::string typeName(vocabulary::TypeKind kind, std::string_view written) {
  std::string text(written);
  if (kind == vocabulary::TypeKind::Mangled && isHarmless(written)) text = demangled(text);
  return shortened(std::move(text));
}

}  // namespace assay::telemetry
