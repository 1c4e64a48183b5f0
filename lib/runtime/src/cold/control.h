// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The control file, read and written with plain system calls into memory that is always there. All under the
// lock.
#pragma once

#include "vocabulary/control_layout.h"

namespace assay::runtime {

struct Control {
  const char* problem;  ///< null: it could be read, or there is none
  bool exists;
  vocabulary::ControlHeader header;
  vocabulary::ControlEntry entries[vocabulary::kMaxExperiments];

  /// Null when the file has none.
  [[nodiscard]] vocabulary::ControlEntry* find(std::uint64_t id) noexcept;
  /// A new one, all zeros but the id; null when there is no room.
  vocabulary::ControlEntry* add(std::uint64_t id) noexcept;
};
static_assert(sizeof(vocabulary::ControlHeader) % alignof(vocabulary::ControlEntry) == 0,
              "header and entries lie together as in the file");

/// Reads $ASSAY_CONTROL, else experiments.control in the folder of the segments. One that is not ours (or
/// root's), that others may write to, that is no plain file, or that is not as it should be, has a problem.
/// The object is the process's only one and stays.
Control& readControl() noexcept;

/// Replaces the file by what `control` holds, while the lock below is held. False: it cannot be written.
bool writeControl(Control& control) noexcept;

/// A descriptor that keeps everybody else from replacing the file until it is closed; -1 when somebody else
/// does just now (errno is EWOULDBLOCK then), or when there can be none.
int lockControl() noexcept;

/// Where the file is looked for.
const char* controlPath() noexcept;

}  // namespace assay::runtime
