// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Manifest + text of a file -> the edits that put the guards in. Pure text work on recorded positions: no
// parser here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/manifest.h"
#include "source/edit.h"
#include "source/source_text.h"
#include "support/expected.h"

namespace assay::instrument {

/// What a guard can do without.
enum class Extra { Type, Input, Failures, Rollout };

struct PlannedGuard {
  std::uint64_t id = 0;
  source::Edit edit;
  std::vector<source::Edit> notices = {};  ///< what goes with it, in order of offset

  /// The same guard with less to say, for a compiler that has something against the rest.
  struct Lesser {
    Extra without = Extra::Input;
    std::string guard;  ///< in the place of `edit`'s text
    std::vector<source::Edit> notices;
  };
  std::vector<Lesser> lesser = {};  ///< to be tried in order, each with less than the one before

  /// Goes over to the next of `lesser`, of which there must be one; says what is left out by it.
  Extra takeLesser();
  /// Whether another function is called in front of it.
  [[nodiscard]] bool dispatches() const;
};

/// The edits of one file. `guards` are in order of offset; `include` is present when there is at least one
/// guard.
struct FilePlan {
  std::string file;
  std::vector<source::Edit> include;  ///< none or one
  std::vector<PlannedGuard> guards;
  /// Functions that turned out not to be rewritable in this text, with the outcome to record instead.
  std::vector<std::pair<std::uint64_t, model::Outcome>> refused;

  [[nodiscard]] std::vector<source::Edit> edits() const;
};

/// Plans the guards of one file. `text` is the file without insertions. Fails (Input) when the content hash
/// is not the manifest's: positions would be wrong, so the file is left alone. `functions` are the manifest's
/// entries of this file whose outcome is full or partial.
Expected<FilePlan> plan(const source::SourceText& text, const model::TaggedFile& file,
                        const std::vector<const model::AnnotatedFunction*>& functions);

}  // namespace assay::instrument
