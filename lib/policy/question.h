// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What findings are made of: a manifest, and what has to be known beside it. Nothing here opens a file or
// looks at a clock.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/manifest.h"
#include "model/reconciliation.h"
#include "policy/days.h"
#include "support/diagnostics.h"

namespace assay::policy {

/// A file of the tree, tagged or not.
struct FileLines {
  std::string path;               ///< root-relative
  std::size_t functionLines = 0;  ///< as in model::TreeTotals
};

/// What a scan of the tree told, where there was one.
struct Scanned {
  std::string manifestFile;  ///< as findings name it
  std::string difference;    ///< how the manifest on disk differs from what was found; empty = it does not
  Diagnostics ofTags;        ///< what there was to say of tags
};

struct Question {
  const model::Manifest& manifest;
  Day today;
  std::vector<FileLines> files = {};  ///< for the share of AI lines; empty = not asked
  std::optional<Scanned> scanned = {};
  /// What a review found, in its words, by the function's id; empty = not asked.
  std::map<std::uint64_t, std::vector<std::string>> reviewed = {};
  model::Reconciliations sources = {};  ///< what other sources say of entries; empty = not asked
  /// What is wrong with the words of a tag's `monitor:`; empty = nothing.
  std::string (*monitorProblem)(std::string_view words) = [](std::string_view) { return std::string(); };
};

}  // namespace assay::policy
