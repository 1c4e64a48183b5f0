// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Clang's AST needs one small function of LLVM's OpenMP code generator, and with it the linker would bring in
// the optimiser: an eighth of the program, and of the time that it takes to start. Linked in front of LLVM,
// this definition takes its place. It answers __builtin_omp_required_simd_align, in bits.
#include <llvm/Frontend/OpenMP/OMPIRBuilder.h>

unsigned llvm::OpenMPIRBuilder::getOpenMPDefaultSimdAlign(const Triple& triple,
                                                          const StringMap<bool>& features) {
  constexpr unsigned kVector = 128;
  if (triple.isPPC() || triple.isWasm()) return kVector;
  if (!triple.isX86()) return 0;
  if (features.lookup("avx512f")) return 4 * kVector;
  return features.lookup("avx") ? 2 * kVector : kVector;
}
