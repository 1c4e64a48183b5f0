// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/served_facts.h"

#include <system_error>
#include <utility>

#include "manifest/manifest.h"
#include "model/names.h"
#include "model/rollout.h"
#include "support/hash.h"

namespace assay::serve {
namespace {

exporting::FunctionFacts factsOf(const model::AnnotatedFunction& function) {
  const model::Tag& tag = function.tag;
  exporting::FunctionFacts facts;
  facts.model = tag.model.empty() ? tag.tool : tag.model;
  facts.vendor = tag.normalizedModel.substr(0, tag.normalizedModel.find('/'));
  facts.date = tag.date;
  if (!tag.prompt.empty()) facts.promptHash = hex64(hash64(tag.prompt));
  facts.file = function.file;
  facts.line = function.lines.first;
  facts.name = function.name;
  facts.prompt = tag.prompt;
  facts.body = function.bodyFingerprint;
  if (function.outcome) {
    facts.coverage = model::nameOf(function.outcome->coverage);
    facts.gap = function.outcome->text;
  }
  if (function.outcome && model::isShadow(function.outcome->rollout))
    facts.shadowId = model::shadowId(function.id);
  if (function.outcome && !function.replaces.empty() && model::shareOfRollout(function.outcome->rollout)) {
    facts.replaces = function.replaces.front().name;
    facts.oldId = model::oldArmId(function.id);
  }
  return facts;
}

exporting::FactsById factsOf(const model::Manifest& manifest) {
  exporting::FactsById facts;
  for (const model::AnnotatedFunction& function : manifest.functions)
    facts.try_emplace(function.id, factsOf(function));
  return facts;
}

}  // namespace

// Whether it says something else than before.
bool ServedFacts::refresh(Manifest& manifest, Diagnostics& diagnostics) {
  std::error_code error;
  const auto changed = std::filesystem::last_write_time(manifest.path, error);
  const bool isNew = std::exchange(manifest.isNew, false);
  if (!isNew && (error ? !manifest.changed : manifest.changed == changed)) return false;
  manifest.changed = error ? std::nullopt : std::optional(changed);
  Diagnostics said;
  const auto loaded = manifest::loadManifest(manifest.path, said);
  if (loaded)
    manifest.facts = factsOf(*loaded);
  else
    diagnostics.error("assay-telemetry-003", loaded.error());
  return loaded.has_value();
}

const exporting::FactsById& ServedFacts::now(Diagnostics& diagnostics) {
  bool isNew = false;
  for (Manifest& manifest : manifests_) isNew |= refresh(manifest, diagnostics);
  if (!isNew) return facts_;
  facts_.clear();
  for (const Manifest& manifest : manifests_) facts_.insert(manifest.facts.begin(), manifest.facts.end());
  return facts_;
}

}  // namespace assay::serve
