// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The standard library by name, everybody else by what their classes declare.
#include "scan/sized_type.h"

#include <algorithm>
#include <array>

#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>

#include "scan/plain_accessor.h"
#include "scan/wanted.h"
#include "source/source_text.h"
#include "support/diagnostics.h"
#include "tag/read_tags.h"

namespace assay::scan {
namespace {

constexpr unsigned kDeepest = 3;  // an accessor of a member's accessor of a member's accessor

/// Whose size() is O(1) by the standard; `array` and `bitset` say nothing, `forward_list` has none.
constexpr std::array<llvm::StringRef, 24> kStandard = {"vector",
                                                       "basic_string",
                                                       "basic_string_view",
                                                       "span",
                                                       "deque",
                                                       "list",
                                                       "map",
                                                       "multimap",
                                                       "set",
                                                       "multiset",
                                                       "unordered_map",
                                                       "unordered_multimap",
                                                       "unordered_set",
                                                       "unordered_multiset",
                                                       "initializer_list",
                                                       "queue",
                                                       "stack",
                                                       "priority_queue",
                                                       "valarray",
                                                       "flat_map",
                                                       "flat_multimap",
                                                       "flat_set",
                                                       "flat_multiset",
                                                       "inplace_vector"};

llvm::StringRef identifierOf(const clang::NamedDecl& decl) {
  return decl.getIdentifier() != nullptr ? decl.getName() : llvm::StringRef();
}

/// Of those that pass on what a container says: where its type stands among the template's arguments; of maps
/// also behind it. 0 for all others.
unsigned containerArgument(llvm::StringRef name) {
  if (name == "queue" || name == "stack" || name == "priority_queue") return 1;
  if (name == "flat_set" || name == "flat_multiset") return 2;
  return name == "flat_map" || name == "flat_multimap" ? 3 : 0;
}

/// Whether it keeps what it holds in a container of somebody else's.
bool passesOnForeign(llvm::StringRef name, llvm::ArrayRef<clang::TemplateArgument> arguments) {
  const unsigned first = containerArgument(name);
  if (first == 0) return false;
  return std::ranges::any_of(
      arguments.drop_front(std::min<std::size_t>(first, arguments.size())).take_front(first == 3 ? 2 : 1),
      [](const clang::TemplateArgument& argument) {
        if (argument.getKind() != clang::TemplateArgument::Type) return true;
        const clang::CXXRecordDecl* record = argument.getAsType()->getAsCXXRecordDecl();
        return record == nullptr || !record->isInStdNamespace();
      });
}

llvm::ArrayRef<clang::TemplateArgument> argumentsOf(clang::QualType type) {
  if (const auto* made =
          llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl()))
    return made->getTemplateArgs().asArray();
  const auto* dependent = type->getAs<clang::TemplateSpecializationType>();
  return dependent == nullptr ? llvm::ArrayRef<clang::TemplateArgument>() : dependent->template_arguments();
}

/// GCC's list of before C++11 counts its nodes.
bool isCountingList(const clang::CXXRecordDecl& record) {
  const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(record.getDeclContext());
  return identifierOf(record) == "list" && (space == nullptr || !space->isInline());
}

/// A span of a size that its type says: the same for every call.
bool isFixedSpan(const clang::CXXRecordDecl& record, clang::QualType type) {
  if (identifierOf(record) != "span") return false;
  const auto* made =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (made == nullptr || made->getTemplateArgs().size() != 2) return true;
  const clang::TemplateArgument& extent = made->getTemplateArgs()[1];
  return extent.getKind() != clang::TemplateArgument::Integral || !extent.getAsIntegral().isAllOnes();
}

bool isInteger(clang::QualType type) {
  if (type->isDependentType()) {
    const std::string text = type.getAsString();
    return text.ends_with("size_type") || text.ends_with("difference_type");
  }
  return type->isIntegerType() && !type->isBooleanType() && !type->isEnumeralType();
}

/// `int size() const`, the only function of its name and open to everybody.
const clang::CXXMethodDecl* accessorNamed(const clang::CXXRecordDecl& record, llvm::StringRef name) {
  const clang::CXXMethodDecl* found = nullptr;
  for (const clang::Decl* member : record.decls()) {
    const auto* named = llvm::dyn_cast<clang::NamedDecl>(member);
    if (named == nullptr || named->getIdentifier() == nullptr || named->getName() != name) continue;
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(named);
    if (method == nullptr || found != nullptr) return nullptr;
    found = method;
  }
  if (found == nullptr || !found->isConst() || found->isStatic() || found->isVirtual() ||
      found->isVolatile() || found->isDeleted() || found->isVariadic() || found->getNumParams() != 0 ||
      found->getAccess() != clang::AS_public || found->getRefQualifier() == clang::RQ_RValue ||
      found->isConsteval() || found->getTrailingRequiresClause())
    return nullptr;
  return isInteger(found->getReturnType()) ? found : nullptr;
}

bool declares(const clang::CXXRecordDecl& record, llvm::StringRef name) {
  return std::ranges::any_of(record.decls(), [&](const clang::Decl* member) {
    const auto* named = llvm::dyn_cast<clang::NamedDecl>(member);
    return named != nullptr && named->getIdentifier() != nullptr && named->getName() == name;
  });
}

bool isNoexcept(const clang::CXXMethodDecl& method) {
  const auto* type = method.getType()->getAs<clang::FunctionProtoType>();
  return type != nullptr && (type->getExceptionSpecType() == clang::EST_BasicNoexcept ||
                             type->getExceptionSpecType() == clang::EST_NoexceptTrue);
}

/// Whoever reads such an object has to ask for a lock first.
bool hasLock(const clang::CXXRecordDecl& record) {
  return std::ranges::any_of(record.fields(), [](const clang::FieldDecl* field) {
    const std::string type = llvm::StringRef(field->getType().getAsString()).lower();
    return type.contains("mutex");
  });
}

std::vector<source::Span> meantIn(std::string_view bytes) {
  if (!tag::mayHaveTags(bytes, {})) return {};
  const source::SourceText text("", std::string(bytes));
  Diagnostics unread;  // they are said when the file itself is read
  return meantBodies(text, tag::readTags(text, {}, unread));
}

bool isWithin(clang::FileID file, clang::FileID outer, const clang::SourceManager& sources) {
  while (file.isValid() && file != outer) file = sources.getFileID(sources.getIncludeLoc(file));
  return file == outer;
}

bool isContainer(const clang::CXXRecordDecl& record) {
  return declares(record, "data") || (declares(record, "begin") && declares(record, "end"));
}

}  // namespace

