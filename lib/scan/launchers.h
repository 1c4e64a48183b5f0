// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What may stand before the compiler in a build's command line: caches, distributors, wrappers of the shell.
// Pure; no Clang here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace assay::scan {

/// "ccache" of "/opt/bin/ccache-4.8.exe": the folder, the version and ".exe" say nothing about what it is.
std::string toolName(std::string_view path);

/// The command line without what stands before the compiler, however many of them: ccache, distcc and their
/// like, `env NAME=value`, `nice -n 5`, `time -p`, `libtool --mode=compile`, `cmake -E … --`, `assay cc …
/// --`. A launcher that chooses the compiler itself (`distcc -c a.c`) stands for `cc`.
std::vector<std::string> withoutLaunchers(std::vector<std::string> arguments);

}  // namespace assay::scan
