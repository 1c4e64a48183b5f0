// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/review_subject.h"

#include "policy/redact.h"
#include "policy/secrets.h"
#include "support/hash.h"

namespace assay::tool {
namespace {

std::string hashOf(const std::string& prompt) {
  return prompt.empty() ? std::string() : hex64(hash64(prompt));
}

std::string shownPrompt(const std::string& prompt) {
  return policy::secretIn(prompt).empty() ? prompt : std::string(policy::kRedacted);
}

}  // namespace

insight::Subject subjectOf(const history::FunctionVersion& version) {
  return {.id = version.key.function,
          .name = version.name,
          .model = version.model,
          .vendor = version.vendor,
          .promptHash = hashOf(version.prompt),
          .file = version.file,
          .line = version.line,
          .date = version.date,
          .prompt = shownPrompt(version.prompt)};
}

insight::Subject subjectOf(const model::AnnotatedFunction& function) {
  const model::Tag& tag = function.tag;
  return {.id = function.id,
          .name = function.name,
          .model = tag.model.empty() ? tag.tool : tag.model,
          .vendor = tag.normalizedModel.substr(0, tag.normalizedModel.find('/')),
          .promptHash = hashOf(tag.prompt),
          .file = function.file,
          .line = function.lines.first,
          .date = tag.date,
          .prompt = shownPrompt(tag.prompt)};
}

}  // namespace assay::tool
