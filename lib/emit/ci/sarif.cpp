// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/ci/sarif.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emit/ci/escapes.h"
#include "support/strings.h"

namespace assay::emit::ci {
namespace {

using document::Array;
using document::Value;

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

Value ruleValue(const SarifRule& rule) {
  Value level, properties, value;
  level.set("level", nameOf(rule.severity));
  properties.set("precision", "very-high").set("problem.severity", problemOf(rule.severity));
  properties.set("tags", Array{"ai-code"});
  value.set("id", rule.id)
      .set("shortDescription", textValue(std::string(rule.says)))
      .set("fullDescription", textValue(std::string(rule.says)))
      .set("help", textValue(rule.help));
  return value.set("defaultConfiguration", std::move(level)).set("properties", std::move(properties));
}

// What a viewer would take for a link in a plain message is none here.
std::string withoutLinks(std::string text) {
  return text.contains("](") ? replaceAll(std::move(text), "[", "\\[") : text;
}

Value regionValue(unsigned known) {
  const std::uint64_t line = std::max(known, 1u);
  Value region;  // columns of SARIF are no bytes, so the line is all that is said
  return region.set("startLine", line).set("startColumn", 1).set("endLine", line).set("endColumn", 2);
}

Value locationValue(const SarifResult& result) {
  Value artifact, physical, location;
  artifact.set("uri", uriOf(result.file));
  if (!result.file.starts_with('/')) artifact.set("uriBaseId", kRoot);
  physical.set("artifactLocation", std::move(artifact)).set("region", regionValue(result.line));
  location.set("physicalLocation", std::move(physical));
  if (!result.function.empty()) {
    Value function;
    function.set("fullyQualifiedName", result.function).set("kind", "function");
    location.set("logicalLocations", Array{std::move(function)});
  }
  return location;
}

Value resultValue(const SarifLog& log, SarifResult result) {
  Value prints, value;
  prints.set("primaryLocationLineHash", result.fingerprint);
  value.set("ruleId", log.rules[result.rule].id);
  value.set("ruleIndex", std::uint64_t{result.rule}).set("level", nameOf(result.severity));
  value.set("message", textValue(withoutLinks(std::move(result.message))));
  value.set("locations", Array{locationValue(result)});
  return value.set("partialFingerprints", std::move(prints)).set("properties", std::move(result.properties));
}

// Which results are told, in their order: the gravest where there are too many.
std::vector<bool> chosen(const std::vector<SarifResult>& results) {
  std::vector<bool> told(results.size(), results.size() <= kMostSarifResults);
  if (results.size() <= kMostSarifResults) return told;
  std::size_t left = kMostSarifResults;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note})
    for (std::size_t i = 0; i < results.size() && left > 0; ++i)
      if (results[i].severity == severity) {
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

Value invocationValue(const SarifLog& log, std::size_t leftOut) {
  Array said;
  if (!log.complete) said.push_back(notificationValue("error", "some sources could not be read or parsed"));
  if (leftOut > 0)
    said.push_back(
        notificationValue("warning", fmt::format("{} {} are left out: code hosts take no more than {}",
                                                 leftOut, log.named, kMostSarifResults)));
  Value invocation;
  invocation.set("executionSuccessful", log.complete);
  if (!said.empty()) invocation.set("toolExecutionNotifications", std::move(said));
  return invocation;
}

Value driverValue(const SarifLog& log) {
  Array rules;
  for (const SarifRule& rule : log.rules) rules.push_back(ruleValue(rule));
  Value driver, tool;
  driver.set("name", "assay").set("version", log.tool).set("rules", std::move(rules));
  return tool.set("driver", std::move(driver));
}

Value rootValue() {
  Value root, bases;
  root.set("description", textValue("the folder that paths are relative to"));
  return bases.set(kRoot, std::move(root));
}

}  // namespace

std::string_view nameOf(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "error";
}

std::string writeSarif(SarifLog log) {
  const std::vector<bool> told = chosen(log.results);
  Array results;
  for (std::size_t i = 0; i < log.results.size(); ++i)
    if (told[i]) results.push_back(resultValue(log, std::move(log.results[i])));
  Value run, details, document;
  details.set("id", fmt::format("assay-{}/", log.verb));
  run.set("tool", driverValue(log));
  run.set("invocations", Array{invocationValue(log, log.results.size() - results.size())});
  run.set("automationDetails", std::move(details)).set("originalUriBaseIds", rootValue());
  run.set("results", std::move(results));
  document.set("$schema", kSchema).set("version", "2.1.0").set("runs", Array{std::move(run)});
  return document::writeJson(document);
}

}  // namespace assay::emit::ci
