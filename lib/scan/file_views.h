// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What several parses showed of one tagged file -> its entries: the best view counts, others add what it does
// not show. Pure.
#pragma once

#include <string>
#include <vector>

#include "model/annotated_function.h"
#include "scan/scan_target.h"
#include "support/diagnostics.h"

namespace assay::scan {

class FileViews {
 public:
  /// `configuration`: the flags that the file was seen under, see configurationOf().
  void add(FileView view, std::vector<std::string> configuration);

  [[nodiscard]] bool seen() const { return !views_.empty(); }
  /// Some view met no error.
  [[nodiscard]] bool seenClean() const;
  /// The lines of code that tags mean and every view skips, see FileView::hidden.
  [[nodiscard]] std::vector<unsigned> hiddenLines() const;
  /// Functions that a tag stands at and that have no body in the file.
  [[nodiscard]] std::vector<const model::AnnotatedFunction*> declarations() const;

  /// One entry per function and tag. Where a function is not there under every configuration that was looked
  /// at, its entry lists those that have it. Empties the object; adds the diagnostics of the best view.
  std::vector<model::AnnotatedFunction> take(Diagnostics& diagnostics);

 private:
  struct Seen {
    FileView view;
    std::vector<std::string> configuration;
  };
  [[nodiscard]] std::vector<const Seen*> byWorth() const;
  void listConfigurations(std::vector<model::AnnotatedFunction>& entries) const;

  std::vector<Seen> views_;
};

}  // namespace assay::scan
