// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What has to be tidied up before a signal ends the process: temporary files that a write under way has made,
// and a line on the terminal. Nothing is recovered; the process ends by the signal, as its parent expects.
#pragma once

namespace assay {

/// From now on SIGINT, SIGTERM and SIGHUP tidy up before they end the process. What was ignored stays
/// ignored.
void tidyUpOnSignals();

/// Tidies up and returns: for other ways to end at once. Async-signal-safe.
void tidyUp();

/// While one lives, on whatever thread, a signal waits for its end. For a few system calls; not nested.
class Uninterrupted {
 public:
  Uninterrupted();
  Uninterrupted(const Uninterrupted&) = delete;
  Uninterrupted& operator=(const Uninterrupted&) = delete;
  ~Uninterrupted();

  /// The file is removed when a signal comes, until it is forgotten; `path` must live until then. (Of more
  /// than 256 at a time the rest would be left behind.)
  static void remember(const char* path);
  static void forget(const char* path);
  /// Whether stderr shows a line that is to be cleared.
  static void lineIsShown(bool shown);
};

}  // namespace assay
