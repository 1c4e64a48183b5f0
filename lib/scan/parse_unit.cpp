// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/parse_unit.h"

#include <clang/Frontend/FrontendActions.h>

#include <algorithm>
#include <iterator>

#include "scan/collect.h"
#include "scan/run_unit.h"

namespace assay::scan {
UnitOutcome collectUnit(const CompileCommand& command, const std::vector<WantedText>& wanted,
                        const CollectOptions& options, const ParseEnvironment& environment) {
  UnitOutcome outcome;
  std::vector<WantedFile> files;
  for (const WantedText& text : wanted)
    files.push_back({text.path, text.bodies, text.replaced, text.shadows});
  Collected collected;
  DiagnosedUnit unit = runUnit({command, ParsePurpose::Collect, !options.everyBody, options.remains},
                               makeCollectAction(files, collected, environment.root), environment);
  outcome.facts = std::move(collected.facts);
  outcome.languageErrors = collected.languageErrors;
  outcome.diagnostics = std::move(unit.diagnostics);
  outcome.files = unit.dependencies();
  outcome.onlyAsked = unit.onlyAsked();
  outcome.missing = std::move(unit.missing);
  return outcome;
}

std::vector<std::string> DiagnosedUnit::dependencies() const {
  std::vector<std::string> all;
  std::ranges::set_union(files, asked, std::back_inserter(all));
  return all;
}

std::vector<std::string> DiagnosedUnit::onlyAsked() const {
  std::vector<std::string> rest;
  std::ranges::set_difference(asked, files, std::back_inserter(rest));
  return rest;
}

DiagnosedUnit diagnoseUnit(const CompileCommand& command, const ParseEnvironment& environment) {
  return runUnit({command, ParsePurpose::Diagnose, false}, std::make_unique<clang::SyntaxOnlyAction>(),
                 environment);
}

}  // namespace assay::scan
