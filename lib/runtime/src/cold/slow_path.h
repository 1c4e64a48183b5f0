// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The scope of everything that is not hot: one thread at a time, no signal handler in between, no
// cancellation, errno as before. A thread that is inside already (a fault in the middle, a hook that a
// library runs under us) is told so instead of being deadlocked.
#pragma once

#include <csignal>

namespace assay::runtime {

class SlowPath {
 public:
  SlowPath() noexcept;
  SlowPath(const SlowPath&) = delete;
  SlowPath& operator=(const SlowPath&) = delete;
  ~SlowPath();

  /// False: this thread is inside already, nothing may be touched.
  [[nodiscard]] bool entered() const { return entered_; }

 private:
  friend struct SlowPathAcrossFork;
  bool entered_;
  int cancelState_ = 0;
  int errno_;
  sigset_t signals_;
};

/// The same scope around fork(), opened before and closed after it in both processes.
struct SlowPathAcrossFork {
  static void open() noexcept;
  static void closeInParent() noexcept;
  static void closeInChild() noexcept;
};

}  // namespace assay::runtime
