// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/mark_handlers.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace assay::scan {
namespace {

using model::AnnotatedFunction;

std::string_view lastName(std::string_view name) {
  const std::size_t colons = name.rfind("::");
  return colons == std::string_view::npos ? name : name.substr(colons + 2);
}

/// The types of the parameters, with commas; what stands before them may have brackets of its own.
std::string_view parametersIn(std::string_view signature) {
  const std::size_t close = signature.rfind(')');
  if (close == std::string_view::npos) return {};
  std::size_t depth = 0;
  for (std::size_t at = close; at > 0; --at) {
    if (signature[at] == ')') ++depth;
    if (signature[at] == '(' && --depth == 0) return signature.substr(at + 1, close - at - 1);
  }
  return {};
}

/// What a signal calls it with. The number may have a name of its own, and is no pointer.
bool takesASignal(std::string_view parameters) {
  if (parameters.empty() || parameters == "void") return true;
  const std::string_view first = parameters.substr(0, parameters.find(','));
  const auto commas = std::ranges::count(parameters, ',');
  return (commas == 0 || commas == 2) && first.find_first_of("*&<[(.") == std::string_view::npos;
}

bool needsAnObject(const AnnotatedFunction& function) {
  return function.kind != model::FunctionKind::Function &&
         !(function.kind == model::FunctionKind::Method && function.traits.has(model::Trait::Static));
}

bool couldBeHandler(const AnnotatedFunction& function) {
  return !needsAnObject(function) && takesASignal(parametersIn(function.signature));
}

}  // namespace

void markSignalHandlers(const std::vector<std::string>& names, std::vector<AnnotatedFunction>& functions) {
  if (names.empty()) return;
  const std::set<std::string_view> known(names.begin(), names.end());
  const auto isNamed = [&](std::string_view name) { return known.contains(lastName(name)); };
  for (AnnotatedFunction& function : functions)
    if ((isNamed(function.name) || std::ranges::any_of(function.also, isNamed)) && couldBeHandler(function))
      function.traits.add(model::Trait::SignalHandler);
}

}  // namespace assay::scan
