// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions of a manifest a change has to do with. Pure.
#pragma once

#include <string>

#include "model/annotated_function.h"
#include "provenance/changed_lines.h"

namespace assay::provenance {

/// Changes by the paths of a manifest.
class ChangesOfTree {
 public:
  /// `prefix`: from the repository's root to the manifest's; empty, or ends in '/'.
  ChangesOfTree(const ChangedFiles& changed, const std::string& prefix);

  /// Whether a line of the function was changed, or of its tag wherever that stands. Of a block's tag: a line
  /// that it covers.
  [[nodiscard]] bool touch(const model::AnnotatedFunction& entry) const;
  /// Whether the line was changed; line 0 stands for any line of the file.
  [[nodiscard]] bool touch(const std::string& file, unsigned line) const;

 private:
  [[nodiscard]] bool touchLines(const std::string& file, LineRange lines) const;

  std::map<std::string, FileChange> files_;
};

}  // namespace assay::provenance
