// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unit_errors.h"

#include <fmt/format.h>

#include <algorithm>

#include "support/strings.h"

namespace assay::scan {
namespace {

// Of the files that are not there.
constexpr std::size_t kMostLacking = 5;

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

void UnitErrors::addLacking(const CompileCommand& command, const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    const auto [known, isNew] = lacking_.try_emplace(file, command.file);
    if (!isNew) known->second = std::min(known->second, command.file);
  }
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
  reportLacking(root, diagnostics);
  if (guessed_.empty()) return;
  const FailedUnit& unit = guessed_.front();
  diagnostics.note(
      "assay-scan-008", placeOf(unit.first, root),
      fmt::format("{} file(s) were parsed with guessed flags and in spite of errors, the first of them: {}",
                  guessed_.size(), unit.first.text));
}

// A build that was never configured may lack one for each unit.
void UnitErrors::reportLacking(const std::string& root, Diagnostics& diagnostics) const {
  std::size_t said = 0;
  for (const auto& [file, unit] : lacking_) {
    if (++said > kMostLacking) break;
    const std::size_t more = said == kMostLacking ? lacking_.size() - said : 0;
    diagnostics.warning(
        "assay-scan-022", {pathFrom(root, unit)},
        fmt::format("{} is named by flags, and is not there or includes itself{}", pathFrom(root, file),
                    more > 0 ? fmt::format("; so are {} other files", more) : ""),
        "build or configure first; until then what these flags are for is `inferred`");
  }
}

std::string pathFrom(const std::string& root, const std::string& file) {
  if (file.size() > root.size() && file.starts_with(root) && file[root.size()] == '/')
    return file.substr(root.size() + 1);
  return file;
}

}  // namespace assay::scan
