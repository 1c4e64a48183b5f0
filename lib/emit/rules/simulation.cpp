// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "support/hash.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;
using Labels = std::vector<std::pair<std::string, std::string>>;

// Ten digits: sums of decimal fractions would show where binary ends. Never with an exponent, which promtool
// does not read here.
std::string valueText(double value) {
  const double size = value == 0 ? 0 : std::floor(std::log10(std::fabs(value)));
  std::string text = fmt::format("{:.{}f}", value, static_cast<int>(std::max(0.0, 9 - size)));
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

void addLabel(Labels& labels, const char* name, const std::string& value) {
  if (!value.empty()) labels.emplace_back(name, value);
}

using PerMinute = std::function<double(const Traffic&)>;

std::string counterOver(const std::vector<Phase>& phases, const PerMinute& perMinute) {
  Course course;
  for (const Phase& phase : phases) {
    const double rise = perMinute(phase.traffic);
    if (phase.seen == Seen::Restarted) course.set(0);
    if (phase.seen == Seen::No)
      course.gap(phase.minutes, rise);
    else
      course.rise(phase.minutes, rise);
  }
  return course.text();
}

std::string levelOver(const std::vector<Phase>& phases, const PerMinute& level) {
  Course course;
  for (const Phase& phase : phases) {
    course.set(level(phase.traffic));
    phase.seen == Seen::No ? course.gap(phase.minutes, 0) : course.rise(phase.minutes, 0);
  }
  return course.text();
}

std::string constantOver(const std::vector<Phase>& phases, double value) {
  return levelOver(phases, [value](const Traffic&) { return value; });
}

// Whether any phase has it: what no call has is not exported.
bool anyHas(const std::vector<Phase>& phases, const PerMinute& perMinute) {
  for (const Phase& phase : phases)
    if (perMinute(phase.traffic) > 0) return true;
  return false;
}

const TypeTraffic* findType(const Traffic& traffic, std::string_view type) {
  for (const TypeTraffic& one : traffic.types)
    if (one.type == type) return &one;
  return nullptr;
}

struct TypeCounter {
  const char* metric;
  double (*perMinute)(const TypeTraffic&);
};
constexpr TypeCounter kTypeCounters[] = {
    {v::kInputTypeTotal, [](const TypeTraffic& type) { return type.calls; }},
    {v::kInputTypeErrorTotal, [](const TypeTraffic& type) { return type.errors; }},
    {v::kInputTypeSecondsTotal, [](const TypeTraffic& type) { return type.calls * type.seconds; }},
};

void addTypes(const Labels& labels, const std::vector<Phase>& phases, std::vector<SeriesText>& series) {
  for (const TypeTraffic& type : phases.front().traffic.types) {
    Labels ofType = labels;
    ofType.emplace_back(v::kLabelType, type.type);
    for (const TypeCounter& counter : kTypeCounters)
      series.push_back({seriesName(counter.metric, ofType), counterOver(phases, [&](const Traffic& traffic) {
                          const TypeTraffic* found = findType(traffic, type.type);
                          return found == nullptr ? 0 : counter.perMinute(*found);
                        })});
  }
}

// Cumulative, as they are exported; all phases have the same bounds.
void addSizes(const Labels& labels, const std::vector<Phase>& phases, std::vector<SeriesText>& series) {
  const std::size_t bounds = phases.front().traffic.sizes.size();
  for (const auto& [histogram, of] :
       {std::pair(v::kInputSize, &SizeTraffic::calls), {v::kFailedInputSize, &SizeTraffic::errors}})
    for (std::size_t last = 1; bounds > 0 && last <= bounds + 1; ++last) {
      Labels ofBound = labels;
      ofBound.emplace_back(
          "le", last > bounds ? "+Inf" : std::to_string(phases.front().traffic.sizes[last - 1].upTo));
      series.push_back({seriesName(std::string(histogram) + "_bucket", ofBound),
                        counterOver(phases, [&](const Traffic& traffic) {
                          double sum = 0;
                          for (std::size_t i = 0; i < std::min(last, bounds); ++i)
                            sum += traffic.sizes[i].*of;
                          return sum;
                        })});
    }
}

}  // namespace

void Course::rise(unsigned minutes, double perMinute) {
  if (minutes == 0) return;
  const bool first = text_.empty();
  const double from = first ? value_ : value_ + perMinute;
  const unsigned more = first ? minutes : minutes - 1;  // samples behind `from`
  value_ += minutes * perMinute;
  text_ += fmt::format("{}{}", first ? "" : " ", valueText(from));
  if (more > 0) text_ += fmt::format("+{}x{}", valueText(perMinute), more);
}

