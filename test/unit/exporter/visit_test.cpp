// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/visit.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace assay::exporter {
namespace {

using exporting::MetricType;
using ::testing::ElementsAre;

void note(const assay_exported_series* series, void* context) {
  std::string text = series->name;
  for (size_t i = 0; i < series->label_count; ++i)
    text += std::string(" ") + series->labels[i].name + "=" + series->labels[i].value;
  text += " " + std::to_string(series->value);
  for (size_t i = 0; i < series->bucket_count; ++i) text += " " + std::to_string(series->buckets[i].count);
  if (series->type == ASSAY_EXPORTED_HISTOGRAM) text += " of " + std::to_string(series->count);
  static_cast<std::vector<std::string>*>(context)->push_back(text);
}

TEST(VisitSeries, TellsOfEach) {
  std::vector<exporting::MetricFamily> families = {{"a_total", "", MetricType::Counter},
                                                   {"b_seconds_total", "", MetricType::Counter, "seconds"},
                                                   {"h", "", MetricType::Histogram},
                                                   {"empty", "", MetricType::Gauge}};
  families[0].samples = {{{{"x", "1"}}, 3}, {{{"x", "2"}}, 4}};
  families[1].samples = {{.labels = {}, .seconds = 0.5}};
  families[2].samples = {{.labels = {}, .histogram = {{{1.0, 2}, {2.0, 5}}, 6, 9.0}}};
  std::vector<std::string> seen;
  visitSeries(families, note, &seen);
  EXPECT_THAT(seen, ElementsAre("a_total x=1 3.000000", "a_total x=2 4.000000", "b_seconds_total 0.500000",
                                "h 0.000000 2 5 of 6"));
}

}  // namespace
}  // namespace assay::exporter
