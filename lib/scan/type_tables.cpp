// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The tables are private, and Clang has no other way to them. An explicit instantiation may name private
// members (C++23, [temp.spec.general]/6), and hands each out through a friend. One that another version of
// Clang lacks does not compile: nothing goes wrong silently.
#include "scan/type_tables.h"

namespace assay::scan {
namespace {

template <class Table, auto kMember>
struct Opened {
  friend auto memberOf(Table) { return kMember; }
};

struct FunctionTypes {
  friend auto memberOf(FunctionTypes);
};
struct SubstitutedTypes {
  friend auto memberOf(SubstitutedTypes);
};
struct LeftReferences {
  friend auto memberOf(LeftReferences);
};
struct RightReferences {
  friend auto memberOf(RightReferences);
};
struct Pointers {
  friend auto memberOf(Pointers);
};
struct DependentNames {
  friend auto memberOf(DependentNames);
};

template struct Opened<FunctionTypes, &clang::ASTContext::FunctionProtoTypes>;
template struct Opened<SubstitutedTypes, &clang::ASTContext::SubstTemplateTypeParmTypes>;
template struct Opened<LeftReferences, &clang::ASTContext::LValueReferenceTypes>;
template struct Opened<RightReferences, &clang::ASTContext::RValueReferenceTypes>;
template struct Opened<Pointers, &clang::ASTContext::PointerTypes>;
template struct Opened<DependentNames, &clang::ASTContext::DependentNameTypes>;

// Buckets: about what 250 files of a large project come to, one type in each.
constexpr unsigned kMost = 1U << 17;
constexpr unsigned kMany = 1U << 16;
constexpr unsigned kSome = 1U << 15;

}  // namespace

void makeRoomForTypes(clang::ASTContext& context) {
  (context.*memberOf(FunctionTypes{})).reserve(kMost);
  (context.*memberOf(SubstitutedTypes{})).reserve(kMost);
  (context.*memberOf(LeftReferences{})).reserve(kMany);
  (context.*memberOf(RightReferences{})).reserve(kSome);
  (context.*memberOf(Pointers{})).reserve(kSome);
  (context.*memberOf(DependentNames{})).reserve(kSome);
}

}  // namespace assay::scan