void Course::gap(unsigned minutes, double perMinute) {
  if (minutes == 0) return;
  value_ += minutes * perMinute;
  text_ += fmt::format("{}_x{}", text_.empty() ? "" : " ", minutes);
}

SimulatedFunction simulated(const model::AnnotatedFunction& function) {
  const model::Tag& tag = function.tag;
  SimulatedFunction result = {function.id, function.name, tag.model.empty() ? tag.tool : tag.model};
  if (result.model.empty()) result.model = v::kSourceNotGiven;
  result.vendor = tag.normalizedModel.substr(0, tag.normalizedModel.find('/'));
  result.date = tag.date;
  if (!tag.prompt.empty()) result.promptHash = hex64(hash64(tag.prompt));
  result.file = function.file;
  if (function.lines.first != 0) result.line = std::to_string(function.lines.first);
  return result;
}

Labels namingLabels(const SimulatedFunction& function) {
  return {{v::kLabelFunction, function.name},
          {v::kLabelId, "0x" + hex64(function.id)},
          {v::kLabelSource, function.model}};
}

Labels factLabels(const SimulatedFunction& function) {
  Labels labels;
  addLabel(labels, v::kLabelVendor, function.vendor);
  addLabel(labels, v::kLabelDate, function.date);
  addLabel(labels, v::kLabelPromptHash, function.promptHash);
  addLabel(labels, v::kLabelFile, function.file);
  return labels;
}

// Quoted as Go does, which is how Prometheus reads it.
std::string seriesName(std::string_view metric, const Labels& labels) {
  std::string text =
      fmt::format("{}{{job=\"{}\", instance=\"{}\"", metric, kSimulatedJob, kSimulatedInstance);
  for (const auto& [name, value] : labels) {
    const std::string slashes = replaceAll(replaceAll(value, "\\", "\\\\"), "\"", "\\\"");
    text += fmt::format(", {}=\"{}\"", name, replaceAll(slashes, "\n", "\\n"));
  }
  return text + "}";
}

std::vector<SeriesText> functionSeries(const SimulatedFunction& function, const std::vector<Phase>& phases) {
  const std::string time = v::kExecutionTimeSeconds, size = v::kInputSize;
  const Labels labels = namingLabels(function);
  std::vector<SeriesText> series;
  const auto add = [&](std::string_view metric, const PerMinute& perMinute) {
    series.push_back({seriesName(metric, labels), counterOver(phases, perMinute)});
  };
  const auto calls = [](const Traffic& traffic) { return traffic.calls; };
  const auto sizes = [](const Traffic& traffic) { return traffic.calls * traffic.size; };
  add(v::kCallsTotal, calls);
  add(v::kSuccessTotal, [](const Traffic& traffic) { return traffic.calls - traffic.errors; });
  add(v::kErrorTotal, [](const Traffic& traffic) { return traffic.errors; });
  add(time + "_count", calls);
  add(time + "_sum", [](const Traffic& traffic) { return traffic.calls * traffic.seconds; });
  if (anyHas(phases, sizes)) {
    add(size + "_count", calls);
    add(size + "_sum", sizes);
  }
  addSizes(labels, phases, series);
  if (anyHas(phases, [](const Traffic& traffic) { return traffic.allocated; })) {
    add(v::kMemoryCallsTotal, calls);
    add(v::kMemoryAllocatedBytesTotal,
        [](const Traffic& traffic) { return traffic.calls * traffic.allocated; });
    add(v::kMemoryFreedBytesTotal, [](const Traffic& traffic) { return traffic.calls * traffic.freed; });
  }
  const auto open = [](const Traffic& traffic) { return traffic.open; };
  if (anyHas(phases, open)) series.push_back({seriesName(v::kOpenCalls, labels), levelOver(phases, open)});
  addTypes(labels, phases, series);
  Labels facts = labels;
  for (auto& label : factLabels(function)) facts.push_back(std::move(label));
  addLabel(facts, v::kLabelLine, function.line);
  series.push_back({seriesName(v::kFunctionInfo, facts), constantOver(phases, 1)});
  return series;
}

std::vector<SeriesText> instanceSeries(const std::vector<Phase>& phases) {
  const std::string running = constantOver(phases, 1), none = constantOver(phases, 0);
  const auto state = [](const char* name) { return Labels{{v::kLabelState, name}}; };
  return {{seriesName(v::kProcesses, state(v::kStateRunning)), running},
          {seriesName(v::kProcesses, state(v::kStateEnded)), none},
          {seriesName(v::kLostCallsTotal, {}), none},
          {seriesName(v::kUnreadableSegments, {}), none}};
}

}  // namespace assay::emit::rules
