// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What differs between the LLVM versions that assay builds with (19 and 22). No other file asks for the
// version.
#pragma once

#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/DiagnosticIDs.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Option/OptTable.h>

#if LLVM_VERSION_MAJOR >= 22
#include <clang/Options/Options.h>
#else
#include <clang/Driver/Options.h>
#endif

namespace assay::scan::compat {

/// The table of the compiler driver's options.
inline const llvm::opt::OptTable& driverOptions() {
#if LLVM_VERSION_MAJOR >= 22
  return clang::getDriverOptTable();
#else
  return clang::driver::getDriverOptTable();
#endif
}

/// Whether flags and pragmas decide how severe a diagnostic is.
inline bool isWarningByNature(const clang::Diagnostic& diagnostic) {
#if LLVM_VERSION_MAJOR >= 22
  return diagnostic.getDiags()->getDiagnosticIDs()->isWarningOrExtension(diagnostic.getID());
#else
  return clang::DiagnosticIDs::isBuiltinWarningOrExtension(diagnostic.getID());
#endif
}

#if LLVM_VERSION_MAJOR >= 22
inline constexpr unsigned kClangDriverOptions = clang::options::ClangOption;
inline constexpr unsigned kTarget = clang::options::OPT_target;
#else
inline constexpr unsigned kClangDriverOptions = clang::driver::options::ClangOption;
inline constexpr unsigned kTarget = clang::driver::options::OPT_target;
#endif

/// Whether it reads headers of CUDA 13 and later.
inline constexpr bool kKnowsCuda13 = LLVM_VERSION_MAJOR >= 22;

}  // namespace assay::scan::compat
