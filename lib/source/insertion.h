// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The exact text that `assay instrument` puts into user files, and its removal. Two forms, each on a line
// that exists:
//   `#include <assay/inserted.h> ` in front of a comment or on a blank line (once per file), and
//   ` ASSAY_INSERTED_GUARD(0x0123456789abcdef, "ns::name");` right after a function's opening brace.
// No user writes these spellings (manual guards have others), so that removal needs no record of what was
// inserted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::source {

inline constexpr std::string_view kInsertedInclude = "#include <assay/inserted.h> ";
inline constexpr std::string_view kInsertedGuardMacro = "ASSAY_INSERTED_GUARD";

/// The file that marks a folder as a guarded copy of a tree, and lists what assay wrote there. Nobody scans
/// such a folder.
inline constexpr const char* kMirrorList = ".assay-mirror";

/// The guard's text for a site; `name` is escaped as a C string literal, without trigraphs.
std::string insertedGuard(std::uint64_t id, std::string_view name);

/// True when the text holds at least one insertion of ours.
bool hasInsertions(std::string_view text);

/// The text as it was before insertion, byte for byte; a text without insertions comes back unchanged.
std::string stripInsertions(std::string_view text);

}  // namespace assay::source
