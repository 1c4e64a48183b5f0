// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions of a manifest a change has to do with. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/annotated_function.h"
#include "provenance/changed_lines.h"
#include "source/source_text.h"
#include "tag/read_tags.h"

namespace assay::provenance {

/// The tags of a file that go over several lines, in order.
std::vector<LineRange> longTagsOf(const source::SourceText& text, const tag::ReadOptions& options);

/// Changes by the paths of a manifest.
class ChangesOfTree {
 public:
  /// `prefix`: from the repository's root to the manifest's; empty, or ends in '/'.
  ChangesOfTree(const ChangedFiles& changed, const std::string& prefix);

  /// The changed files, by the manifest's paths.
  [[nodiscard]] std::vector<std::string> files() const;
  /// longTagsOf() a changed file: a change in one of their lines is one of the tag. A manifest has the first
  /// lines alone.
  void setLongTags(const std::string& file, std::vector<LineRange> tags) { tags_[file] = std::move(tags); }

  /// Whether a line of the function was changed, or of its tag wherever that stands. Of a block's tag: a line
  /// that it covers.
  [[nodiscard]] bool touch(const model::AnnotatedFunction& entry) const;
  /// Whether the line was changed, or one of the tag that it is in; line 0 stands for any line of the file.
  [[nodiscard]] bool touch(const std::string& file, unsigned line) const;

 private:
  [[nodiscard]] bool touchLines(const std::string& file, LineRange lines) const;

  std::map<std::string, FileChange> files_;
  std::map<std::string, std::vector<LineRange>> tags_;
};

}  // namespace assay::provenance
