// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sees the program's exceptions begin, so that guards can say of what class the one is that leaves a call:
// during unwinding nobody but who threw it knows. Stands in the place of the C++ library's functions that put
// an exception in flight, and of the one that takes it out, and goes on to them. For each number of
// exceptions that a thread has in flight it remembers the class of the last one.
#include <dlfcn.h>

#include "assay/detail/thrown.h"

// As the Itanium C++ ABI has them; <cxxabi.h> would bring other declarations of what is defined here.
// NOLINTBEGIN(readability-identifier-naming, bugprone-reserved-identifier): the ABI's names
extern "C" {
struct __cxa_eh_globals {
  void* caughtExceptions;
  unsigned uncaughtExceptions;
};
__cxa_eh_globals* __cxa_get_globals() noexcept;
void* __cxa_current_exception_type() noexcept;
}

namespace assay::exceptions {
namespace {

/// The beginning of every std::type_info (section 2.9.5).
struct TypeInfo {
  const void* table;
  const char* name;
};

constexpr unsigned kDeepest = 8;  ///< exceptions in flight at once of which the class is remembered
__thread const char* classes[kDeepest] __attribute__((tls_model("initial-exec")));

void remember(const void* type) noexcept {
  const unsigned before = __cxa_get_globals()->uncaughtExceptions;
  if (before < kDeepest)
    classes[before] = type != nullptr ? static_cast<const TypeInfo*>(type)->name : nullptr;
}

/// What is caught is in flight no more; what comes in its place, by whatever way, is another.
void forget() noexcept {
  const unsigned before = __cxa_get_globals()->uncaughtExceptions;
  if (before < kDeepest) classes[before] = nullptr;
}

/// The function of this name that would be called if this library were not there.
template <class Function>
Function* next(const char* name, Function*& known) noexcept {
  Function* found = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (found != nullptr) return found;
  found = reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
  __atomic_store_n(&known, found, __ATOMIC_RELAXED);
  return found;
}

}  // namespace
}  // namespace assay::exceptions

using namespace assay::exceptions;

#define ASSAY_IN_PLACE __attribute__((visibility("default")))

extern "C" {

ASSAY_IN_PLACE const char* assay_v1_thrown(unsigned before) noexcept {
  if (before >= kDeepest || classes[before] == nullptr) return nullptr;
  return classes[before] + (classes[before][0] == '*' ? 1 : 0);  // GCC's mark of a class of one file
}

[[noreturn]] ASSAY_IN_PLACE void __cxa_throw(void* object, void* type, void (*destroy)(void*)) {
  static void (*real)(void*, void*, void (*)(void*));
  remember(type);
  next("__cxa_throw", real)(object, type, destroy);
  __builtin_unreachable();
}

[[noreturn]] ASSAY_IN_PLACE void __cxa_rethrow() {
  static void (*real)();
  remember(__cxa_current_exception_type());
  next("__cxa_rethrow", real)();
  __builtin_unreachable();
}

ASSAY_IN_PLACE void* __cxa_begin_catch(void* exception) noexcept {
  static void* (*real)(void*);
  void* object = next("__cxa_begin_catch", real)(exception);
  forget();
  return object;
}

// std::rethrow_exception() of libstdc++, whose argument comes by its address.
void* _ZNKSt15__exception_ptr13exception_ptr20__cxa_exception_typeEv(const void* pointer) noexcept
    __attribute__((weak));
[[noreturn]] ASSAY_IN_PLACE void _ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE(void* pointer) {
  static void (*real)(void*);
  const bool isKnown = _ZNKSt15__exception_ptr13exception_ptr20__cxa_exception_typeEv != nullptr;
  remember(isKnown ? _ZNKSt15__exception_ptr13exception_ptr20__cxa_exception_typeEv(pointer) : nullptr);
  next("_ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE", real)(pointer);
  __builtin_unreachable();
}
}
// NOLINTEND(readability-identifier-naming, bugprone-reserved-identifier)
