// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Finds the kernel's clock in the shared object that the kernel maps into every process (vdso(7)). There is
// no call of libc's for that which a static program has, too. It is tried once; whatever is not as expected
// leaves libc's function in place, which does the same a little later.
#include "runtime/src/hot/kernels_clock.h"

#include <cstddef>
#include <cstring>

#include <elf.h>
#include <link.h>
#include <sys/auxv.h>

namespace assay::runtime {

KernelsClock* kernelsClock = clock_gettime;

// Elsewhere a timespec may not be the same one. MemorySanitizer knows what libc's function has written.
#if defined(__has_feature)
#if __has_feature(memory_sanitizer)
#define ASSAY_ASKS_LIBC 1
#endif
#endif
#if !defined(ASSAY_ASKS_LIBC) && defined(__LP64__) && (defined(__x86_64__) || defined(__aarch64__))

namespace {

#if defined(__x86_64__)
constexpr const char* kName = "__vdso_clock_gettime";
#else
constexpr const char* kName = "__kernel_clock_gettime";
#endif

using Address = ElfW(Addr);
using Symbol = ElfW(Sym);

/// What the object's dynamic section says, as addresses.
struct Dynamic {
  Address symbols = 0;
  Address names = 0;
  Address hash = 0;  ///< of System V's form, whose second word is the number of symbols
};

template <class T>
const T* at(Address address) noexcept {
  return reinterpret_cast<const T*>(address);
}

Dynamic dynamicOf(const ElfW(Dyn) * entry, Address moved) noexcept {
  Dynamic found;
  for (; entry->d_tag != DT_NULL; ++entry) {
    const Address address = entry->d_un.d_ptr + moved;
    if (entry->d_tag == DT_SYMTAB) found.symbols = address;
    if (entry->d_tag == DT_STRTAB) found.names = address;
    if (entry->d_tag == DT_HASH) found.hash = address;
  }
  return found;
}

/// The function's address; 0 = there is none.
Address functionIn(const Dynamic& object, Address moved) noexcept {
  if (object.symbols == 0 || object.names == 0 || object.hash == 0) return 0;
  const auto count = at<ElfW(Word)>(object.hash)[1];
  for (ElfW(Word) i = 0; i < count; ++i) {
    const Symbol& symbol = at<Symbol>(object.symbols)[i];
    const bool isFunction = ELF64_ST_TYPE(symbol.st_info) == STT_FUNC && symbol.st_shndx != SHN_UNDEF;
    if (isFunction && std::strcmp(at<char>(object.names) + symbol.st_name, kName) == 0)
      return symbol.st_value + moved;
  }
  return 0;
}

Address functionOf(const ElfW(Ehdr) & object) noexcept {
  const auto base = reinterpret_cast<Address>(&object);
  const auto* segments = at<ElfW(Phdr)>(base + object.e_phoff);
  const ElfW(Phdr)* loaded = nullptr;
  const ElfW(Phdr)* dynamic = nullptr;
  for (unsigned i = 0; i < object.e_phnum; ++i) {
    if (segments[i].p_type == PT_LOAD && loaded == nullptr) loaded = &segments[i];
    if (segments[i].p_type == PT_DYNAMIC) dynamic = &segments[i];
  }
  if (loaded == nullptr || dynamic == nullptr) return 0;
  const Address moved = base + loaded->p_offset - loaded->p_vaddr;
  return functionIn(dynamicOf(at<ElfW(Dyn)>(moved + dynamic->p_vaddr), moved), moved);
}

KernelsClock* inKernelsObject() noexcept {
  const Address object = getauxval(AT_SYSINFO_EHDR);
  if (object == 0 || std::memcmp(at<char>(object), ELFMAG, SELFMAG) != 0) return nullptr;
  return reinterpret_cast<KernelsClock*>(functionOf(*at<ElfW(Ehdr)>(object)));
}

bool isBefore(const timespec& a, const timespec& b) noexcept {
  return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

/// Whether it says the same as libc's.
ASSAY_CALLS_KERNEL bool isRight(KernelsClock* clock) noexcept {
  timespec before = {}, now = {}, after = {};
  clock_gettime(CLOCK_MONOTONIC, &before);
  if (clock(CLOCK_MONOTONIC, &now) != 0) return false;
  clock_gettime(CLOCK_MONOTONIC, &after);
  return !isBefore(now, before) && !isBefore(after, now);
}

}  // namespace

KernelsClock* findKernelsClock() noexcept {
  KernelsClock* found = inKernelsObject();
  return found != nullptr && isRight(found) ? found : clock_gettime;
}

#else

KernelsClock* findKernelsClock() noexcept {
  return clock_gettime;
}

#endif

}  // namespace assay::runtime
