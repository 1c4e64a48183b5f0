// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/prometheus_text.h"

#include <fmt/format.h>

#include <iterator>

#include "document/characters.h"

namespace assay::exporting {
namespace {

constexpr std::string_view kTotal = "_total";
constexpr std::string_view kInfo = "_info";

// OpenMetrics names a family without what its samples' names end in.
std::string_view withoutEnding(std::string_view name, std::string_view ending) {
  return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
}

void appendEscaped(std::string& to, std::string_view text, bool quotes) {
  for (const char c : text) {
    if (c == '\\')
      to += "\\\\";
    else if (c == '\n')
      to += "\\n";
    else if (c == '"' && quotes)
      to += "\\\"";
    else
      to += c;
  }
}

class Writer {
 public:
  explicit Writer(TextFormat format) : open_(format == TextFormat::OpenMetrics) {}

  void family(const MetricFamily& family) {
    head(family);
    for (const Sample& sample : family.samples) {
      if (family.type == MetricType::Histogram)
        histogram(family.name, sample);
      else
        line(family.name, sample.labels, {}, valueText(family, sample));
    }
  }

  std::string take() && {
    if (open_) text_ += "# EOF\n";
    return std::move(text_);
  }

 private:
  static std::string valueText(const MetricFamily& family, const Sample& sample) {
    const bool isTime = family.type == MetricType::Counter && family.unit == "seconds";
    return isTime ? fmt::format("{}", sample.seconds) : fmt::format("{}", sample.value);
  }

  [[nodiscard]] std::string_view familyName(const MetricFamily& family) const {
    if (!open_) return family.name;
    if (family.type == MetricType::Counter) return withoutEnding(family.name, kTotal);
    return family.type == MetricType::Info ? withoutEnding(family.name, kInfo) : family.name;
  }

  [[nodiscard]] std::string_view typeName(MetricType type) const {
    switch (type) {
      case MetricType::Counter: return "counter";
      case MetricType::Histogram: return "histogram";
      case MetricType::Info: return open_ ? "info" : "gauge";
      case MetricType::Gauge: break;
    }
    return "gauge";
  }

  void head(const MetricFamily& family) {
    const std::string_view name = familyName(family);
    fmt::format_to(std::back_inserter(text_), "# HELP {} ", name);
    appendEscaped(text_, family.help, open_);
    fmt::format_to(std::back_inserter(text_), "\n# TYPE {} {}\n", name, typeName(family.type));
    if (open_ && !family.unit.empty())
      fmt::format_to(std::back_inserter(text_), "# UNIT {} {}\n", name, family.unit);
  }

  // A bound is a label, so it has one text: OpenMetrics' canonical "1.0", which 0.0.4 writes as "1".
  [[nodiscard]] std::string boundText(double bound) const {
    std::string text = fmt::format("{}", bound);
    const bool whole = text.find_first_not_of("0123456789") == std::string::npos;
    return open_ && whole ? text + ".0" : text;
  }

  void histogram(const std::string& name, const Sample& sample) {
    const HistogramValue& value = sample.histogram;
    for (const auto& [bound, count] : value.buckets)
      line(name + "_bucket", sample.labels, boundText(bound), fmt::format("{}", count));
    line(name + "_bucket", sample.labels, "+Inf", fmt::format("{}", value.count));
    line(name + "_sum", sample.labels, {}, fmt::format("{}", value.sum));
    line(name + "_count", sample.labels, {}, fmt::format("{}", value.count));
  }

  // `bound`: of a bucket; else empty.
  void line(std::string_view name, const Labels& labels, std::string_view bound, std::string_view value) {
    text_.append(name);
    char before = '{';
    for (const auto& [label, text] : labels) before = appendLabel(before, label, text);
    if (!bound.empty()) before = appendLabel(before, "le", bound);
    if (before == ',') text_ += '}';
    text_.append(" ").append(value).append("\n");
  }

  // Returns what stands before the next one.
  char appendLabel(char before, std::string_view label, std::string_view text) {
    text_.append(1, before).append(label).append("=\"");
    appendEscaped(text_, text, true);
    text_ += '"';
    return ',';
  }

  bool open_;
  std::string text_;
};

}  // namespace

std::string_view contentType(TextFormat format) {
  return format == TextFormat::OpenMetrics ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                                           : "text/plain; version=0.0.4; charset=utf-8";
}

std::string metricsText(std::span<const MetricFamily> families, TextFormat format) {
  Writer writer(format);
  for (const MetricFamily& family : families)
    if (!family.samples.empty()) writer.family(family);
  return std::move(writer).take();
}

std::string validUtf8(std::string_view text) {
  std::string valid;
  while (!text.empty()) {
    const document::Character next = document::firstCharacter(text);
    const bool isShown = document::isVisible(next.codePoint) || next.codePoint == '\n';
    valid.append(next.valid && isShown ? text.substr(0, next.bytes) : "\xEF\xBF\xBD");
    text.remove_prefix(next.bytes);
  }
  return valid;
}

}  // namespace assay::exporting
