// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Many things to say while the work goes on: each with a place, a severity and a stable id that has a
// paragraph in docs/reference/diagnostics.md. Passed by reference through the rooms; there is no global sink.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "support/expected.h"

namespace assay {

enum class Severity { Note, Warning, Error };

/// Bytes of a line that is shown; a longer one, as generated code has them, helps nobody.
inline constexpr std::size_t kLongestExcerpt = 1000;

/// One message. `excerpt` is the source line it points at (without its line break), with `length` bytes from
/// the location's column underlined; empty = no excerpt is shown, as of a line beyond kLongestExcerpt.
struct Diagnostic {
  Severity severity = Severity::Warning;
  std::string id;  ///< "assay-tag-003": room and number, never reused
  Location where;
  std::string message;
  std::string hint = {};
  std::string excerpt = {};
  std::size_t length = 1;

  bool operator==(const Diagnostic&) const = default;
};

/// Collects diagnostics in the order in which they are found. Not thread-safe: parallel steps fill one each
/// and merge.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void note(std::string id, Location where, std::string message);
  void warning(std::string id, Location where, std::string message, std::string hint = {});
  void error(std::string id, Location where, std::string message, std::string hint = {});
  /// Takes over an Error that makes the result incomplete without ending the work.
  void error(std::string id, const Error& error);

  void append(Diagnostics other);
  /// By file, line, column, id; equal messages once. For output that does not depend on the order of work.
  void sortAndUnique();

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool hasErrors() const { return count(Severity::Error) > 0; }

 private:
  std::vector<Diagnostic> all_;
};

/// One diagnostic as a compiler prints it: `file:line:col: severity: text [id]`, the excerpt with a caret,
/// the hint. Control bytes of the message and excerpt are made visible, so that a tag cannot drive the
/// reader's terminal.
std::string render(const Diagnostic& diagnostic, bool colour);
void print(std::ostream& out, const Diagnostics& diagnostics, bool colour);

/// An Error as a compiler prints it: `assay: error: text` or `file:line: error: text`, then the hint.
std::string render(const Error& error, bool colour);

}  // namespace assay
