// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A table of names, and short on purpose: what is not in it is refused. Nothing that prints, reads, waits,
// draws, tells the time or shares an object with others is in it, nor what calls a function that it is given
// by type erasure.
#include "scan/pure_calls.h"

#include <algorithm>
#include <string_view>

#include <clang/Basic/SourceManager.h>

namespace assay::scan {
namespace {

using namespace std::string_view_literals;

struct ClassRow {
  std::string_view name;
  bool owns = false;
};

constexpr ClassRow kClasses[] = {
    {"vector", true},
    {"basic_string", true},
    {"array", true},
    {"deque", true},
    {"optional", true},
    {"bitset", true},
    {"map", true},
    {"set"},
    {"unordered_map", true},
    {"unordered_set"},
    {"pair"},
    {"complex"},
    {"initializer_list"},
    {"basic_string_view"},
    {"span"},
    {"numeric_limits"},
    {"char_traits"},
    {"duration"},
    {"ratio"},
    {"less"},
    {"greater"},
    {"equal_to"},
    {"plus"},
    {"multiplies"},
    {"hash"},
    {"exception"},
    {"runtime_error"},
    {"logic_error"},
    {"invalid_argument"},
    {"out_of_range"},
    {"domain_error"},
    {"length_error"},
    {"range_error"},
    {"overflow_error"},
};

// Iterators of its containers, by the names that the libraries give them: of libstdc++, libc++, and both.
constexpr std::string_view kIterators[] = {
    "__normal_iterator",    "_Deque_iterator",      "_Rb_tree_iterator",     "_Rb_tree_const_iterator",
    "_Node_iterator",       "_Node_const_iterator", "__wrap_iter",           "__map_iterator",
    "__map_const_iterator", "__tree_iterator",      "__tree_const_iterator", "__bounded_iter",
    "reverse_iterator",
};

constexpr std::string_view kPure[] = {
    "abs",       "acos",      "asin",        "atan",        "atan2",    "begin",    "bit_ceil",
    "bit_floor", "bit_width", "cbegin",      "cbrt",        "ceil",     "cend",     "copysign",
    "cos",       "cosh",      "countl_zero", "countr_zero", "data",     "distance", "empty",
    "end",       "erf",       "exp",         "exp2",        "expm1",    "fabs",     "floor",
    "fma",       "fmax",      "fmin",        "fmod",        "forward",  "get",      "has_single_bit",
    "hypot",     "isalnum",   "isalpha",     "isdigit",     "isfinite", "isinf",    "islower",
    "isnan",     "isspace",   "isupper",     "isxdigit",    "labs",     "ldexp",    "lerp",
    "llabs",     "llround",   "log",         "log10",       "log1p",    "log2",     "lround",
    "make_pair", "memchr",    "memcmp",      "midpoint",    "move",     "next",     "popcount",
    "pow",       "prev",      "rbegin",      "rend",        "round",    "signbit",  "sin",
    "sinh",      "size",      "sqrt",        "ssize",       "stod",     "stof",     "stoi",
    "stol",      "stoll",     "stoul",       "stoull",      "strchr",   "strcmp",   "strlen",
    "strncmp",   "strrchr",   "strstr",      "tan",         "tanh",     "tgamma",   "to_string",
    "tolower",   "toupper",   "trunc",
};

// Templates, which a function of the same name that is none has nothing to do with.
constexpr std::string_view kPureTemplates[] = {
    "accumulate",
    "binary_search",
    "clamp",
    "count",
    "equal",
    "equal_range",
    "find",
    "find_first_of",
    "inner_product",
    "is_sorted",
    "lexicographical_compare",
    "lower_bound",
    "max",
    "max_element",
    "min",
    "min_element",
    "minmax",
    "minmax_element",
    "mismatch",
    "operator!=",
    "operator+",
    "operator-",
    "operator*",
    "operator/",
    "operator<",
    "operator<=",
    "operator<=>",
    "operator==",
    "operator>",
    "operator>=",
    "search",
    "upper_bound",
};

constexpr std::string_view kWrites[] = {
    "copy",        "copy_n",       "fill",        "fill_n",         "iota",
    "iter_swap",   "make_heap",    "merge",       "nth_element",    "partial_sort",
    "partial_sum", "pop_heap",     "push_heap",   "remove",         "replace",
    "reverse",     "reverse_copy", "rotate",      "set_difference", "set_intersection",
    "set_union",   "sort",         "sort_heap",   "swap",           "swap_ranges",
    "transform",   "unique",       "unique_copy",
};

template <std::size_t N>
bool holds(const std::string_view (&names)[N], std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

// std, or an inline namespace of it such as std::__cxx11; libstdc++ has iterators beside it.
bool isDirectlyInStd(const clang::Decl& decl) {
  if (!decl.getASTContext().getSourceManager().isInSystemHeader(decl.getLocation())) return false;
  const clang::DeclContext* at = decl.getDeclContext()->getEnclosingNamespaceContext();
  while (at->isInlineNamespace()) at = at->getParent();
  const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(at);
  const bool isBeside =
      space != nullptr && space->getParent()->isTranslationUnit() && space->getName() == "__gnu_cxx";
  return at->isStdNamespace() || isBeside;
}

bool writesThroughPointers(const clang::FunctionDecl& function) {
  return std::ranges::any_of(function.parameters(), [](const clang::ParmVarDecl* one) {
    const clang::QualType behind = one->getType()->getPointeeType();
    return !behind.isNull() && !behind.isConstQualified();
  });
}

const ClassRow* rowOf(const clang::CXXRecordDecl& record) {
  if (!isOfLibrary(record) || record.getIdentifier() == nullptr) return nullptr;
  const llvm::StringRef text = record.getName();
  const std::string_view name(text.data(), text.size());
  const auto* row = std::ranges::find(kClasses, name, &ClassRow::name);
  if (row != std::end(kClasses)) return row;
  static constexpr ClassRow kIterator{"iterator"};
  return isIterator(record) ? &kIterator : nullptr;
}

}  // namespace

bool isOfLibrary(const clang::Decl& decl) {
  if (!decl.getASTContext().getSourceManager().isInSystemHeader(decl.getLocation())) return false;
  for (const clang::DeclContext* at = decl.getDeclContext(); at != nullptr; at = at->getParent()) {
    const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(at);
    if (space != nullptr && (space->getName() == "std" || space->getName() == "__gnu_cxx")) return true;
  }
  return false;
}

LibraryUse libraryUse(const clang::FunctionDecl& function) {
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function)) {
    const ClassRow* row = rowOf(*method->getParent());
    return row == nullptr ? LibraryUse::Unknown : LibraryUse::Pure;
  }
  const std::string name = function.getNameAsString();
  // C's, which compilers know by name, and what stands in std itself: a header that is taken for a system's
  // may have a function of any name.
  if (!isDirectlyInStd(function)) {
    const bool ofC =
        function.getBuiltinID() != 0 && !function.isVariadic() && !writesThroughPointers(function);
    return ofC && holds(kPure, name) ? LibraryUse::Pure : LibraryUse::Unknown;
  }
  if (holds(kPure, name)) return LibraryUse::Pure;
  if (!function.isTemplateInstantiation()) return LibraryUse::Unknown;
  if (holds(kPureTemplates, name)) return LibraryUse::Pure;
  return holds(kWrites, name) ? LibraryUse::Writes : LibraryUse::Unknown;
}

bool isIterator(const clang::CXXRecordDecl& record) {
  if (!isOfLibrary(record) || record.getIdentifier() == nullptr) return false;
  const llvm::StringRef name = record.getName();
  return holds(kIterators, std::string_view(name.data(), name.size()));
}

bool isOwner(const clang::CXXRecordDecl& record) {
  const ClassRow* row = rowOf(record);
  return row != nullptr && row->owns;
}

bool isKnownClass(const clang::CXXRecordDecl& record) {
  return rowOf(record) != nullptr;
}

}  // namespace assay::scan
