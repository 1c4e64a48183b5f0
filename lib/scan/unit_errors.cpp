// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unit_errors.h"

#include <fmt/format.h>

#include <algorithm>

#include "support/strings.h"

namespace assay::scan {
namespace {

bool isInCode(const UnitDiagnostic& diagnostic) {
  return diagnostic.error && !diagnostic.file.empty();
}

Location placeOf(const UnitDiagnostic& diagnostic, const std::string& root) {
  return {pathFrom(root, diagnostic.file), diagnostic.line, diagnostic.column};
}

}  // namespace

void UnitErrors::add(const CompileCommand& command, const std::vector<UnitDiagnostic>& diagnostics) {
  const auto first = std::ranges::find_if(diagnostics, isInCode);
  if (first == diagnostics.end()) return;
  const auto count = static_cast<std::size_t>(std::ranges::count_if(diagnostics, isInCode));
  (command.guessed ? guessed_ : built_).push_back({command.file, *first, count});
}

void UnitErrors::report(const std::string& root, Diagnostics& diagnostics) const {
  for (const FailedUnit& unit : built_)
    diagnostics.warning("assay-scan-007", placeOf(unit.first, root),
                        fmt::format("{} does not compile: {}", pathFrom(root, unit.file), unit.first.text),
                        "is the build up to date? Entries near the error are marked `inferred`");
  if (!unknown_.empty())
    diagnostics.note("assay-scan-020", {},
                     "flags of the build that Clang does not know were left out: " +
                         join({unknown_.begin(), unknown_.end()}, " "));
  if (guessed_.empty()) return;
  const FailedUnit& unit = guessed_.front();
  diagnostics.note(
      "assay-scan-008", placeOf(unit.first, root),
      fmt::format("{} file(s) were parsed with guessed flags and in spite of errors, the first of them: {}",
                  guessed_.size(), unit.first.text));
}

std::string pathFrom(const std::string& root, const std::string& file) {
  if (file.size() > root.size() && file.starts_with(root) && file[root.size()] == '/')
    return file.substr(root.size() + 1);
  return file;
}

}  // namespace assay::scan
