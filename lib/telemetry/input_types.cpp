// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/input_types.h"

#include <algorithm>
#include <tuple>

#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

// The name it is counted under.
const std::string& placeOf(const InputTypes& types, const std::string& name) {
  static const std::string others;
  if (name.empty() || types.contains(name)) return name;
  return types.size() - types.count(others) < kMostTypes ? name : others;
}

}  // namespace

void addType(InputTypes& to, const std::string& name, const TypeCount& count) {
  TypeCount& sum = to[placeOf(to, name)];
  sum.calls = saturatingAdd(sum.calls, count.calls);
  sum.errors = saturatingAdd(sum.errors, count.errors);
  sum.sumTicks = saturatingAdd(sum.sumTicks, count.sumTicks);
}

void addTypes(InputTypes& to, const InputTypes& from) {
  for (const auto& [name, count] : from) addType(to, name, count);
}

void TypeTable::keep(const std::string& name) {
  total_[placeOf(total_, name)];
}

void TypeTable::add(const InputTypes& types, double secondsPerTick) {
  for (const auto& [name, count] : types) {
    const std::string place = placeOf(total_, name);
    addType(total_, place, count);
    if (secondsPerTick <= 0) continue;
    Time& time = times_[place];
    time.seconds += static_cast<double>(count.sumTicks) * secondsPerTick;
    time.calls += static_cast<double>(count.calls);
  }
}

std::vector<TypeRow> TypeTable::rows() const {
  std::vector<TypeRow> rows;
  for (const auto& [name, count] : total_) {
    if (count.calls == 0) continue;
    TypeRow& row = rows.emplace_back();
    row.name = name;
    row.calls = count.calls;
    row.errors = count.errors;
    const auto time = times_.find(name);
    if (time == times_.end() || time->second.calls <= 0) continue;
    row.totalSeconds = time->second.seconds;
    row.meanSeconds = time->second.seconds / time->second.calls;
  }
  std::ranges::sort(rows, [](const TypeRow& a, const TypeRow& b) {
    return std::tuple(a.name.empty(), b.calls, a.name) < std::tuple(b.name.empty(), a.calls, b.name);
  });
  if (!rows.empty() && rows.back().name.empty()) rows.back().name = kOtherTypesName;
  return rows;
}

}  // namespace assay::telemetry
