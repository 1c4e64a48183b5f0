// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a tag means the whole file, told from where its comment stands and what it says.
#pragma once

#include "source/source_text.h"
#include "tag/read_tags.h"
#include "tag/runs.h"

namespace assay::tag {

/// Made once per file, so that a file of nothing but tags costs no more than another.
class FileHead {
 public:
  FileHead(const source::SourceText& text, const RunList& runs);

  /// `saysFile`: the tag itself speaks of the file. A run that stands before the first token means the file
  /// when the tag or a line of the run says so (`@file`, an SPDX licence), when a directive comes next
  /// (#include, #pragma once, a header guard), or nothing. `scope: file` says so anywhere.
  Reach reachOf(std::size_t run, const model::Tag& tag, bool saysFile);

 private:
  [[nodiscard]] bool runSaysFile(const Run& run) const;
  [[nodiscard]] bool directiveFollows() const;

  const source::SourceText& text_;
  const RunList& runs_;
  std::size_t leading_ = 0;              // runs before the first token
  bool headsFile_ = false;               // behind them comes a directive or nothing
  std::size_t asked_ = ~std::size_t{0};  // the run that was asked about last, and its answer
  bool saysFile_ = false;
};

}  // namespace assay::tag
