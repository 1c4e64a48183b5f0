// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The bytes of one file with its lines found once. Line breaks are LF or CR LF; a lone CR does not break a
// line, as in Clang's raw view of a file's physical lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace assay::source {

class SourceText {
 public:
  SourceText(std::string name, std::string bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::size_t lineCount() const { return lineStarts_.size(); }

  /// The line and column of an offset; an offset past the end counts as the end.
  [[nodiscard]] Position positionOf(std::size_t offset) const;
  /// The offset of a position; nothing when the line does not exist or the column lies past its break.
  [[nodiscard]] std::optional<std::size_t> offsetOf(Position position) const;
  /// Text of a line (1-based) without its break; empty for a line that does not exist. Valid as long as this
  /// object.
  [[nodiscard]] std::string_view line(std::size_t number) const;
  [[nodiscard]] std::string_view slice(Span span) const;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<std::size_t> lineStarts_;
};

}  // namespace assay::source
