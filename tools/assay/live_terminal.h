// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The terminal as a screen of our own: alternate buffer, keys without Enter, signals as inputs. Whatever ends
// the program but SIGKILL, the terminal is as it was before.
#pragma once

#include <signal.h>
#include <termios.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::tool {

enum class InputKind { Key, Escape, Up, Down, PageUp, PageDown, Redraw, Quit };

struct Input {
  InputKind kind = InputKind::Key;
  char key = '\0';  ///< of Key
  bool operator==(const Input&) const = default;
};

/// The keys in what a terminal sent. The byte ESC at the end of it is the key Escape: nobody types a sequence
/// in parts. Unknown sequences are nothing.
std::vector<Input> inputsOf(std::string_view bytes);

/// One at a time. Stdout must be a terminal; without a terminal on stdin there are no keys, only signals.
class LiveTerminal {
 public:
  LiveTerminal();
  LiveTerminal(const LiveTerminal&) = delete;
  LiveTerminal& operator=(const LiveTerminal&) = delete;
  ~LiveTerminal();

  /// Waits for keys or signals. Ctrl-C, SIGTERM, SIGHUP and the loss of the terminal are Quit, a new size is
  /// Redraw; Ctrl-Z suspends the program with the terminal restored.
  std::vector<Input> wait(std::chrono::milliseconds longest);

  [[nodiscard]] std::size_t rows() const;

  /// Replaces the screen's content; lines beyond its height must not come. False when the terminal is gone.
  bool show(const std::vector<std::string>& lines) const;

 private:
  void enter();
  void leave() const;
  void suspend();
  std::vector<Input> readKeys();
  std::vector<Input> readSignals();

  sigset_t oldSignals_{};
  termios oldModes_{};
  bool keys_ = false;
  int signals_ = -1;
};

}  // namespace assay::tool
