// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the type of an input is called, at the beginning of a call; and its cell, at the end.
#include "runtime/src/hot/types.h"

#include <cstring>

#include "assay/detail/type.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/context.h"

namespace assay::runtime {
namespace {

using vocabulary::kLongestTypeName;
using vocabulary::TypeKind;

template <typename T>
T acquire(const T& cell) noexcept {
  return __atomic_load_n(&cell, __ATOMIC_ACQUIRE);
}

/// The beginning of every std::type_info (Itanium C++ ABI, section 2.9.5).
struct TypeInfo {
  const void* table;
  const char* name;
};

bool isSame(const KnownType& known, const char* names, const InputType& type) noexcept {
  if (known.kind != type.kind || known.number != type.number) return false;
  return known.nameLength == type.length &&
         std::memcmp(names + known.nameOffset, type.name, type.length) == 0;
}

InputType textOf(TypeKind kind, const char* name, std::size_t length) noexcept {
  const std::size_t kept = length < kLongestTypeName ? length : kLongestTypeName;
  return {kind, 0, name, static_cast<std::uint32_t>(kept)};
}

/// The class of an object, by its table of virtual functions; no name where nothing was compiled into that.
InputType dynamicType(const void* object) noexcept {
  const TypeInfo* const* table;
  std::memcpy(&table, object, sizeof table);
  const TypeInfo* info = table[-1];
  const char* name = info != nullptr ? info->name : nullptr;
  if (name == nullptr) return {TypeKind::Mangled, 0, nullptr, 0};
  if (*name == '*') ++name;  // GCC's mark of a class that another file may have, too
  return textOf(TypeKind::Mangled, name, strnlen(name, kLongestTypeName));
}

/// "T = int" out of "void f(T) [with T = int]" or "void f(T) [T = int]": the last bracket and its partner.
InputType instanceType(const char* signature, std::size_t length) noexcept {
  constexpr char kWith[] = "with ";
  constexpr std::size_t kWithLength = sizeof kWith - 1;
  if (length == 0 || signature[length - 1] != ']') return {TypeKind::Text, 0, nullptr, 0};
  std::size_t begin = length - 1;
  for (unsigned open = 1; open != 0;) {
    if (begin == 0) return {TypeKind::Text, 0, nullptr, 0};
    --begin;
    if (signature[begin] == ']') ++open;
    if (signature[begin] == '[') --open;
  }
  const char* text = signature + begin + 1;
  std::size_t rest = length - begin - 2;
  if (rest > kWithLength && std::memcmp(text, kWith, kWithLength) == 0)
    text += kWithLength, rest -= kWithLength;
  return textOf(TypeKind::Text, text, rest);
}

std::uint64_t typed(std::uint64_t context, const assay_v1_site& site, const InputType& type) noexcept {
  const std::uint32_t index = load(site.index);
  unsigned row = knownRow(index, type);
  if (__builtin_expect(row == 0, 0)) row = makeRow(index, type);
  return context | std::uint64_t{row} << kTypeShift;
}

}  // namespace

unsigned knownRow(std::uint32_t site, const InputType& type) noexcept {
  const KnownTypes* all = acquire(state.knownTypes);
  if (all == nullptr) return 0;
  const KnownTypes& known = all[site];
  const std::uint32_t count = acquire(known.count);
  const char* names = acquire(state.names);
  if (names == nullptr) return 0;
  for (std::uint32_t i = 0; i < count; ++i)
    if (isSame(known.type[i], names, type)) return i + 1;
  return count == vocabulary::kNamedTypes || load(known.closed) ? vocabulary::kOtherTypes : 0;
}

void countType(const ThreadBlock& block, std::uint32_t site, Ended call, bool isError) noexcept {
  vocabulary::TypeCells* cells = block.types != nullptr ? block.types[site] : nullptr;
  if (__builtin_expect(cells == nullptr, 0)) cells = makeCells(site);
  if (cells == nullptr) return;
  vocabulary::TypeCell& cell = cells->rows[typeOf(call.context) - 1];
  const std::uint32_t weight = weightOf(call.context);
  add(cell.sumTicks, call.duration * weight);
  add(cell.calls, weight);
  if (isError) add(cell.errors, weight);
}

}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

assay_v1_u64 assay_v1_typed_index(assay_v1_u64 context, const assay_v1_site* site,
                                  assay_v1_s64 index) noexcept {
  if (index < 0 || (context & kNotTimed) != 0) return context;
  const auto number = static_cast<std::uint32_t>(index < 0xffffffff ? index : 0xffffffff);
  return typed(context, *site, {assay::vocabulary::TypeKind::Index, number, "", 0});
}

assay_v1_u64 assay_v1_typed_dynamic(assay_v1_u64 context, const assay_v1_site* site,
                                    const void* object) noexcept {
  if ((context & kNotTimed) != 0) return context;
  const InputType type = dynamicType(object);
  return type.length == 0 ? context : typed(context, *site, type);
}

assay_v1_u64 assay_v1_typed_instance(assay_v1_u64 context, const assay_v1_site* site, const char* signature,
                                     assay_v1_u64 length) noexcept {
  if ((context & kNotTimed) != 0) return context;
  const InputType type = instanceType(signature, length);
  return type.length == 0 ? context : typed(context, *site, type);
}
}
// NOLINTEND(readability-identifier-naming)
