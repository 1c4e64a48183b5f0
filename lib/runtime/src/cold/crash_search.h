// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What processes have left that crashed in new functions of experiments (cold/crash_marks.h). All under the
// lock.
#pragma once

#include <cstdint>

namespace assay::runtime {

struct Crash {
  std::uint64_t id;  ///< of the new function
  std::uint64_t at;  ///< ns since 1970
  std::uint32_t pid;
  std::uint32_t signal;
};

/// Reads the segments in the folder, once in a process and once in each child.
void searchForCrashes() noexcept;

/// In a child: what was found was of before it.
void searchAgain() noexcept;

/// The latest one of a function that was found; null when there was none.
const Crash* crashIn(std::uint64_t id) noexcept;

/// What had to follow has followed: nobody finds it again.
void forgetCrashesIn(std::uint64_t id) noexcept;

}  // namespace assay::runtime
