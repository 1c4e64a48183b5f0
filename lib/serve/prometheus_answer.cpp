// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/prometheus_answer.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <span>

#include "document/value.h"
#include "support/strings.h"

namespace assay::serve {
namespace {

using document::Array;
using document::Value;

constexpr std::string_view kServerHint =
    "--from takes the address of a Prometheus, or of VictoriaMetrics; what `assay serve` itself recorded is "
    "read with --history";

std::unexpected<Error> noPrometheus(const std::string& server, std::string_view why) {
  return fail(ErrorCode::Input, fmt::format("what answers at {} is no Prometheus: {}", server, why),
              std::string(kServerHint));
}

std::string textOfMember(const Value& value, std::string_view key) {
  const Value* member = value.find(key);
  return member != nullptr && member->asString() != nullptr ? *member->asString() : std::string();
}

std::span<const Value> listOfMember(const Value& value, std::string_view key) {
  const Value* member = value.find(key);
  if (member == nullptr || member->asArray() == nullptr) return {};
  return *member->asArray();
}

Expected<Value> dataIn(std::string_view body, const std::string& server) {
  auto root = document::parseJson(body, server);
  if (!root) return noPrometheus(server, "no JSON");
  const std::string status = textOfMember(*root, "status");
  if (status == "error")
    return fail(ErrorCode::Input,
                fmt::format("{} refuses the question: {}", server, visibleText(textOfMember(*root, "error"))),
                "a shorter --since, or another end, may be within its limits");
  const Value* data = root->find("data");
  if (status != "success" || data == nullptr) return noPrometheus(server, "its JSON is of something else");
  return *data;
}

// [time, "value"]
void addValue(std::vector<std::pair<double, double>>& to, const Value& pair) {
  const Array* two = pair.asArray();
  if (two == nullptr || two->size() != 2) return;
  const auto time = two->front().asNumber();
  const std::string* text = two->back().asString();
  if (!time || text == nullptr) return;
  char* end = nullptr;
  const double value = std::strtod(text->c_str(), &end);
  if (end != text->c_str() && std::isfinite(value)) to.emplace_back(*time, value);
}

ServerSeries seriesOfResult(const Value& result) {
  ServerSeries series;
  if (const Value* metric = result.find("metric"); metric != nullptr && metric->asObject() != nullptr)
    for (const document::Member& label : *metric->asObject())
      if (const std::string* text = label.value.asString()) series.labels[label.key] = *text;
  if (const Value* single = result.find("value")) addValue(series.values, *single);
  for (const Value& pair : listOfMember(result, "values")) addValue(series.values, pair);
  return series;
}

}  // namespace

std::string ServerSeries::label(std::string_view name) const {
  const auto found = labels.find(std::string(name));
  return found == labels.end() ? std::string() : found->second;
}

Expected<std::vector<ServerSeries>> seriesIn(std::string_view body, const std::string& server) {
  ASSAY_TRY(const Value data, dataIn(body, server));
  if (data.find("result") == nullptr) return noPrometheus(server, "its answer has no result");
  std::vector<ServerSeries> all;
  for (const Value& result : listOfMember(data, "result")) all.push_back(seriesOfResult(result));
  return all;
}

Expected<std::vector<std::string>> namesIn(std::string_view body, const std::string& server) {
  ASSAY_TRY(const Value data, dataIn(body, server));
  if (data.asArray() == nullptr) return noPrometheus(server, "its answer is no list");
  std::vector<std::string> names;
  for (const Value& name : *data.asArray())
    if (name.asString() != nullptr) names.push_back(*name.asString());
  return names;
}

}  // namespace assay::serve
