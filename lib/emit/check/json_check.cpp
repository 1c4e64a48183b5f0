// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Everything that is known of the findings, for programs.
#include <algorithm>
#include <utility>

#include "document/value.h"
#include "emit/check/writers.h"
#include "model/names.h"
#include "support/hash.h"

namespace assay::emit::check {
namespace {

using document::Value;
using policy::Finding;

constexpr int kCheckVersion = 1;

Value countValue(std::size_t count) {
  return std::uint64_t{count};
}

void addText(Value& value, std::string_view key, const std::string& text) {
  if (!text.empty()) value.set(key, text);
}

void addEntry(Value& value, const model::AnnotatedFunction& entry) {
  addText(value, "function", entry.name);
  addText(value, "signature", entry.signature);
  value.set("id", "0x" + hex64(entry.id)).set("authorship", model::nameOf(entry.tag.authorship));
  addText(value, "model", entry.tag.normalizedModel.empty() ? entry.tag.model : entry.tag.normalizedModel);
  addText(value, "date", entry.tag.date);
  addText(value, "prompt", entry.tag.prompt);
}

Value findingValue(const Result& result, const Finding& finding, const std::string& fingerprint) {
  Value value;
  value.set("policy", policy::rowOf(finding.policy).id).set("severity", nameOf(finding.severity));
  value.set("fails", result.fails(finding)).set("file", fileOf(result, finding));
  if (finding.where.line > 0) value.set("line", finding.where.line);
  if (finding.where.column > 0) value.set("column", finding.where.column);
  value.set("message", finding.message).set("hint", finding.hint).set("fingerprint", fingerprint);
  if (finding.others > 0) value.set("others", countValue(finding.others));
  if (finding.entry != nullptr) addEntry(value, *finding.entry);
  return value;
}

Value countsValue(const Result& result) {
  Value counts;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note})
    counts.set(nameOf(severity), countValue(static_cast<std::size_t>(
                                     std::ranges::count(result.findings, severity, &Finding::severity))));
  return counts;
}

}  // namespace

std::string writeJsonCheck(const Result& result, const Look&) {
  const std::vector<std::string> fingerprints = fingerprintsOf(result);
  document::Array findings;
  for (std::size_t i = 0; i < result.findings.size(); ++i)
    findings.push_back(findingValue(result, result.findings[i], fingerprints[i]));
  const bool failed = std::ranges::any_of(result.findings, [&](const Finding& f) { return result.fails(f); });
  Value value;
  value.set("assay-check", kCheckVersion).set("tool", result.tool).set("today", result.today);
  value.set("fail-on", nameOf(result.failOn))
      .set("passed", !failed)
      .set("entries", countValue(result.entries));
  if (result.baseline) value.set("baseline-entries", countValue(*result.baseline));
  if (result.baseline || result.known > 0) value.set("known", countValue(result.known));
  value.set("counts", countsValue(result)).set("findings", std::move(findings));
  return document::writeJson(value);
}

}  // namespace assay::emit::check
