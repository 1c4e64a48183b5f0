// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/datadog_queries.h"

#include <fmt/format.h>

#include "emit/rules/expressions.h"
#include "vocabulary/metrics.h"

namespace assay::emit::rules {
namespace v = vocabulary;
namespace {

std::string grouped(std::string_view filter) {
  return fmt::format("{{{}}} by {{{},{},{}}}", filter, v::kLabelFunction, v::kLabelId, v::kLabelSource);
}

long secondsIn(std::chrono::milliseconds time) {
  return static_cast<long>(time.count() / 1000);
}

std::string over(std::string_view query, std::chrono::milliseconds time) {
  return fmt::format("moving_rollup({}, {}, 'sum')", query, secondsIn(time));
}

}  // namespace

std::string scopeOfAll() {
  return grouped("*");
}

std::string scopeOf(std::string_view id) {
  return grouped(fmt::format("{}:{}", v::kLabelId, id));
}

std::string countOf(std::string_view counter, std::string_view scope) {
  return fmt::format("sum:{}{}.as_count()", counter, scope);
}

std::string sumOfValues(std::string_view distribution, std::string_view scope) {
  return fmt::format("sum:{}{}", distribution, scope);
}

std::string numberOfValues(std::string_view distribution, std::string_view scope) {
  return fmt::format("count:{}{}.as_count()", distribution, scope);
}

std::string ofHour(std::string_view query) {
  return over(query, Windows().recent());
}

std::string ofDay(std::string_view query, bool literal) {
  if (literal) return over(query, Windows().before());
  return fmt::format("({} - {})", over(query, Windows().before() + Windows().recent()), ofHour(query));
}

std::string atLeast(std::string_view query, double least) {
  return fmt::format("cutoff_min({}, {})", query, numberText(least));
}

}  // namespace assay::emit::rules
