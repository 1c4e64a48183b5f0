// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/redact.h"

#include "policy/secrets.h"

namespace assay::policy {
namespace {

void redactSecret(std::string& text) {
  if (!secretIn(text).empty()) text = kRedacted;
}

void redactTag(model::Tag& tag, Redact what) {
  redactSecret(tag.prompt);
  redactSecret(tag.note);
  redactSecret(tag.model);
  redactSecret(tag.tool);
  for (auto& pair : tag.extra) {
    redactSecret(pair.second);
    if (what == Redact::Prompts && pair.first == "prompt") pair.second = kRedacted;
  }
  if (what == Redact::Prompts && !tag.prompt.empty()) tag.prompt = kRedacted;
}

}  // namespace

void redact(model::Manifest& manifest, Redact what) {
  for (model::AnnotatedFunction& entry : manifest.functions) {
    redactTag(entry.tag, what);
    for (model::Tag& earlier : entry.history) redactTag(earlier, what);
  }
}

}  // namespace assay::policy
