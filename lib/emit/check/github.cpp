// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Workflow commands: what a step of GitHub Actions prints to have an annotation in the diff.
#include <fmt/format.h>

#include "emit/check/writers.h"
#include "support/strings.h"

namespace assay::emit::check {
namespace {

// As @actions/core does it.
std::string dataText(std::string_view text) {
  std::string result = visibleText(text);
  result = replaceAll(std::move(result), "%", "%25");
  result = replaceAll(std::move(result), "\r", "%0D");
  return replaceAll(std::move(result), "\n", "%0A");
}

std::string propertyText(std::string_view text) {
  return replaceAll(replaceAll(dataText(text), ":", "%3A"), ",", "%2C");
}

std::string_view commandOf(Severity severity) {
  return severity == Severity::Note ? "notice" : nameOf(severity);
}

}  // namespace

std::string writeGithub(const Result& result, const Look&) {
  std::string text;
  for (const policy::Finding& finding : result.findings) {
    text += fmt::format("::{} file={}", commandOf(finding.severity), propertyText(fileOf(result, finding)));
    if (finding.where.line > 0) text += fmt::format(",line={}", finding.where.line);
    if (finding.where.column > 0) text += fmt::format(",col={}", finding.where.column);
    text += fmt::format(",title=assay {}::{}%0A{}\n", policy::rowOf(finding.policy).id,
                        dataText(finding.message), dataText(finding.hint));
  }
  return text;
}

}  // namespace assay::emit::check
