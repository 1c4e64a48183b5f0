// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The process' table of sites: one entry per id, however many object files know the site.
#pragma once

#include <cstdint>

#include "assay/detail/entry.h"

namespace assay::runtime {

// In assay_v1_site::flags, besides what the segment's record has
constexpr std::uint32_t kSiteRecursive = 4;           ///< the thread needs levels
constexpr unsigned kSiteSampleShift = 16;             ///< as ASSAY_DETAIL_SAMPLED has it
constexpr std::uint32_t kSiteWithoutRoom = 1u << 31;  ///< the table was full

/// The site's index in the table, registering it at first sight; 0 when there is no room. The lock is held.
std::uint32_t siteIndex(assay_v1_site& site, const char* name) noexcept;

}  // namespace assay::runtime
