// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/lines_of_tree.h"

#include <utility>

#include "scan/tree_walk.h"
#include "source/outline.h"
#include "support/file.h"
#include "support/parallel.h"

namespace assay::tool {

LinesOfTree linesOfTree(const scan::ScanOptions& options, Diagnostics& diagnostics) {
  Diagnostics ofTheWalk;
  const scan::WalkedTree tree = scan::walkTree(
      {options.parse.root, options.paths, options.exclude, options.skip, options.jobs}, ofTheWalk);
  LinesOfTree lines{std::vector<policy::FileLines>(tree.files.size()), tree.complete};
  std::vector<Diagnostics> said(tree.files.size());
  forEachIndex(tree.files.size(), options.jobs, [&](std::size_t i) {
    lines.files[i].path = tree.files[i].path;
    // A guard adds no line, so it does not matter whether there are some in the file.
    if (const auto text = readFile(options.parse.root / tree.files[i].path))
      lines.files[i].functionLines = source::outlineOf(*text).functionLines;
    else
      said[i].error("assay-check-001", text.error());
  });
  for (Diagnostics& one : said) {
    lines.complete = lines.complete && !one.hasErrors();
    diagnostics.append(std::move(one));
  }
  if (!tree.complete) diagnostics.append(std::move(ofTheWalk));
  return lines;
}

}  // namespace assay::tool
