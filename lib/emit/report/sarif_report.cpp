// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The inventory as SARIF: a note for each AI-tagged function, and for each place that needs attention.
#include <fmt/format.h>

#include <utility>

#include "emit/ci/fingerprints.h"
#include "emit/ci/sarif.h"
#include "emit/report/inventory_results.h"
#include "emit/report/writers.h"
#include "model/names.h"
#include "support/hash.h"

namespace assay::emit::report {
namespace {

using document::Value;

Value propertiesOf(const model::AnnotatedFunction& entry, const ResultGroup& group) {
  const model::Tag& tag = entry.tag;
  Value properties;
  properties.set("advice", group.advice).set("id", "0x" + hex64(entry.id));
  properties.set("authorship", nameOf(tag.authorship));
  for (const auto& [key, text] : {std::pair("model", &modelNameOf(tag)),
                                  {"tool", &tag.tool},
                                  {"date", &tag.date},
                                  {"prompt", &tag.prompt}})
    if (!text->empty()) properties.set(key, *text);
  if (entry.sketch.known()) properties.set("drift", entry.drift);
  return properties;
}

}  // namespace

std::string writeSarifReport(const model::Manifest& manifest, const Presentation& presentation) {
  ci::SarifLog log{
      .verb = "report", .tool = presentation.origin.tool, .named = "results", .rules = {}, .results = {}};
  const Inventory inventory = takeInventory(manifest);
  ci::Fingerprints known;
  for (const ResultGroup& group : resultsOf(inventory)) {
    const std::size_t rule = log.rules.size();
    log.rules.push_back({group.code, Severity::Note, group.says,
                         fmt::format("{}. The page docs/reference/report.md says more.", group.advice)});
    for (const InventoryResult& result : group.results)
      log.results.push_back({.rule = rule,
                             .severity = Severity::Note,
                             .message = result.message,
                             .file = resultFile(*result.entry, presentation.prefix),
                             .line = resultLine(*result.entry),
                             .function = result.entry->name,
                             .fingerprint = known.next(group.code, result.entry->id),
                             .properties = propertiesOf(*result.entry, group)});
  }
  return ci::writeSarif(std::move(log));
}

}  // namespace assay::emit::report
