// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The text that somebody looks for in the live view, while it is typed and afterwards.
#pragma once

#include <string>
#include <utility>

namespace assay::tool {

class TypedFilter {
 public:
  explicit TypedFilter(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Keys belong to the text.
  [[nodiscard]] bool isTyping() const { return typing_; }

  void begin() { typing_ = true; }
  /// Of a key that belongs to it: Enter ends the typing, Backspace takes the last character away (of UTF-8:
  /// all of its bytes), other control bytes are nothing.
  void take(char key);
  /// As Escape does: no text, and none is typed.
  void clear();

  /// What to show of it while it is typed: "/text_", foreign bytes made visible.
  [[nodiscard]] std::string prompt() const;

 private:
  std::string text_;
  bool typing_ = false;
};

}  // namespace assay::tool
