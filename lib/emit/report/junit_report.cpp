// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The inventory as JUnit's cases, for systems that show tests: all pass, an inventory is no gate.
#include <fmt/format.h>

#include <utility>

#include "emit/ci/junit.h"
#include "emit/report/inventory_results.h"
#include "emit/report/writers.h"
#include "tag/read_tags.h"

namespace assay::emit::report {
namespace {

using model::AnnotatedFunction;

// A name has no line in it, and overloads are told apart.
std::string caseName(const AnnotatedFunction& entry, const std::string& file) {
  if (entry.name.empty()) return fmt::format("a tag in {}", file);
  const std::string signature = entry.signature.empty() ? std::string() : ", " + entry.signature + ',';
  return fmt::format("{}{} in {}", entry.name, signature, file);
}

ci::JunitCase caseOf(const InventoryResult& result, const ResultGroup& group, std::string_view prefix) {
  const AnnotatedFunction& entry = *result.entry;
  std::string file = resultFile(entry, prefix);
  const unsigned line = resultLine(entry);
  const std::string place = line == 0 ? file : fmt::format("{}:{}", file, line);
  ci::JunitCase one{.name = caseName(entry, file),
                    .file = {},
                    .lines = {fmt::format("{}: note: {}", place, result.message), std::string(group.advice),
                              tag::printTag(entry.tag)}};
  one.file = std::move(file);
  return one;
}

}  // namespace

std::string writeJunitReport(const model::Manifest& manifest, const Presentation& presentation) {
  const Inventory inventory = takeInventory(manifest);
  std::vector<ci::JunitSuite> suites;
  for (const ResultGroup& group : resultsOf(inventory)) {
    ci::JunitSuite suite{group.code, {}};
    for (const InventoryResult& result : group.results)
      suite.cases.push_back(caseOf(result, group, presentation.prefix));
    if (suite.cases.empty())
      suite.cases.push_back({.name = "no function is tagged", .file = {}, .lines = {}});
    suites.push_back(std::move(suite));
  }
  return ci::writeJunit("assay report", suites);
}

}  // namespace assay::emit::report