std::string_view SizedTypes::accessorOf(clang::QualType type) {
  return accessorOf(type, 0);
}

std::string_view SizedTypes::accessorOf(clang::QualType type, unsigned depth) {
  type = type.getCanonicalType();
  if (type.isVolatileQualified() || depth > kDeepest) return {};
  const clang::CXXRecordDecl* record = patternOf(type);
  if (record == nullptr) return {};
  const llvm::StringRef name = identifierOf(*record);
  if (record->isInStdNamespace() && std::ranges::find(kStandard, name) != kStandard.end()) {
    const bool other =
        isCountingList(*record) || isFixedSpan(*record, type) || passesOnForeign(name, argumentsOf(type));
    return other ? std::string_view() : "size";
  }
  return record->isInStdNamespace() ? std::string_view() : accessorIn(*record, depth);
}

clang::QualType SizedTypes::heldBy(clang::QualType type) {
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  const auto* made = llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(record);
  if (made == nullptr || !made->isInStdNamespace() || made->getTemplateArgs().size() == 0) return {};
  const llvm::StringRef name = identifierOf(*made);
  const clang::TemplateArgument& held = made->getTemplateArgs()[0];
  if ((name != "unique_ptr" && name != "shared_ptr" && name != "optional") ||
      held.getKind() != clang::TemplateArgument::Type || held.getAsType()->isArrayType())
    return {};
  return held.getAsType();
}

bool SizedTypes::isVariant(clang::QualType type) {
  if (type.isVolatileQualified()) return false;
  const clang::CXXRecordDecl* record = patternOf(type.getCanonicalType());
  return record != nullptr && record->isInStdNamespace() && identifierOf(*record) == "variant";
}

bool SizedTypes::hasDynamicType(clang::QualType type) {
  if (type.isVolatileQualified()) return false;
  const clang::CXXRecordDecl* record = patternOf(type.getCanonicalType());
  return record != nullptr && record->isPolymorphic() && !record->isEffectivelyFinal();
}

/// Notes what the answer means for others.
bool SizedTypes::isBefore(const clang::Decl& definition) {
  const clang::SourceManager& sources = context_.getSourceManager();
  const clang::SourceLocation begin = sources.getExpansionLoc(definition.getBeginLoc());
  const bool before = sources.isBeforeInTranslationUnit(begin, place_.at);
  if (before)
    restsOn_.push_back(&definition);
  else if (place_.nested)
    comeLater_.push_back(&definition);
  return before;
}

// A class that the body stands in is complete there.
bool SizedTypes::knows(const clang::RecordDecl& definition) {
  if (!isBefore(definition)) return false;
  const clang::SourceManager& sources = context_.getSourceManager();
  const clang::SourceLocation begin = sources.getExpansionLoc(definition.getBeginLoc());
  return place_.beginsUnit || isWithin(sources.getFileID(begin), sources.getFileID(place_.at), sources);
}

/// Whether some arguments of the template give another class than its pattern, as far as is known at the
/// place: what a function template is called with may be any, else only what its arguments match counts.
bool SizedTypes::isSpecialised(clang::ClassTemplateDecl& made, bool forAny) {
  llvm::SmallVector<clang::ClassTemplatePartialSpecializationDecl*, 4> partial;
  made.getPartialSpecializations(partial);
  return llvm::any_of(partial, [&](const auto* special) { return isBefore(*special); }) ||
         (forAny && llvm::any_of(made.specializations(), [&](const auto* special) {
            return special->getSpecializationKind() == clang::TSK_ExplicitSpecialization &&
                   isBefore(*special);
          }));
}

