// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/served_facts.h"

#include <system_error>

#include "manifest/manifest.h"
#include "support/hash.h"

namespace assay::tool {
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
  return facts;
}

exporting::FactsById factsOf(const model::Manifest& manifest) {
  exporting::FactsById facts;
  for (const model::AnnotatedFunction& function : manifest.functions)
    facts.try_emplace(function.id, factsOf(function));
  return facts;
}

}  // namespace

const exporting::FactsById& ServedFacts::now(Diagnostics& diagnostics) {
  if (!manifest_) return facts_;
  std::error_code error;
  const auto changed = std::filesystem::last_write_time(*manifest_, error);
  if (!error && changed_ == changed) return facts_;
  if (error && !changed_) return facts_;
  changed_ = error ? std::nullopt : std::optional(changed);
  Diagnostics said;
  const auto manifest = manifest::loadManifest(*manifest_, said);
  if (manifest)
    facts_ = factsOf(*manifest);
  else
    diagnostics.error("assay-telemetry-003", manifest.error());
  return facts_;
}

}  // namespace assay::tool
