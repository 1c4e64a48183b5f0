// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// As a compiler prints its messages, so that editors and CI logs know what they see; and a line that sums up.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "emit/check/writers.h"
#include "support/strings.h"

namespace assay::emit::check {
namespace {

std::string countedText(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summaryOf(const Result& result) {
  const auto of = [&](Severity severity) {
    return static_cast<std::size_t>(
        std::ranges::count(result.findings, severity, &policy::Finding::severity));
  };
  std::string text;
  if (result.findings.empty()) {
    text = fmt::format("no findings in {}", countedText(result.entries, "entry", "entries"));
  } else {
    text = fmt::format("{}, {}, {} in {}", countedText(of(Severity::Error), "error", "errors"),
                       countedText(of(Severity::Warning), "warning", "warnings"),
                       countedText(of(Severity::Note), "note", "notes"),
                       countedText(result.entries, "entry", "entries"));
  }
  if (result.known > 0) text += fmt::format("; {} known from the baseline", result.known);
  const auto failing = std::ranges::count_if(result.findings, [&](const auto& f) { return result.fails(f); });
  text += failing > 0 ? fmt::format("\ncheck: failed, {} at `{}` or above\n", failing, nameOf(result.failOn))
                      : std::string("\ncheck: passed\n");
  return text;
}

}  // namespace

std::string writeTextCheck(const Result& result, const Look& look) {
  std::string text;
  for (const policy::Finding& finding : result.findings) {
    Location where = finding.where;
    where.file = fileOf(result, finding);
    text += render(Diagnostic{.severity = finding.severity,
                              .id = std::string(policy::rowOf(finding.policy).id),
                              .where = std::move(where),
                              .message = finding.message,
                              .hint = finding.hint},
                   look.colour);
  }
  return text + summaryOf(result);
}

}  // namespace assay::emit::check
