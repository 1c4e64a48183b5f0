// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SARIF 2.1.0 with all that GitHub's code scanning asks for, and within its limits.
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "document/value.h"
#include "emit/check/writers.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::emit::check {
namespace {

using document::Array;
using document::Object;
using document::Value;
using policy::Finding;
using policy::PolicyRow;

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr std::string_view kRoot = "%SRCROOT%";

// In a message braces hold a placeholder; doubled they are themselves (SARIF 2.1.0, 3.11.5).
Value textValue(std::string text) {
  Value value;
  value.set("text", replaceAll(replaceAll(std::move(text), "{", "{{"), "}", "}}"));
  return value;
}

std::string_view problemOf(Severity severity) {
  return severity == Severity::Note ? "recommendation" : nameOf(severity);
}

Value ruleValue(const PolicyRow& row) {
  Value level, properties, rule;
  level.set("level", nameOf(row.severity));
  properties.set("precision", "very-high").set("problem.severity", problemOf(row.severity));
  properties.set("tags", Array{"ai-code"});
  rule.set("id", row.id)
      .set("shortDescription", textValue(std::string(row.says)))
      .set("fullDescription", textValue(std::string(row.says)));
  rule.set("help",
           textValue(fmt::format("{}. The page docs/reference/check.md has all policies.", row.advice)));
  return rule.set("defaultConfiguration", std::move(level)).set("properties", std::move(properties));
}

// What a viewer would take for a link in a plain message is none here.
std::string withoutLinks(std::string text) {
  return text.contains("](") ? replaceAll(std::move(text), "[", "\\[") : text;
}

Value regionValue(const Finding& finding) {
  const std::uint64_t line = std::max(finding.where.line, 1u);
  Value region;  // columns of SARIF are no bytes, so the line is all that is said
  return region.set("startLine", line).set("startColumn", 1).set("endLine", line).set("endColumn", 2);
}

Value locationValue(const Result& result, const Finding& finding) {
  Value artifact, physical, location;
  const std::string file = fileOf(result, finding);
  artifact.set("uri", uriOf(file));
  if (!file.starts_with('/')) artifact.set("uriBaseId", kRoot);
  physical.set("artifactLocation", std::move(artifact)).set("region", regionValue(finding));
  location.set("physicalLocation", std::move(physical));
  if (finding.entry != nullptr && !finding.entry->name.empty()) {
    Value function;
    function.set("fullyQualifiedName", finding.entry->name).set("kind", "function");
    location.set("logicalLocations", Array{std::move(function)});
  }
  return location;
}

Value propertiesOf(const Finding& finding) {
  Value properties;
  properties.set("advice", finding.hint);
  if (finding.entry == nullptr) return properties;
  properties.set("id", "0x" + hex64(finding.entry->id));
  const model::Tag& tag = finding.entry->tag;
  const std::string& model = tag.normalizedModel.empty() ? tag.model : tag.normalizedModel;
  for (const auto& [key, text] : {std::pair("model", &model), {"date", &tag.date}, {"prompt", &tag.prompt}})
    if (!text->empty()) properties.set(key, *text);
  return properties;
}

Value resultValue(const Result& result, const Finding& finding, const std::string& fingerprint) {
  Value prints, value;
  prints.set("primaryLocationLineHash", fingerprint);
  value.set("ruleId", policy::rowOf(finding.policy).id);
  value.set("ruleIndex", static_cast<std::uint64_t>(finding.policy)).set("level", nameOf(finding.severity));
  value.set("message", textValue(withoutLinks(finding.message)));
  value.set("locations", Array{locationValue(result, finding)});
  return value.set("partialFingerprints", std::move(prints)).set("properties", propertiesOf(finding));
}

// Which findings are told, in their order: the gravest where there are too many.
std::vector<bool> chosen(const std::vector<Finding>& findings) {
  std::vector<bool> told(findings.size(), findings.size() <= kMostSarifResults);
  if (findings.size() <= kMostSarifResults) return told;
  std::size_t left = kMostSarifResults;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note})
    for (std::size_t i = 0; i < findings.size() && left > 0; ++i)
      if (findings[i].severity == severity) {
        told[i] = true;
        --left;
      }
  return told;
}

Value notificationValue(std::string_view level, std::string text) {
  Value notification;
  notification.set("level", level);
  return notification.set("message", textValue(std::move(text)));
}

Value invocationValue(const Result& result, std::size_t leftOut) {
  Array said;
  if (!result.complete)
    said.push_back(notificationValue("error", "some sources could not be read or parsed"));
  if (leftOut > 0)
    said.push_back(
        notificationValue("warning", fmt::format("{} findings are left out: code hosts take no more than {}",
                                                 leftOut, kMostSarifResults)));
  Value invocation;
  invocation.set("executionSuccessful", result.complete);
  if (!said.empty()) invocation.set("toolExecutionNotifications", std::move(said));
  return invocation;
}

Value driverValue(const Result& result) {
  Array rules;
  for (const PolicyRow& row : policy::policyRows()) rules.push_back(ruleValue(row));
  Value driver, tool;
  driver.set("name", "assay").set("version", result.tool).set("rules", std::move(rules));
  return tool.set("driver", std::move(driver));
}

Value rootValue() {
  Value root, bases;
  root.set("description", textValue("the folder that paths are relative to"));
  return bases.set(kRoot, std::move(root));
}

}  // namespace

std::string writeSarif(const Result& result, const Look&) {
  const std::vector<std::string> fingerprints = fingerprintsOf(result);
  const std::vector<bool> told = chosen(result.findings);
  Array results;
  for (std::size_t i = 0; i < result.findings.size(); ++i)
    if (told[i]) results.push_back(resultValue(result, result.findings[i], fingerprints[i]));
  Value run, details, log;
  details.set("id", "assay-check/");
  run.set("tool", driverValue(result));
  run.set("invocations", Array{invocationValue(result, result.findings.size() - results.size())});
  run.set("automationDetails", std::move(details)).set("originalUriBaseIds", rootValue());
  run.set("results", std::move(results));
  log.set("$schema", kSchema).set("version", "2.1.0").set("runs", Array{std::move(run)});
  return document::writeJson(log);
}

}  // namespace assay::emit::check
