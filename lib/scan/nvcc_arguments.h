// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The command line of NVIDIA's nvcc in Clang's words: the host's side of the code, whatever the devices are.
// Pure but for looking for the toolkit's headers beside the compiler.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scan/msvc_arguments.h"

namespace assay::scan {

bool isNvcc(std::string_view compiler);

/// `file` tells the language where the command does not.
Translation fromNvcc(const std::vector<std::string>& commandLine, std::string_view file);

/// The toolkit's folder, seen from its compiler's path; empty when its headers are not there.
std::string cudaToolkitOf(const std::string& compiler);

/// Flags to read CUDA as the host's compiler does. `toolkit` is the toolkit's folder; empty = it is not
/// installed. Then, and where Clang is older than the toolkit, the words that its headers would define are
/// defined instead.
std::vector<std::string> cudaFlags(const std::string& toolkit);
/// The same with the toolkit that its own installer has put in the usual place, where it has.
std::vector<std::string> usualCudaFlags();

}  // namespace assay::scan
