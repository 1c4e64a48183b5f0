// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What manifests say of their functions, for the labels of metrics; read again when a file has changed.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "export/function_metrics.h"
#include "support/diagnostics.h"

namespace assay::serve {

class ServedFacts {
 public:
  /// Without a path there are no facts.
  explicit ServedFacts(const std::vector<std::filesystem::path>& manifests) {
    for (const std::filesystem::path& path : manifests) manifests_.push_back({path});
  }

  /// Reads those manifests that are not what they were. One that cannot be read, or is not there, is a
  /// diagnostic, once; what an earlier one said stays. Of a function that several have, the first counts.
  const exporting::FactsById& now(Diagnostics& diagnostics);

 private:
  struct Manifest {
    std::filesystem::path path;
    bool isNew = true;  // nobody has looked for it yet
    std::optional<std::filesystem::file_time_type> changed = {};
    exporting::FactsById facts = {};
  };
  static bool refresh(Manifest& manifest, Diagnostics& diagnostics);

  std::vector<Manifest> manifests_;
  exporting::FactsById facts_;
};

}  // namespace assay::serve