/// What a container of an incomplete type does not know is how large one of them is.
bool SizedTypes::knowsArguments(llvm::ArrayRef<clang::TemplateArgument> arguments) {
  return std::ranges::all_of(arguments, [&](const clang::TemplateArgument& argument) {
    if (argument.getKind() == clang::TemplateArgument::Pack) return knowsArguments(argument.pack_elements());
    if (argument.getKind() != clang::TemplateArgument::Type) return true;
    const clang::QualType type = argument.getAsType();
    if (type->getAsCXXRecordDecl() == nullptr) return true;
    return patternOf(type) != nullptr;
  });
}

/// The class as it is defined in the source, known at the place, and all that it is made of; else null.
const clang::CXXRecordDecl* SizedTypes::patternOf(clang::QualType type) {
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  if (record == nullptr) {
    const auto* dependent = type->getAs<clang::TemplateSpecializationType>();
    auto* made = dependent == nullptr ? nullptr
                                      : llvm::dyn_cast_or_null<clang::ClassTemplateDecl>(
                                            dependent->getTemplateName().getAsTemplateDecl());
    if (made == nullptr || (!made->isInStdNamespace() && isSpecialised(*made, true))) return nullptr;
    record = made->getTemplatedDecl();
  } else if (const auto* made = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record);
             made != nullptr && made->getSpecializationKind() != clang::TSK_ExplicitSpecialization) {
    if (!knowsArguments(made->getTemplateArgs().asArray())) return nullptr;
    clang::ClassTemplateDecl* pattern = made->getSpecializedTemplate();
    if (!pattern->isInStdNamespace() && isSpecialised(*pattern, false)) return nullptr;
    record = pattern->getTemplatedDecl();
  }
  record = record->getDefinition();
  if (record == nullptr) return nullptr;
  if (const clang::CXXRecordDecl* pattern = record->getTemplateInstantiationPattern()) record = pattern;
  return !record->isInvalidDecl() && knows(*record) ? record : nullptr;
}

std::string_view SizedTypes::accessorIn(const clang::CXXRecordDecl& record, unsigned depth) {
  if (hasLock(record)) return {};
  for (const std::string_view name : {std::string_view("size"), std::string_view("length")}) {
    const clang::CXXMethodDecl* method = accessorNamed(record, name);
    if (method != nullptr && answersAtOnce(*method, record, depth)) return name;
    if (declares(record, name)) return {};
  }
  std::string_view found;
  for (const clang::CXXBaseSpecifier& base : record.bases()) {
    if (base.getType()->isDependentType() &&
        base.getType()->getAs<clang::TemplateSpecializationType>() == nullptr)
      return {};  // it may have a size of its own
    const std::string_view inherited = accessorOf(base.getType(), depth + 1);
    const bool hidden = inherited.empty() && mayDeclare(base.getType(), depth + 1);
    if (hidden || (!found.empty() && !inherited.empty())) return {};
    if (!inherited.empty() && base.getAccessSpecifier() == clang::AS_public) found = inherited;
  }
  return found;
}

/// Whether it, or what it inherits from, has something of these names, whatever it is.
bool SizedTypes::mayDeclare(clang::QualType type, unsigned depth) {
  const clang::CXXRecordDecl* record = depth > kDeepest ? nullptr : patternOf(type.getCanonicalType());
  if (record == nullptr || declares(*record, "size") || declares(*record, "length")) return true;
  return std::ranges::any_of(record->bases(), [&](const clang::CXXBaseSpecifier& base) {
    return mayDeclare(base.getType(), depth + 1);
  });
}

/// A guard of its own would count what other guards ask.
bool SizedTypes::isTagged(const clang::CXXMethodDecl& method) {
  const clang::SourceManager& sources = context_.getSourceManager();
  return llvm::any_of(method.redecls(), [&](const clang::FunctionDecl* declared) {
    const auto place = sources.getDecomposedExpansionLoc(declared->getLocation());
    const auto [known, fresh] = meant_.try_emplace(place.first);
    if (fresh) known->second = meantIn(sources.getBufferData(place.first));
    return std::ranges::any_of(known->second, [&](source::Span span) { return span.contains(place.second); });
  });
}

bool SizedTypes::answersAtOnce(const clang::CXXMethodDecl& method, const clang::CXXRecordDecl& record,
                               unsigned depth) {
  if (isTagged(method)) return false;
  if (isNoexcept(method) && isContainer(record) && !mayLoop(method)) return true;
  return isPlainAccessor(method, [&](clang::QualType type, llvm::StringRef name) {
    return accessorOf(type, depth + 1) == std::string_view(name);
  });
}

}  // namespace assay::scan
