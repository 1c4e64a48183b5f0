// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a manifest says of its functions, for the labels of metrics; read again when the file has changed.
#pragma once

#include <filesystem>
#include <optional>

#include "assay/command.h"
#include "export/function_metrics.h"

namespace assay::tool {

class ServedFacts {
 public:
  /// Without a path there are no facts.
  explicit ServedFacts(std::optional<std::filesystem::path> manifest) : manifest_(std::move(manifest)) {}

  /// Reads the manifest if it is not what it was. One that cannot be read is a diagnostic, once; what an
  /// earlier one said stays.
  const exporting::FactsById& now(Diagnostics& diagnostics);

 private:
  std::optional<std::filesystem::path> manifest_;
  std::optional<std::filesystem::file_time_type> changed_;
  exporting::FactsById facts_;
};

}  // namespace assay::tool
