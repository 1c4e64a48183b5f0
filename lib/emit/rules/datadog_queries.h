// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pieces of Datadog's metric queries. Each has a value for every moment, of the hour that ends there or of
// the day before it: a monitor's own window would be one and the same for both. With counts a monitor adds up
// the values of its window, and does so before it calculates, so that only shares of these sums mean
// something.
#pragma once

#include <string>
#include <string_view>

#include "emit/rules/options.h"

namespace assay::emit::rules {

/// Of one function, or of each: "{*} by {function,id,ai_source}" or "{id:0x…} by {…}".
std::string scopeOfAll();
std::string scopeOf(std::string_view id);

/// A counter, or what a distribution has been sent: its sum, or how many values.
std::string countOf(std::string_view counter, std::string_view scope);
std::string sumOfValues(std::string_view distribution, std::string_view scope);
std::string numberOfValues(std::string_view distribution, std::string_view scope);

/// The sum of the hour; of the day before it, or with it when `literal`. The day is the 25 hours without the
/// hour, not a time shift: of what was first seen within the hour there is no group a day before.
std::string ofHour(std::string_view query);
std::string ofDay(std::string_view query, bool literal);

/// Where it is at least so much; nothing else.
std::string atLeast(std::string_view query, double least);

}  // namespace assay::emit::rules
