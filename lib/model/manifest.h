// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The inventory of one tree, as plain data: what `assay.yaml` holds. Order and text form belong to the
// manifest room.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/annotated_function.h"

namespace assay::model {

/// A file with at least one tag, or with the body of a function whose tag stands in another file. The hash is
/// of its bytes without assay's insertions (support/hash.h, contentHash).
struct TaggedFile {
  std::string path;  ///< relative to the root, '/' between folders
  std::string hash;
  std::vector<UnknownKey> unknownKeys;

  bool operator==(const TaggedFile&) const = default;
};

/// The whole scanned tree, tagged or not: the denominators of coverage. Counted lexically (source/outline.h).
struct TreeTotals {
  std::size_t files = 0;
  std::size_t lines = 0;
  std::size_t functions = 0;
  std::size_t functionLines = 0;

  bool operator==(const TreeTotals&) const = default;
};

struct Manifest {
  TreeTotals totals;
  std::vector<TaggedFile> files;
  std::vector<AnnotatedFunction> functions;
  std::vector<UnknownKey> unknownKeys;

  bool operator==(const Manifest&) const = default;
};

}  // namespace assay::model
