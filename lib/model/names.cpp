// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/names.h"

#include <array>
#include <cstddef>

namespace assay::model {
namespace {

using namespace std::string_view_literals;

// Words in the order of the enum's values.
constexpr std::array kAuthorship = {"generated"sv, "assisted"sv, "modified"sv, "human"sv};
constexpr std::array kScope = {"function"sv, "block"sv, "class"sv, "namespace"sv, "region"sv, "file"sv};
constexpr std::array kKind = {"function"sv, "method"sv,     "constructor"sv, "destructor"sv,
                              "operator"sv, "conversion"sv, "lambda"sv,      "deduction-guide"sv};
constexpr std::array kLinkage = {"external"sv, "internal"sv, "none"sv};
constexpr std::array kState = {"active"sv, "inactive"sv, "unattached"sv, "uncompiled"sv};
constexpr std::array kPrecision = {"exact"sv, "inferred"sv, "lexical"sv};
constexpr std::array kCoverage = {"full"sv, "partial"sv, "skipped"sv};
constexpr std::array kTrait = {"c"sv,
                               "template"sv,
                               "specialization"sv,
                               "inline"sv,
                               "static"sv,
                               "virtual"sv,
                               "const"sv,
                               "noexcept"sv,
                               "variadic"sv,
                               "constexpr"sv,
                               "consteval"sv,
                               "coroutine"sv,
                               "noreturn"sv,
                               "naked"sv,
                               "function-try"sv,
                               "defaulted"sv,
                               "deleted"sv,
                               "no-body"sv,
                               "macro-body"sv,
                               "macro-head"sv,
                               "conditional-brace"sv,
                               "initializer-list"sv,
                               "musttail"sv,
                               "self-tail-call"sv,
                               "recursive"sv,
                               "pure-or-const"sv,
                               "setjmp-longjmp"sv,
                               "signal-handler"sv,
                               "allocation"sv,
                               "knr-definition"sv,
                               "cuda-device"sv,
                               "digraph"sv,
                               "main"sv,
                               "macro-co-return"sv,
                               "constexpr-c++11"sv,
                               "ifunc-resolver"sv,
                               "assembler-label"sv};
static_assert(kTrait.size() == static_cast<std::size_t>(Trait::AfterLast));

constexpr std::array kPoint = {"try"sv,           "co-return"sv,    "flows-off"sv,     "nullopt"sv,
                               "nullptr"sv,       "unexpected"sv,   "error-status"sv,  "negative"sv,
                               "false"sv,         "signed"sv,       "truth"sv,         "pointer"sv,
                               "unseen-number"sv, "unseen-truth"sv, "unseen-pointer"sv};
static_assert(kPoint.size() == static_cast<std::size_t>(PointKind::AfterLast));

constexpr std::array kCostSign = {"nested-loops"sv,  "recursion"sv,          "search-in-loop"sv,
                                  "erase-in-loop"sv, "allocation-in-loop"sv, "text-in-loop"sv,
                                  "outside-input"sv, "one-caller"sv};
static_assert(kCostSign.size() == static_cast<std::size_t>(source::CostSign::AfterLast));

template <class Enum>
constexpr const auto& tableOf() {
  if constexpr (std::is_same_v<Enum, Authorship>)
    return kAuthorship;
  else if constexpr (std::is_same_v<Enum, Scope>)
    return kScope;
  else if constexpr (std::is_same_v<Enum, FunctionKind>)
    return kKind;
  else if constexpr (std::is_same_v<Enum, Linkage>)
    return kLinkage;
  else if constexpr (std::is_same_v<Enum, State>)
    return kState;
  else if constexpr (std::is_same_v<Enum, Precision>)
    return kPrecision;
  else if constexpr (std::is_same_v<Enum, Coverage>)
    return kCoverage;
  else if constexpr (std::is_same_v<Enum, PointKind>)
    return kPoint;
  else if constexpr (std::is_same_v<Enum, source::CostSign>)
    return kCostSign;
  else
    return kTrait;
}

template <class Enum>
std::string_view wordOf(Enum value) {
  return tableOf<Enum>()[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view nameOf(Authorship value) {
  return wordOf(value);
}
std::string_view nameOf(Scope value) {
  return wordOf(value);
}
std::string_view nameOf(FunctionKind value) {
  return wordOf(value);
}
std::string_view nameOf(Linkage value) {
  return wordOf(value);
}
std::string_view nameOf(State value) {
  return wordOf(value);
}
std::string_view nameOf(Precision value) {
  return wordOf(value);
}
std::string_view nameOf(Coverage value) {
  return wordOf(value);
}
std::string_view nameOf(Trait value) {
  return wordOf(value);
}
std::string_view nameOf(PointKind value) {
  return wordOf(value);
}
std::string_view nameOf(source::CostSign value) {
  return wordOf(value);
}

template <class Enum>
std::optional<Enum> valueOf(std::string_view name) {
  const auto& table = tableOf<Enum>();
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

template std::optional<Authorship> valueOf(std::string_view);
template std::optional<Scope> valueOf(std::string_view);
template std::optional<FunctionKind> valueOf(std::string_view);
template std::optional<Linkage> valueOf(std::string_view);
template std::optional<State> valueOf(std::string_view);
template std::optional<Precision> valueOf(std::string_view);
template std::optional<Coverage> valueOf(std::string_view);
template std::optional<Trait> valueOf(std::string_view);
template std::optional<PointKind> valueOf(std::string_view);
template std::optional<source::CostSign> valueOf(std::string_view);

}  // namespace assay::model
