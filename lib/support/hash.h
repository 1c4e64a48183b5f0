// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stable hashes (XXH3): the same on every machine and in every release, because they are written into files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay {

/// XXH3-64 with seed 0.
std::uint64_t hash64(std::string_view bytes);

/// XXH3-128 as 32 lower-case hexadecimal digits: names the contents of a file.
std::string contentHash(std::string_view bytes);

/// 16 lower-case hexadecimal digits, without a prefix.
std::string hex64(std::uint64_t value);

}  // namespace assay
