// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shards: where one thread counts one site.
#pragma once

#include <cstdint>

#include "vocabulary/segment_layout.h"

namespace assay::runtime {

/// A new shard of the site for a thread block, in the current segment or a further one; null without room.
/// The lock is held.
vocabulary::Shard* makeShard(std::uint32_t site, std::uint32_t thread) noexcept;

}  // namespace assay::runtime
