// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Monitors in the two forms in which Datadog is told of them. What Terraform calls an argument of the
// resource is a field of the options for the API.
#include <string>
#include <string_view>
#include <utility>

#include "document/value.h"
#include "emit/rules/datadog.h"
#include "emit/rules/expressions.h"
#include "support/strings.h"

namespace assay::emit::rules {
namespace {

using document::Array;
using document::Object;
using document::Value;

constexpr int kNewGroupDelay = 4500;  // seconds: as long as a new function has too little to be compared with

Array tagsOf(const Monitor& monitor) {
  return {"assay", "assay_alert:" + monitor.alert, "severity:" + monitor.severity};
}

Value head(const Monitor& monitor) {
  return Object{{"name", monitor.name},
                {"type", "query alert"},
                {"query", monitor.query},
                {"message", monitor.message},
                {"tags", tagsOf(monitor)}};
}

void setOptions(Value& value, const Monitor& monitor) {
  value.set("include_tags", true);
  value.set("require_full_window", false);
  value.set("new_group_delay", kNewGroupDelay);
  if (monitor.missingIsNews) value.set("on_missing_data", "show_and_notify_no_data");
}

Value forApi(const Monitor& monitor) {
  Value value = head(monitor), options = Object{{"thresholds", Object{{"critical", monitor.threshold}}}};
  setOptions(options, monitor);
  value.set("options", std::move(options));
  return value;
}

// So that Terraform takes a text as it is, and fills nothing in.
std::string literally(std::string_view text) {
  return replaceAll(replaceAll(std::string(text), "${", "$${"), "%{", "%%{");
}

// Thresholds are numbers in words there.
Value forTerraform(Monitor monitor) {
  for (std::string* text : {&monitor.name, &monitor.severity, &monitor.query, &monitor.message})
    *text = literally(*text);
  Value value = head(monitor);
  value.set("monitor_thresholds", Object{{"critical", numberText(monitor.threshold)}});
  setOptions(value, monitor);
  return value;
}

}  // namespace

std::string writeDatadogMonitors(const Request& request) {
  Array monitors;
  for (const Monitor& monitor : monitorsOf(request)) monitors.push_back(forApi(monitor));
  return document::writeJson(Value(std::move(monitors)));
}

std::string writeDatadogTerraform(const Request& request) {
  Value monitors;
  for (const Monitor& monitor : monitorsOf(request))
    monitors.set("assay_" + replaceAll(monitor.key, "-", "_"), forTerraform(monitor));
  const Value provider = Object{{"datadog", Object{{"source", "DataDog/datadog"}}}};
  Value root = Object{{"terraform", Object{{"required_providers", provider}}}};
  if (monitors.asObject() != nullptr) root.set("resource", Object{{"datadog_monitor", std::move(monitors)}});
  return document::writeJson(root);
}

}  // namespace assay::emit::rules
