// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reading and writing whole files. A write is all or nothing: a killed process or a full disk leaves the old
// file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/expected.h"

namespace assay {

/// The bytes of a regular file. Fails (Input) with the system's reason when it cannot be opened or read, or
/// is a folder.
Expected<std::string> readFile(const std::filesystem::path& path);

/// What the temporary files of writeFileAtomically() begin with; only kill -9 or a crash leaves one.
inline constexpr std::string_view kTemporaryPrefix = ".assay-tmp.";

/// Replaces `path` by `bytes`: a temporary file in the same folder, fsync, rename. An existing file keeps its
/// permission bits, a symbolic link keeps pointing (its target is replaced), missing parent folders are made.
/// Fails (Output) with the old file untouched and no temporary left behind. What is no regular file (a
/// terminal, a pipe, /dev/null) cannot be replaced: the bytes are written to it.
Expected<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace assay
